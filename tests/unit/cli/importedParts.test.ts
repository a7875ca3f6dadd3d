import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeLeftOut } from '../../../src/cli/describeRejected.ts'
import { importedParts, PART_BYTES, type ImportedPart } from '../../../src/cli/importedParts.ts'
import type { Incident } from '../../../src/incidents/incident.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parts-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function fileOf(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function partsOf(files: string[], size: number): Promise<{ parts: ImportedPart[]; told: number[] }> {
  const told: number[] = []
  const parts: ImportedPart[] = []
  for await (const part of importedParts(files, {}, (records) => told.push(records), size)) parts.push(part)
  return { parts, told }
}

function incidentsOf({ columns, record }: ImportedPart): Incident[] {
  return Array.from({ length: columns.columns.rows }, (_, row) => record(row)).toSorted((a, b) =>
    a.id.localeCompare(b.id),
  )
}

function rejectionsOf({ report }: ImportedPart) {
  return report.files.flatMap(({ tables }) =>
    tables.flatMap(({ rejections }) =>
      rejections.flatMap(({ examples }) =>
        examples.map(({ line, lastLine, code }) => ({ line, lastLine, code })),
      ),
    ),
  )
}

/** A table with notes before its header, cells of several lines, and days that only its first records tell apart. */
function largeTable(rows: number): string {
  const records = Array.from({ length: rows }, (_, row) => {
    const id = `r${String(row).padStart(5, '0')}`
    const date = row === 7 ? 'soon' : row === 150 ? '' : row < 5 ? '25/03/2024' : '02/03/2024'
    const text = row % 3 === 0 ? `"said ""so"",\nin ${row} words"` : `plain ${row}`
    return `${id},${date},Place ${row % 10},Actor ${row % 4},${text}`
  })
  return ['Reports of incidents', '', 'id,date,place,actor,description', ...records, ''].join('\n')
}

describe('files in parts', () => {
  it('are one part where they are small', async () => {
    const files = [await fileOf('a.csv', largeTable(20)), await fileOf('b.csv', largeTable(10))]
    const { parts } = await partsOf(files, PART_BYTES)
    expect(parts.map(({ report }) => report.files.length)).toEqual([2])
  })

  it('hold the records of a large table, and name the lines of the file', async () => {
    const path = await fileOf('large.csv', largeTable(300))
    const [whole] = (await partsOf([path], PART_BYTES)).parts
    const { parts, told } = await partsOf([path], 2_000)
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.flatMap(incidentsOf)).toEqual(whole && incidentsOf(whole))
    expect(parts.flatMap(rejectionsOf)).toEqual(whole && rejectionsOf(whole))
    expect(parts.flatMap(rejectionsOf)).toHaveLength(2)
    expect(told.at(-1)).toBe(300)
  })

  it('hold the records of a table without a header', async () => {
    const rows = Array.from({ length: 100 }, (_, row) => `2024-05-01,36.${row},37.1,Raid ${row}`)
    const path = await fileOf('bare.csv', rows.join('\r\n'))
    const [whole] = (await partsOf([path], PART_BYTES)).parts
    const { parts } = await partsOf([path], 500)
    const titles = (all: ImportedPart[]) => all.flatMap(incidentsOf).map(({ title }) => title)
    expect(new Set(titles(parts))).toEqual(new Set(titles(whole ? [whole] : [])))
  })

  it('end where lines do when a quotation mark is astray, and lose no record', async () => {
    const lines = largeTable(300).replaceAll('"', '').replaceAll(',\nin', ' in').split('\n')
    lines[20] = `${lines[20]}"`
    const { parts } = await partsOf([await fileOf('astray.csv', lines.join('\n'))], 2_000)
    const counts = parts.flatMap(({ report }) =>
      report.files.flatMap(({ tables }) => tables.map(({ counts: all }) => all)),
    )
    expect(counts.reduce((sum, { records }) => sum + records, 0)).toBe(300)
    expect(counts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(298)
  })

  it('are some of many files each, in their order; those that may need one another come first, together', async () => {
    await mkdir(join(folder, 'more'))
    const table = 'id,date,place\na,2024-03-01,Here\n'
    const feature = { type: 'Feature', geometry: null, properties: { date: '2024-03-01', place: 'There' } }
    const json = JSON.stringify({ type: 'FeatureCollection', features: [feature] })
    const names = ['a.csv', 'b.json', 'c.csv', 'd.geojson', 'more/e.csv']
    const files = await Promise.all(
      names.map((name) => fileOf(name, name.endsWith('json') ? json : table.replace('a,', `${name},`))),
    )
    const { parts } = await partsOf(files, 80)
    const namesOf = ({ report }: ImportedPart) => report.files.map(({ name }) => name)
    expect(parts.map(namesOf)).toEqual([['b.json', 'd.geojson'], ['a.csv', 'c.csv'], ['e.csv']])
    expect(parts.map(({ report }) => report.incidents)).toEqual([1, 2, 1])
    expect(parts.flatMap(({ report }) => describeLeftOut(report))).toEqual([
      'd.geojson: the file was given twice: it is read once',
    ])
  })

  it('say what to do with a table that cannot be cut', async () => {
    const wide = Buffer.from(`\uFEFF${largeTable(300)}`, 'utf16le')
    const two = `${largeTable(5)}\n\nid,date,place,dead\n${'x,2024-03-01,Here,2\n'.repeat(5)}`
    for (const text of [wide, two])
      await expect(partsOf([await fileOf('odd.csv', text)], 200)).rejects.toThrow('split it')
  })
})
