import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textAt, type IncidentColumns } from '../../../src/incidents/columns.ts'
import { formatIsoDay } from '../../../src/incidents/day.ts'
import { interpretFiles, readFiles, type ImportedDataset } from '../../../src/ingest/importFiles.ts'
import type { ImportChoices, NotIncidentsCode } from '../../../src/query/importReport.ts'
import { expectAccounted } from './expectAccountedReport.ts'
import { countedByOthers, hasRealFiles, realFile } from './realFiles.ts'

/** What was counted in a file by other programs. */
interface Expected {
  records?: number
  header_records?: number
  hxl_records?: number
  sheet_read?: string
  valid_coordinates?: number
  missing_coordinates?: number
  invalid_coordinates?: number
  date_min?: string
  date_max?: string
  date_missing?: number
  ids_distinct?: number
  fatalities_sum?: number
  refused?: string
}

/** The same of our reading. */
interface Counted {
  records: number
  valid: number
  missing: number
  invalid: number
  undated: number
  from: string
  to: string
  ids: number
  /** Lower ends of the tolls of dead. */
  killed: number
}

/** Files without incidents, and what each of their tables is said to be. */
const notIncidents: Readonly<Record<string, NotIncidentsCode>> = {
  'acled/hdx-hapi-monthly-totals-2025_first300.csv': 'counts-by-period',
  'no-coordinates/earthquake-survey_cr-only.csv': 'survey',
  'timemap/bellingcat-ukraine_associations.json': 'lookup-table',
  'timemap/bellingcat-ukraine_sources.json': 'lookup-table',
  'maps/artillery-mymaps.kml.zip': 'no-date',
  // Its only dates are those of satellite images.
  'maps/mapvestigation_polygons.kml': 'no-date',
  'maps/points-with-strength-only.geojson': 'points-without-text',
}

/** Where our figures are not those of expected.json, and why: each was looked at in its file. */
const differences: Readonly<Record<string, { ours: Partial<Counted>; why: string }>> = {
  'airwars/gaza-incidents_first200.csv': {
    ours: { killed: 1503 },
    why: 'theirs is the sum of 114 cells with one number; ours counts also the least number of each range',
  },
  'airwars/syria-detail-ar-en_every4th.jsonl': {
    ours: { from: '2017-11-17', ids: 248, killed: 258 },
    why: 'the record with the longitude 4239.00416 is rejected: the first by date, with two dead',
  },
  'airwars/syria-summary-ar-en_every4th.json': {
    ours: { ids: 2028, killed: 5967, missing: 360 },
    why: 'the record without a date is rejected: it has no position and one dead',
  },
  'derived/gdelt_gzip.export.CSV.gz': {
    ours: { ids: 2413 },
    why: 'the record with a longitude and no latitude is rejected',
  },
  'gdelt/20180101000000.export.CSV': {
    ours: { ids: 2413 },
    why: 'the record with a longitude and no latitude is rejected',
  },
  'derived/migrants-fr_windows-1252_semicolon_decimal-comma.csv': {
    ours: { killed: 0 },
    why: '"Morts et disparus" are dead and missing together: nobody says how many are dead',
  },
  'derived/wapo_excel-serial-dates_swapped-lat-lon.csv': {
    ours: { valid: 66, invalid: 84, ids: 66, to: '2015-08-26' },
    why: 'theirs is for the columns put right, which is done when the user says so: see below',
  },
  'ucdp/ged-bangladesh-hxl_v19.csv': {
    ours: { killed: 1309 },
    why: 'theirs is the sum of `best`; ours of the lower ends of the ranges, from `low`',
  },
  'ucdp/ged-central-african-republic_v23.geojson': {
    ours: { killed: 13_694 },
    why: 'theirs is the sum of `best`; ours of the lower ends of the ranges, from `low`',
  },
  'ucdp/ged-ukraine-hxl_first400.csv': {
    ours: { killed: 4921 },
    why: 'theirs is the sum of `best`; ours of the lower ends of the ranges, from `low`',
  },
  'archives/crisisgroup_maritime.csv': {
    ours: { missing: 5 },
    why: 'two records with the date "Exact date unknown - ..." are rejected: neither has a position',
  },
  'police/uk-avon-somerset-2018-07_first2000.csv': {
    ours: { to: '2018-07-01' },
    why: 'a month is one date, which begins on its first day; its last day is in `dayTo`',
  },
}

const expected = countedByOthers<Expected>()

