import { gzipSync } from 'fflate'
import { csvFiles } from './csvFiles.ts'
import { joined, records, utf8, type Expected, type MalformedFile } from './malformedFile.ts'
import { zipped } from './workbook.ts'

const all = records.length
const csv = utf8(`id,date,place\n${records.map((cells) => cells.slice(0, 3).join(',')).join('\n')}\n`)
const read: Expected = { counts: { header: 1, record: all } }

function gz(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { mtime: 0 })
}

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice()
  copy[at < 0 ? bytes.length + at : at] = value
  return copy
}

function file(name: string, defect: string, bytes: Uint8Array, ...expected: Expected[]): MalformedFile {
  return { name, defect, bytes, expected }
}

const packed = gz(csv)
const archive = zipped({ 'table.csv': csv })

/** Offset of the entry of a member in the central directory. */
function directoryOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true)
}

/** An archive whose directory says another size of its first member. */
function withSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(directoryOf(copy) + 24, size, true)
  return copy
}

/** gzip and zip around tables, and what goes wrong with them. */
export const archiveFiles: readonly MalformedFile[] = [
  file('a.csv.gz', 'gzip without any defect', packed, read),
  file('a.csv.gz', 'gzip breaks off', packed.slice(0, -30), { fault: 'damaged-archive' }),
  file('a.csv.gz', 'gzip without its checksum', packed.slice(0, -8), { fault: 'damaged-archive' }),
  file('a.csv.gz', 'gzip with another checksum', changed(packed, -6, 1), { fault: 'damaged-archive' }),
  file('a.csv.gz', 'gzip with another length', changed(packed, -2, 77), { fault: 'damaged-archive' }),
  file('a.csv', 'gzip by the name of a table', packed, read),
  file('a.csv.gz', 'a table by the name of gzip', csv, read),
  file('a.csv.gz', 'gzip of nothing', gz(new Uint8Array(0)), { fault: 'empty-file' }),
  file('a.csv.gz.gz', 'gzip in gzip', gz(packed), read),
  file('a.gz', 'gzip in gzip in gzip', gz(gz(packed)), { fault: 'too-deep' }),
  file(
    'bomb.csv.gz',
    'gzip of 80 million equal bytes in ten members',
    joined(...Array<Uint8Array>(10).fill(gz(new Uint8Array(8_000_000)))),
    {
      fault: 'unpacks-too-large',
    },
  ),
  file('a.zip', 'zip without any defect', archive, read),
  file('a.zip', 'zip breaks off', archive.slice(0, -10), { fault: 'damaged-archive' }),
  file('a.zip', 'zip without its first half', archive.slice(archive.length / 2), {
    fault: 'binary-content',
  }),
  file('a.zip', 'zip of one member with another checksum', changed(archive, directoryOf(archive) + 16, 9), {
    fault: 'damaged-file',
  }),
  file('a.zip', 'zip that says its member is encrypted', changed(archive, directoryOf(archive) + 8, 1), {
    fault: 'encrypted',
  }),
  file('a.zip', 'zip packed in an unknown way', changed(archive, directoryOf(archive) + 10, 99), {
    fault: 'unsupported-compression',
  }),
  file('a.zip', 'zip of a member larger than said', withSize(archive, 20), { fault: 'damaged-file' }),
  file('a.zip', 'zip of a member smaller than said', withSize(archive, 100_000), { fault: 'damaged-file' }),
  file('a.zip', 'zip of a member that is said to have 4 GB', withSize(archive, 0xffff_fff0), {
    fault: 'unpacks-too-large',
  }),
  file('a.zip', 'zip of a good and a damaged table', twoMembers(), read, { fault: 'damaged-file' }),
  file('a.zip', 'zip of a table with a path outside', zipped({ '../../etc/table.csv': csv }), read),
  file(
    'a.zip',
    'zip of a table and files of an operating system',
    zipped({
      'table.csv': csv,
      '__MACOSX/._table.csv': 'x',
      '.DS_Store': 'x',
    }),
    read,
  ),
  file('a.zip', 'zip of pictures alone', zipped({ 'a.png': Uint8Array.of(137, 80, 78, 71) }), {
    fault: 'archive-without-data',
  }),
  file('a.zip', 'zip of nothing', zipped({}), { fault: 'archive-without-data' }),
  file('a.zip', 'zip of a zip', zipped({ 'b.zip': archive }), read),
  file('a.zip', 'zip of a zip of a zip', zipped({ 'c.zip': zipped({ 'b.zip': archive }) }), {
    fault: 'too-deep',
  }),
  file('a.zip', 'zip of a shapefile', zipped({ 'a.shp': 'x', 'a.dbf': 'x', 'a.shx': 'x' }), {
    fault: 'shapefile',
  }),
  file(
    'a.ods',
    'a workbook of OpenDocument',
    zipped({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<x/>',
    }),
    { fault: 'ods' },
  ),
  file('a.zip', 'zip with text before it', joined(utf8('#!/bin/sh\n'), archive), {
    fault: 'binary-content',
  }),
  ...csvFiles
    .filter(({ name, bytes }) => name === 'comma-lf-quoted.csv' && bytes.length < 100_000)
    .map((each) => ({ ...each, name: 'a.csv.gz', defect: `in gzip: ${each.defect}`, bytes: gz(each.bytes) })),
]

function twoMembers(): Uint8Array {
  const both = zipped({ 'a.csv': csv, 'b.csv': csv })
  const second = directoryOf(both) + 46 + 5
  return changed(both, second + 16, 9)
}
