import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../../src/export/csv.ts'
import { writeFullJson } from '../../../../src/export/fullJson.ts'
import { writeGeojson } from '../../../../src/export/geojson.ts'
import type { RecordWriter } from '../../../../src/export/recordWriter.ts'
import type { Incident } from '../../../../src/incidents/incident.ts'
import { isRecord } from '../../../../src/incidents/shapeChecks.ts'
import { atlas } from '../../../../src/ingest/profiles/atlas.ts'
import type { TableHead } from '../../../../src/ingest/profiles/profile.ts'
import type { FileTable } from '../../../../src/ingest/readers/fileTable.ts'
import { readTableFile } from '../../../../src/ingest/readers/tableFile.ts'
import { namesOf } from '../../../../src/tabular/namesOf.ts'
import { entriesOf } from '../../../../src/tabular/recordDetails.ts'
import { propertyRuns } from '../../../propertyRuns.ts'
import * as sample from '../../incidents/sampleRecords.ts'
import { anyRecords, type AnyRecords } from '../../tabular/anyRecords.ts'

async function* inOneGroup(incidents: readonly Incident[]) {
  yield await Promise.resolve(incidents)
}

async function bytesOf(write: RecordWriter, { actors, places, incidents }: AnyRecords, notes: string[] = []) {
  const dictionaries = { actors, places, publishers: [], tags: [] }
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of write(inOneGroup(incidents), { dictionaries, about: sample.about, notes }))
    pieces.push(piece)
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

/** A table in memory. */
function tableOf(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): FileTable {
  const records = rows.map((cells, entry) => ({ entry, cells: [...cells] }))
  return {
    name,
    columns,
    width: columns.length,
    records: records.length,
    rows: () => records,
    record: (index) => records[index] ?? { entry: 0, cells: [] },
  }
}

const headOf = (table: FileTable): TableHead => ({
  file: 'file',
  table: table.name,
  format: 'table',
  columns: table.columns,
  width: table.width,
  records: table.records,
  sample: [...table.rows()].map(({ cells }) => cells),
})

/** What the profile reads from a table, row by row. */
function readAll(table: FileTable, others: readonly FileTable[] = []) {
  expect(atlas.recognize(headOf(table))?.kind).toBe('incidents')
  const read = atlas.reader({
    columns: table.columns,
    lang: 'en',
    dayOrder: undefined,
    claimant: 'the file',
    others: others.map((other) => ({ head: headOf(other), table: other })),
  })
  return [...table.rows()].map(({ cells }) => read([cells]))
}

const ownOf = (outcome: ReturnType<typeof readAll>[number]) =>
  outcome.ok ? outcome.incident.own?.incident : outcome

/** The leaves of a record by path, as readers of nested formats give them. */
function leavesOf(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, of]: [string, unknown]): [string, string][] => {
    const at = path ? `${path}.${name}` : name
    if (isRecord(of)) return leavesOf(of, at)
    if (of === null || of === undefined || (Array.isArray(of) && of.length === 0)) return []
    return [[at, typeof of === 'string' ? of : JSON.stringify(of)]]
  })
}

function nestedTable(name: string, records: readonly object[]): FileTable {
  const rows = records.map((record) => new Map(leavesOf(record)))
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  return tableOf(
    name,
    columns,
    rows.map((row) => columns.map((column) => row.get(column) ?? '')),
  )
}

const decoded = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, object[]>

