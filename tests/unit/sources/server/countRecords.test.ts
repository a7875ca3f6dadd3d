import { describe, expect, it } from 'vitest'
import { writerOf } from '../../../../src/export/writerOf.ts'
import type { Dictionaries } from '../../../../src/incidents/columns.ts'
import type { Incident } from '../../../../src/incidents/incident.ts'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import { exportFormats, type ExportFormat } from '../../../../src/query/incidentSource.ts'
import { createRecordCount } from '../../../../src/sources/server/countRecords.ts'
import { about } from '../../incidents/sampleRecords.ts'

const RECORDS = 5

/** Records whose texts hold what separates records. */
const records = Array.from({ length: RECORDS }, (_, at): Incident => ({
  id: `a${at}`,
  title: { en: 'He said "no",\r\nthen\nleft "' },
  summary: { en: 'Two\nlines, and a \\ before "quotes"' },
  date: { start: '2025-10-22', precision: 'day' },
  place: { id: 'harem', lng: 36.5, lat: 36.2, precision: 'town' },
  type: 'battles',
  subtype: 'armed-clash',
  actors: [],
  sources: [],
  status: 'reported',
}))

const dictionaries: Dictionaries = {
  actors: [],
  places: [{ id: 'harem', kind: 'country', name: { en: 'Harem' }, aliases: [] }],
  publishers: [],
  tags: [],
}

async function* eachAlone() {
  for (const record of records) yield await Promise.resolve([record])
}

/** The bytes of a file, with the number of records that each piece of the writer completes. */
async function fileOf(format: ExportFormat, notes: string[]): Promise<Uint8Array[]> {
  const write = await writerOf(format)
  const pieces: Uint8Array[] = []
  for await (const piece of write(eachAlone(), { dictionaries, about, notes })) pieces.push(piece)
  return pieces
}

describe('the records of a file that arrives', () => {
  it.each([
    ['csv', []],
    ['csv', ['Licence: CC0', 'the "second"\nnote']],
    ['json', []],
    ['geojson', ['not in the file']],
  ] as [ExportFormat, string[]][])(
    'are counted as they end, in any pieces: %s, notes %j',
    async (format, notes) => {
      const pieces = await fileOf(format, notes)
      const count = createRecordCount({ filters: noFilters, format, notes })
      const counted = pieces.map((piece) => {
        for (let start = 0; start < piece.length; start += 7) count(piece.subarray(start, start + 7))
        return count(new Uint8Array())
      })
      // A record of JSON has ended when the next one begins; what follows the last may be a line too.
      const late = format === 'csv' ? 0 : 1
      expect(counted.slice(0, RECORDS)).toEqual(records.map((_, at) => at + 1 - late))
      expect(counted.at(-1)).toBeGreaterThanOrEqual(RECORDS)
    },
  )

  it('are not counted where the bytes do not show them', async () => {
    for (const format of exportFormats.filter((each) => each === 'xlsx' || each === 'geoparquet')) {
      const count = createRecordCount({ filters: noFilters, format })
      for (const piece of await fileOf(format, [])) expect(count(piece)).toBe(0)
    }
  })
})
