import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretFiles, readFiles, type ImportedDataset } from '../../../src/ingest/importFiles.ts'
import {
  correctableFlags,
  dayOrders,
  mappedFields,
  type TableChoices,
} from '../../../src/query/importReport.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { expectAccounted } from './expectAccountedReport.ts'

const encoder = new TextEncoder()

async function importOne(
  name: string,
  bytes: Uint8Array,
  chosen: TableChoices = {},
): Promise<ImportedDataset> {
  const read = await readFiles([{ name, bytes }])
  const keys = Array.from({ length: 5 }, (_, i) => `${name}#${i + 1}`)
  return interpretFiles(read, Object.fromEntries(keys.map((key) => [key, chosen])), { today: 20_000 })
}

/** Every row of the columns is a record that can be read again; every rejected record is a row of the CSV. */
function expectReadAgain({ report, columns: { columns }, record, rejectedRows }: ImportedDataset): void {
  for (let row = 0; row < columns.rows; row += 1) record(row)
  for (const { key, counts } of report.files.flatMap(({ tables }) => tables)) {
    expect([...rejectedRows(key)]).toHaveLength(counts.rejected + 1)
  }
}

const cell = fc.oneof(
  fc.constantFrom('', 'NA', '2025-10-20', '02/03/2024', '31/12/2023', '12/31/2023', '45585', 'soon', '1999'),
  fc.constantFrom('36.2', '-122.127', '91', '0', "35°36'N", '36,5', '33.5, 36.3', 'POINT(36 33)', 'north'),
  fc.constantFrom(
    '3',
    '4 - 5',
    'several',
    '-1',
    'https://example.org/a',
    'Syria',
    'Here',
    '=A1',
    "'x",
    'a;b',
  ),
  fc.string({ maxLength: 12 }),
)
const name = fc.oneof(
  fc.constantFrom(
    'id',
    'date',
    'end date',
    'lat',
    'lon',
    'coordinates',
    'country',
    'place',
    'type',
    'killed',
  ),
  fc.constantFrom(
    'killed min',
    'killed max',
    'actor',
    'source',
    'url',
    'description',
    '__proto__',
    'year',
    '',
  ),
  fc.string({ maxLength: 8 }),
)
const table = fc
  .integer({ min: 1, max: 8 })
  .chain((width) =>
    fc.tuple(
      fc.array(name, { minLength: width, maxLength: width }),
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }),
    ),
  )
const choices: fc.Arbitrary<TableChoices> = fc.record(
  {
    profile: fc.constantFrom(
      'mapping',
      'acled',
      'ucdp-ged',
      'gdelt-2',
      'timemap',
      'airwars',
      'kobo',
      'atlas',
    ),
    fields: fc.array(fc.option(fc.constantFrom(...mappedFields)), { minLength: 8, maxLength: 8 }),
    dayOrder: fc.constantFrom(...dayOrders),
    corrections: fc.subarray([...correctableFlags]),
    skip: fc.boolean(),
  },
  { requiredKeys: [] },
)

function csvOf([names, rows]: readonly [string[], string[][]]): Uint8Array {
  const quoted = (each: string) => `"${each.replaceAll('"', '""')}"`
  return encoder.encode([names, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'))
}

describe('every row is accounted for', () => {
  it('in random tables, whatever is chosen for them', async () => {
    await fc.assert(
      fc.asyncProperty(table, choices, async (random, chosen) => {
        const imported = await importOne('random.csv', csvOf(random), chosen)
        expectAccounted(imported.report)
        expectReadAgain(imported)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('when the rejected rows of a random table are given again with it', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (random) => {
        const bytes = csvOf(random)
        const first = await importOne('random.csv', bytes)
        const [report] = first.report.files[0]?.tables ?? []
        if (!report || report.notIncidents || report.columns.every((column) => column.name.trim() === ''))
          return
        const rejected = encoder.encode([...first.rejectedRows(report.key)].join(''))
        const read = await readFiles([
          { name: 'random.csv', bytes },
          { name: 'rejected.csv', bytes: rejected },
        ])
        const again = await interpretFiles(read, {}, { today: 20_000 })
        expectAccounted(again.report)
        expectReadAgain(again)
        expect(again.report.incidents).toBe(first.report.incidents)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it.each(filesBelow('tests/corpora/tables').concat(filesBelow('tests/corpora/files')))(
    '%s',
    async (path) => {
      const imported = await importOne(basename(path), readFileSync(path))
      expectAccounted(imported.report)
      expectReadAgain(imported)
    },
  )
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry)
    if (statSync(path).isDirectory()) return filesBelow(path)
    return /expected\.(json|txt)$/.test(entry) ? [] : [path]
  })
}
