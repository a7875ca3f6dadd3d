import { readXlsx } from 'hucre/xlsx'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { writeGeoparquet } from '../../../src/export/geoparquet.ts'
import type { RecordWriter } from '../../../src/export/recordWriter.ts'
import { writeXlsx } from '../../../src/export/xlsx.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import { about, actors, incidentWith, places } from '../incidents/sampleRecords.ts'

async function* inGroups(incidents: readonly Incident[], size: number) {
  for (let i = 0; i < incidents.length; i += size) yield await Promise.resolve(incidents.slice(i, i + size))
}

async function piecesOf(write: RecordWriter, incidents: readonly Incident[], size = 64) {
  const dictionaries = { actors, places, publishers: [], tags: [] }
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of write(inGroups(incidents, size), {
    dictionaries,
    about,
    notes: ['Licence: CC0'],
  }))
    pieces.push(piece)
  return pieces
}

const bytesOf = async (...args: Parameters<typeof piecesOf>) =>
  new Blob(await piecesOf(...args)).arrayBuffer()

const somewhere = incidentWith({
  title: { en: '=1+1', ar: 'انفجار' },
  date: { start: '2025-10-22', end: '2025-10-23', precision: 'day' },
  place: { id: 'town', lng: -36.512345678901, lat: 36.25, precision: 'town' },
  casualties: [{ by: 'police', killed: { min: 2 }, group: 'all', sources: ['s1'] }],
})
const inCountry = incidentWith({
  id: 'two',
  date: { start: '1850-03-01', precision: 'month' },
  place: { id: 'freedonia', lng: 38, lat: 35, precision: 'country' },
})

describe('GeoParquet', () => {
  it('holds days as dates, counts as whole numbers, and points', async () => {
    const file = await bytesOf(writeGeoparquet, [somewhere, inCountry])
    const rows = await parquetReadObjects({ file })
    expect(rows).toMatchObject([
      {
        id: 'one',
        date_start: new Date('2025-10-22T00:00:00Z'),
        date_end: new Date('2025-10-23T00:00:00Z'),
        title_en: '=1+1',
        title_ar: 'انفجار',
        longitude: -36.512345678901,
        killed_min: 2,
        geometry: { type: 'Point', coordinates: [-36.512345678901, 36.25] },
      },
      { id: 'two', date_start: new Date('1850-03-01T00:00:00Z'), geometry: null },
    ])
  })

  it('says what its geometry is, and whose data it holds', async () => {
    const metadata = await parquetMetadataAsync(await bytesOf(writeGeoparquet, [somewhere]))
    const value = (key: string): unknown =>
      JSON.parse(metadata.key_value_metadata?.find((each) => each.key === key)?.value ?? '')
    expect(value('geo')).toEqual({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'] } },
    })
    expect(value('incident-atlas')).toEqual({ about, notes: ['Licence: CC0'] })
  })

  it('is written in pieces, so that memory does not grow with the number of rows', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => incidentWith({ id: `i${i}` }))
    const pieces = await piecesOf(writeGeoparquet, many, 256)
    expect(pieces.length).toBeGreaterThan(2)
    const file = await new Blob(pieces).arrayBuffer()
    const rows = await parquetReadObjects({ file, columns: ['id'], rowStart: 19_998 })
    expect(rows).toEqual([{ id: 'i19998' }, { id: 'i19999' }])
  })

  it('is whole without any record', async () => {
    expect(await parquetReadObjects({ file: await bytesOf(writeGeoparquet, []) })).toEqual([])
  })
})

async function sheetOf(...incidents: Incident[]) {
  const { sheets } = await readXlsx(new Uint8Array(await bytesOf(writeXlsx, incidents)))
  const [columns = [], ...rows] = sheets[0]?.rows ?? []
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [String(name), row[at] ?? null])))
}

describe('XLSX', () => {
  it('holds texts as texts, days as dates and numbers as numbers', async () => {
    const [row] = await sheetOf(somewhere)
    expect(row).toMatchObject({
      id: 'one',
      date_start: new Date('2025-10-22T00:00:00Z'),
      title_en: '=1+1',
      longitude: -36.512345678901,
      killed_min: 2,
      killed_max: null,
    })
  })

  it('holds a day that no serial number counts as text', async () => {
    expect((await sheetOf(inCountry))[0]).toMatchObject({ date_start: '1850-03-01', longitude: null })
  })

  it('goes on in further cells where the details are too long for one, and cuts other texts', async () => {
    const long = incidentWith({ summary: { en: 'a'.repeat(40_000) }, claims: claimsOf(400) })
    const [row] = await sheetOf(long)
    expect(row?.['summary_en']).toBe(`${'a'.repeat(32_766)}…`)
    const details = ['details', 'details_2', 'details_3', 'details_4']
      .map((name) => row?.[name] ?? '')
      .join('')
    expect(JSON.parse(details)).toMatchObject({ claims: claimsOf(400) })
  })
})

function claimsOf(count: number): NonNullable<Incident['claims']> {
  return Array.from({ length: count }, (_, i) => ({
    by: 'police',
    stance: 'asserts',
    says: { en: `${i} ${'word '.repeat(12)}` },
    sources: ['s1'],
  }))
}