describe.skipIf(!hasRealFiles)('real files', () => {
  it.each(Object.entries(expected).filter(([name]) => !(name in notIncidents) && !isRefused(name)))(
    '%s has the counts that others found',
    { timeout: 60_000 },
    async (name, counts) => {
      const imported = await importFixture(name)
      const wanted = wantedOf(counts)
      expect(pick(count(imported, counts.sheet_read), wanted)).toEqual({
        ...wanted,
        ...differences[name]?.ours,
      })
      expectAccounted(imported.report)
    },
  )

  it.each(Object.entries(notIncidents))('%s holds no incidents: %s', async (name, code) => {
    const { report } = await importFixture(name)
    expect(report.incidents).toBe(0)
    expect(report.files.flatMap(({ tables }) => tables.map((table) => table.notIncidents))).toEqual([code])
    expect(report.files[0]?.tables[0]?.counts.leftOut).toBe(expected[name]?.records)
    expectAccounted(report)
  })

  it('a zipped shapefile is refused with its name', async () => {
    const { report } = await importFixture('maps/mapvestigation-shapefile.zip')
    expect(report.files.map(({ fault }) => fault)).toEqual(['shapefile'])
  })

  it('exchanged columns of latitude and longitude are put right when the user says so', async () => {
    const name = 'derived/wapo_excel-serial-dates_swapped-lat-lon.csv'
    const before = await importFixture(name)
    const [table] = before.report.files.flatMap(({ tables }) => tables)
    expect(table?.flags).toEqual([{ code: 'position-exchanged', count: 84 }])
    const after = await importFixture(name, { [table?.key ?? '']: { corrections: ['position-exchanged'] } })
    const wanted = wantedOf(expected[name] ?? {})
    expect(pick(count(after, undefined), wanted)).toEqual(wanted)
    expect(after.report.bounds).toEqual({ west: -156.483, south: 20.894, east: -70.877, north: 48.282 })
  })
})

function isRefused(name: string): boolean {
  return expected[name]?.refused !== undefined
}

async function importFixture(name: string, choices: ImportChoices = {}): Promise<ImportedDataset> {
  const read = await readFiles([{ name: basename(name), bytes: realFile(name) }])
  return interpretFiles(read, choices, { today: 20_783 })
}

function wantedOf(counts: Expected): Partial<Counted> {
  const wanted: Partial<Record<keyof Counted, number | string | undefined>> = {
    records: counts.records,
    valid: counts.valid_coordinates,
    missing: counts.missing_coordinates,
    invalid: counts.invalid_coordinates,
    undated: counts.date_missing,
    from: counts.date_min,
    to: counts.date_max,
    ids: counts.ids_distinct,
    killed: counts.fatalities_sum,
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
}

function pick(found: Counted, wanted: Partial<Counted>): Partial<Counted> {
  return Object.fromEntries(Object.entries(found).filter(([key]) => key in wanted))
}

const invalidCodes = ['half-position', 'unreadable-position', 'position-out-of-range']

function count({ report, columns: { columns } }: ImportedDataset, sheet: string | undefined): Counted {
  const all = report.files.flatMap(({ tables }) => tables)
  const tables = all.filter((each) => sheet === undefined || each.table === sheet || all.length === 1)
  const rejections = tables.flatMap((each) => each.rejections)
  const rejected = (codes: readonly string[]) =>
    rejections.reduce((sum, each) => sum + (codes.includes(each.code) ? each.count : 0), 0)
  const valid = columns.lng.reduce((sum, lng) => sum + (Number.isNaN(lng) ? 0 : 1), 0)
  return {
    records: tables.reduce((sum, { counts }) => sum + counts.records, 0),
    valid,
    missing: columns.rows - valid,
    invalid: rejected(invalidCodes),
    undated: rejected(['no-date']),
    from: formatIsoDay(Math.min(...columns.day)),
    to: formatIsoDay(Math.max(...columns.day)),
    ids: ownIds(columns).size,
    killed: columns.fatalitiesMin.reduce((sum, min) => sum + Math.max(0, min), 0),
  }
}

/** Ids as the file has them: a repeated one has a number behind it, and a record without one is `row-N`. */
function ownIds({ id, rows }: IncidentColumns): Set<string> {
  const all = new Set(Array.from({ length: rows }, (_, row) => textAt(id, row)))
  const own = [...all].filter((each) => !/^row-\d+$/.test(each))
  return new Set(own.map((each) => [each.replace(/-\d+$/, '')].find((first) => all.has(first)) ?? each))
}