// Thousands of files are written and read.
describe('what is exported is read back', { timeout: 600_000 }, () => {
  it('from CSV, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, fc.boolean(), async (records, hasNotes) => {
        const bytes = await bytesOf(writeCsv, records, hasNotes ? ['Licence: CC0', 'Citation: "a", b'] : [])
        const read = await readTableFile('incidents.csv', bytes, {})
        const [table] = 'tables' in read ? read.tables : []
        expect(table?.records).toBe(records.incidents.length)
        expect(readAll(table ?? tableOf('', [], [])).map(ownOf)).toEqual(records.incidents)
      }),
      { numRuns: propertyRuns(5_000) },
    )
  })

  it('from GeoJSON, with what its ids stand for', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const { features = [] } = decoded(await bytesOf(writeGeojson, records))
        const properties = features.map((feature) =>
          'properties' in feature ? Object(feature.properties) : {},
        )
        const read = readAll(nestedTable('', properties))
        expect(read.map(ownOf)).toEqual(records.incidents)
        const names = namesOf(records)
        expect(read.map((each) => each.ok && each.incident.own?.entries)).toEqual(
          records.incidents.map((incident) => entriesOf(incident, names)),
        )
      }),
      { numRuns: propertyRuns(1_000) },
    )
  })

  it('from full records in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const { incidents = [], actors = [], places = [] } = decoded(await bytesOf(writeFullJson, records))
        const others = [nestedTable('actors', actors), nestedTable('places', places)]
        const read = readAll(nestedTable('incidents', incidents), others)
        expect(read.map(ownOf)).toEqual(records.incidents)
        const names = namesOf(records)
        expect(read.map((each) => each.ok && each.incident.own?.entries)).toEqual(
          records.incidents.map((incident) => entriesOf(incident, names)),
        )
      }),
      { numRuns: propertyRuns(1_000) },
    )
  })
})

/** The row that an incident is exported as, with some of its cells replaced. */
async function rowWith(incident: Incident, changes: Readonly<Record<string, string>>): Promise<FileTable> {
  const bytes = await bytesOf(writeCsv, { ...sample, incidents: [incident] })
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true })
  const [columns = [], row = []] = data
  return tableOf('', columns, [row.map((cell, at) => changes[columns[at] ?? ''] ?? cell)])
}

async function readWith(incident: Incident, changes: Readonly<Record<string, string>>) {
  const [outcome] = readAll(await rowWith(incident, changes))
  return outcome
}

const toll: Incident['casualties'] = [
  { by: 'police', killed: { min: 2, max: 3 }, group: 'all', sources: ['s1'] },
  { by: { en: 'A monitor' }, killed: { min: 5 }, group: { en: 'guards' }, sources: ['s1'] },
]

describe('a row that somebody has changed', () => {
  it('keeps the whole record where only plain values were changed', async () => {
    const read = await readWith(sample.incidentWith({ casualties: toll }), {
      title_en: 'Another',
      date_start: '2025-10-20',
    })
    expect(read).toMatchObject({
      ok: true,
      incident: {
        own: {
          incident: {
            title: { en: 'Another' },
            date: { start: '2025-10-20', end: '2025-10-22' },
            casualties: toll,
          },
        },
      },
    })
  })

  it('says what its words say where they are no longer those of the record', async () => {
    const read = await readWith(sample.incidentWith({ casualties: toll }), {
      actors: 'police (target)\nA crowd',
      killed_min: '4',
      killed_max: '',
      killed_by: 'A court',
      sources: 'The Paper https://example.org/2\nRadio',
      place: 'Village',
    })
    expect(read).toMatchObject({ ok: true, flags: [] })
    expect(read?.ok && read.incident.own).toBeUndefined()
    expect(read?.ok && read.incident).toMatchObject({
      id: 'one',
      actors: [
        { name: { en: 'police' }, role: 'target' },
        { name: { en: 'A crowd' }, role: 'party' },
      ],
      casualties: [{ by: 'A court', group: 'all', killed: { min: 4 } }],
      sources: [{ publisher: 'The Paper', url: 'https://example.org/2' }, { publisher: 'Radio' }],
      place: { country: 'Freedonia', region: 'North', locality: 'Village', position: [36.5, 36.25] },
    })
  })

  it('asserts no figure that cannot be read', async () => {
    const read = await readWith(sample.incidentWith({}), {
      killed_min: 'about 4',
      wounded_min: '5',
      wounded_max: '2',
    })
    expect(read).toMatchObject({ ok: true, flags: ['unreadable-count', 'unreadable-count'] })
    expect(read?.ok && read.incident.casualties).toEqual([])
  })

  it.each([
    ['no-date', { date_start: '' }, 'date_start'],
    ['unreadable-date', { date_start: 'soon' }, 'date_start'],
    ['ambiguous-date', { date_start: '02/03/2024' }, 'date_start'],
    ['end-before-start', { date_end: '2025-10-01' }, 'date_end'],
    ['half-position', { longitude: '' }, 'latitude'],
    ['unreadable-position', { longitude: '36,5' }, 'latitude'],
    ['position-out-of-range', { longitude: '360' }, 'latitude'],
  ])('is rejected: %s', async (code, changes, column) => {
    const table = await rowWith(sample.incidentWith({}), changes)
    expect(readAll(table)).toEqual([{ ok: false, code, column: table.columns.indexOf(column) }])
  })
})

