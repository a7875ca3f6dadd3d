import { gzipSync } from 'fflate'
import { archiveFiles } from '../corpora/malformed/archiveFiles.ts'
import { csvFiles } from '../corpora/malformed/csvFiles.ts'
import { jsonFiles } from '../corpora/malformed/jsonFiles.ts'
import { kmlFiles } from '../corpora/malformed/kmlFiles.ts'
import type { MalformedFile } from '../corpora/malformed/malformedFile.ts'
import { parquetFiles } from '../corpora/malformed/parquetFiles.ts'
import { sheetData, workbook, zipped } from '../corpora/malformed/workbook.ts'
import { xlsxFiles } from '../corpora/malformed/xlsxFiles.ts'

/** A file that can be read as it is. */
export interface ValidFile {
  name: string
  bytes: Uint8Array
}

/** Largest file that is changed, so that ten thousand changes take minutes. */
const LARGEST = 20_000

/** Files that are read without a fault, by format. */
export function validFiles(): ValidFile[][] {
  const corpus = [...csvFiles, ...jsonFiles, ...kmlFiles, ...archiveFiles, ...xlsxFiles, ...parquetFiles]
  const chosen = corpus.filter(isReadable).map(({ name, bytes }) => ({ name, bytes }))
  const csv = chosen.find(({ name }) => name.endsWith('.csv'))?.bytes ?? new Uint8Array(0)
  const kml = chosen.find(({ name }) => name.endsWith('.kml'))?.bytes ?? new Uint8Array(0)
  const all = [
    ...chosen,
    { name: 'wide.csv', bytes: utf16(new TextDecoder().decode(csv)) },
    { name: 'map.kmz', bytes: zipped({ 'doc.kml': kml, 'files/icon.png': 'x' }) },
    { name: 'map.kml.gz', bytes: gzipSync(kml, { mtime: 0 }) },
    { name: 'dates.xlsx', bytes: datedWorkbook() },
  ]
  const byFormat = new Map<string, ValidFile[]>()
  for (const file of all) {
    const extension = file.name.slice(file.name.lastIndexOf('.'))
    byFormat.set(extension, [...(byFormat.get(extension) ?? []), file])
  }
  return [...byFormat.values()]
}

function isReadable({ bytes, expected }: MalformedFile): boolean {
  return bytes.length <= LARGEST && expected.every((each) => !('fault' in each))
}

/** Little-endian, with a byte order mark. */
function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0))
  return new Uint8Array(units.buffer)
}

function datedWorkbook(): Uint8Array {
  const rows = Array.from({ length: 30 }, (_, i) => [i, 45_000 + i / 3, `place ${i}`])
  const data = sheetData([['id', 'date', 'place'], ...rows]).replaceAll(/<c r="B/g, '<c s="1" r="B')
  return workbook({
    sheets: {
      Events: data,
      Lists: sheetData([
        ['a', 'b'],
        ['1', '2'],
      ]),
    },
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>',
    strings: '<si><t>unused</t></si>',
  })
}