describe('a row that somebody has written into the template', () => {
  const columns = [
    'date_start',
    'title_fr',
    'event_type',
    'killed_min',
    'killed_max',
    'killed_by',
    'wounded_min',
    'tags',
  ]
  const read = (row: string[]) => readAll(tableOf('', columns, [row]))[0]

  it('states only what it says', () => {
    expect(read(['2024-05', 'Un titre', 'Looting', '', '', '', '', ''])).toMatchObject({
      ok: true,
      incident: {
        id: undefined,
        title: { fr: 'Un titre' },
        summary: undefined,
        date: { start: '2024-05-01', precision: 'month' },
        place: { position: undefined, precision: undefined },
        type: undefined,
        actors: [],
        casualties: [],
        sources: [],
        status: undefined,
        tags: ['Looting'],
      },
    })
  })

  it('names who gives the figures, or else the file', () => {
    const casualties = (row: string[]) => {
      const outcome = read(row)
      return outcome?.ok ? outcome.incident.casualties : outcome
    }
    expect(casualties(['2024-05-01', '', 'battles', '2', '3', 'A hospital', '4', ''])).toEqual([
      { by: 'A hospital', group: 'all', killed: { min: 2, max: 3 } },
      { by: 'the file', group: 'all', wounded: { min: 4 } },
    ])
    expect(casualties(['2024-05-01', '', 'Battles', '', '0', '', '4', ''])).toEqual([
      { by: 'the file', group: 'all', killed: { max: 0 }, wounded: { min: 4 } },
    ])
  })
})

describe('a table of another form', () => {
  it('is not recognized', () => {
    expect(atlas.recognize(headOf(tableOf('', ['date', 'event_type', '__proto__'], [])))).toBeUndefined()
  })

  it('is told apart from the actors and places of full records', () => {
    expect(
      atlas.recognize(
        headOf(
          nestedTable(
            'places',
            sample.places.map((each) => ({ ...each, aliases: ['x'] })),
          ),
        ),
      ),
    ).toEqual({
      kind: 'not-incidents',
      code: 'lookup-table',
      by: ['id', 'kind', 'aliases'],
    })
  })
})

describe('a damaged record with all its parts', () => {
  const broken = (change: object) => {
    const table = nestedTable('', [{ ...sample.incidentWith({}), ...change }])
    const [outcome] = readAll(table)
    return outcome?.ok === false ? [outcome.code, table.columns[outcome.column]] : outcome
  }

  it('is rejected with the member at fault', () => {
    expect(broken({ date: { start: '2025-02-30', precision: 'day' } })).toEqual([
      'unreadable-date',
      'date.start',
    ])
    expect(broken({ type: 'war' })).toEqual(['invalid-field', 'type'])
    expect(broken({ place: { id: 'town', lng: 'x', lat: 1, precision: 'town' } })).toEqual([
      'unreadable-position',
      'place.lng',
    ])
  })
})
