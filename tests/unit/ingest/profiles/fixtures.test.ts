import { describe, expect, it } from 'vitest'
import { formatIsoDay, parseDay, spanOfUnit } from '../../../../src/incidents/day.ts'
import { allProfiles } from '../../../../src/ingest/profiles/allProfiles.ts'
import { columnsByName } from '../../../../src/ingest/profiles/columnsByName.ts'
import { gdelt2Columns } from '../../../../src/ingest/profiles/gdeltColumns.ts'
import { readFile } from '../../../../src/ingest/readers/readFile.ts'
import type { RowIncident, RowOutcome } from '../../../../src/ingest/rowIncident.ts'
import { countedByOthers, hasRealFiles, realFile } from '../realFiles.ts'
import { headOf, readRows, type Cells } from './readRows.ts'

/** What was counted of a file; a number that does not apply to it is absent. */
interface Expected {
  records: number
  valid_coordinates?: number
  missing_coordinates?: number
  invalid_coordinates?: number
  date_min?: string
  date_max?: string
  date_missing?: number
  ids_distinct?: number
  actors_distinct?: number
  countries_distinct?: number
  types_distinct?: number
  fatalities_sum?: number
  fatalities_numeric_rows?: number
  rows_with_url?: number
}

/** How the numbers of a form are found again in what its profile reads. */
interface Counted {
  /** Columns whose distinct texts were counted as actors, countries and types. */
  actors?: readonly string[]
  countries?: readonly string[]
  types?: readonly string[]
  /** Names of the columns, where the file has none. */
  columns?: readonly string[]
  /** Whether dates are months, whose last day was counted as the last date. */
  isMonthly?: boolean
  /** Numbers that differ, and who is right. */
  differs?: Partial<Expected>
  /** The dead of an incident, where the file gives a number; undefined where it does not. */
  dead?: ((incident: RowIncident) => number | undefined) | undefined
}

const acled: Counted = {
  actors: ['actor1', 'actor2'],
  countries: ['country'],
  types: ['event_type'],
  dead: ({ casualties: [figure] }) =>
    figure?.killed === 'none-or-unknown'
      ? 0
      : typeof figure?.killed === 'object'
        ? figure.killed.min
        : undefined,
}

const ucdp: Counted = {
  actors: ['side_a', 'side_b'],
  countries: ['country'],
  types: ['type_of_violence'],
  dead: ({ casualties: [figure] }) => Number(/best estimate (\d+)/.exec(figure?.said?.en ?? '')?.[1]),
}

const gdelt: Counted = {
  columns: gdelt2Columns,
  actors: ['Actor1Name', 'Actor2Name'],
  countries: ['ActionGeo_CountryCode'],
  types: ['EventRootCode'],
  // The record with a longitude and no latitude is rejected.
  differs: { ids_distinct: 2413, rows_with_url: 2413 },
}

const least = ({ casualties: [figure] }: RowIncident) =>
  typeof figure?.killed === 'object' ? figure.killed.min : undefined

/** The files that a profile reads, with the profile. */
const incidentFiles: readonly [file: string, profile: string, counted: Counted][] = [
  ['acled/burkina-faso-2020-export_first300.csv', 'acled', acled],
  ['acled/current-31-columns_2rows.csv', 'acled', acled],
  ['acled/derived-5-columns_first400.csv', 'acled', { types: ['event_type'], dead: acled.dead }],
  ['derived/acled-burkina-faso_semicolon_bom_crlf.csv', 'acled', acled],
  ['ucdp/ged-bangladesh-hxl_v19.csv', 'ucdp-ged', ucdp],
  ['ucdp/ged-central-african-republic_v23.geojson', 'ucdp-ged', ucdp],
  ['ucdp/ged-ukraine-hxl_first400.csv', 'ucdp-ged', ucdp],
  ['gdelt/20180101000000.export.CSV', 'gdelt-2', gdelt],
  ['derived/gdelt_gzip.export.CSV.gz', 'gdelt-2', gdelt],
  ['timemap/bellingcat-ukraine_events.json', 'timemap', {}],
  ['derived/timemap_download-api-shape.json', 'timemap', {}],
  [
    'airwars/gaza-incidents_first200.csv',
    'airwars',
    // The sum was taken over plain numbers, without the ranges.
    {
      dead: ({ casualties: [figure] }) =>
        typeof figure?.killed === 'object' && figure.killed.min === figure.killed.max
          ? figure.killed.min
          : undefined,
    },
  ],
  [
    'airwars/syria-summary-ar-en_every4th.json',
    'airwars',
    {
      actors: ['military_original'],
      dead: least,
      // The case without a date is rejected; it has one dead.
      differs: {
        ids_distinct: 2028,
        rows_with_url: 2028,
        fatalities_numeric_rows: 1704,
        fatalities_sum: 5967,
      },
    },
  ],
  [
    'airwars/syria-detail-ar-en_every4th.jsonl',
    'airwars',
    {
      actors: ['alleged_belligerent'],
      dead: least,
      // The first case, of two dead, has a longitude out of range and is rejected. Two cases without sources have the
      // page of Airwars as their source.
      differs: {
        date_min: '2017-11-17',
        ids_distinct: 248,
        fatalities_numeric_rows: 128,
        fatalities_sum: 258,
        rows_with_url: 248,
      },
    },
  ],
  ['archives/ushahidi-v3_rni-indonesia.csv', 'ushahidi', {}],
  ['police/uk-avon-somerset-2018-07_first2000.csv', 'police-uk', { isMonthly: true }],
]

/** Files whose form is known and that hold no incidents. */
const otherFiles: readonly [file: string, code: string][] = [
  ['acled/hdx-hapi-monthly-totals-2025_first300.csv', 'counts-by-period'],
  ['timemap/bellingcat-ukraine_sources.json', 'lookup-table'],
  ['timemap/bellingcat-ukraine_associations.json', 'lookup-table'],
]

/** Files of other forms, which no profile may take. */
const strangers = [
  'aid-worker-security/awsd-2016_first1200.csv',
  'archives/crisisgroup_maritime.csv',
  'archives/syrian-archive_russian-attacks.csv',
  'derived/syria-ar_windows-1256_semicolon_decimal-comma.csv',
  'earthquakes/usgs-1988-2018_first400.kml',
  'earthquakes/usgs-all-week-2018-02.geojson',
  'insecurity-insight/education-api-2024_first800.json',
  'insecurity-insight/protection-2020-2023.xlsx',
  'maps/artillery-mymaps.kml.zip',
  'maps/mapvestigation_polygons.kml',
  'maps/points-with-strength-only.geojson',
  'migrants/iom-missing-migrants-2020_first3000.csv',
  'no-coordinates/who-attacks-on-health-care-ukraine-2022.csv',
  'no-coordinates/earthquake-survey_cr-only.csv',
  'piracy/pirate-attacks_first3500.csv',
  'us/guardian-police-killings_538.csv',
  'us/la-riots.csv',
  'us/wapo-fatal-police-shootings_first3000.csv',
]

describe.skipIf(!hasRealFiles)('real files', () => {
  const expectations = countedByOthers<Expected>()

  it.each(incidentFiles)('reads %s by the profile %s with its counts', async (file, id, counted) => {
    const cells = await cellsOf(file)
    const profile = allProfiles.find((each) => each.recognize(headOf(cells)))
    expect(profile?.id).toBe(id)
    expect(profile?.recognize(headOf(cells))?.kind).toBe('incidents')
    const outcomes = profile ? readRows(profile, cells, { dayOrder: 'month-first' }) : []
    const expected = expectations[file]
    expect(numbersOf(outcomes, cells, counted, expected)).toEqual(
      expected && { ...wantedOf(expected, counted), ...counted.differs },
    )
  })

  it.each(otherFiles)('says what %s holds', async (file, code) => {
    const head = headOf(await cellsOf(file))
    const recognition = allProfiles.map((each) => each.recognize(head)).find(Boolean)
    expect(recognition).toMatchObject({ kind: 'not-incidents', code })
  })

  it.each(strangers)('leaves %s to the mapping of columns', async (file) => {
    const head = headOf(await cellsOf(file))
    expect(allProfiles.filter((each) => each.recognize(head)).map(({ id }) => id)).toEqual([])
  })

  it('reads the sheet of events of TimeMap’s spreadsheet alone, with its sources and associations', async () => {
    const sheets = await tablesOf('timemap/spreadsheet-template.xlsx')
    const profile = allProfiles.find(({ id }) => id === 'timemap')
    if (!profile) throw new Error('absent')
    const kinds = sheets.map((sheet) => [sheet.table, profile.recognize(headOf(sheet))?.kind])
    expect(kinds.filter(([, kind]) => kind === 'incidents')).toEqual([['EXPORT_EVENTS', 'incidents']])
    const events = sheets.find(({ table }) => table === 'EXPORT_EVENTS')
    const outcomes = events
      ? readRows(profile, events, { others: sheets.filter((each) => each !== events) })
      : []
    const incidents = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.incident] : []))
    expect(incidents).toHaveLength(11)
    expect(incidents.filter(({ place }) => place.position)).toHaveLength(10)
    const starts = incidents.map(({ date }) => date.start).toSorted()
    expect([starts[0], starts.at(-1)]).toEqual(['2014-10-08', '2015-10-21'])
    // One source has no path, and two events have no other.
    expect(incidents.filter(({ sources }) => sources.length > 0)).toHaveLength(9)
    expect(incidents.flatMap(({ tags }) => tags)).toContain('Weapons / Long Range: Rifle')
  })

  it('joins the sources and associations of TimeMap to its events', async () => {
    const [events, sources, associations] = await Promise.all(
      ['events', 'sources', 'associations'].map((name) => cellsOf(`timemap/bellingcat-ukraine_${name}.json`)),
    )
    const profile = allProfiles.find(({ id }) => id === 'timemap')
    if (!profile || !events || !sources || !associations) throw new Error('absent')
    const outcomes = readRows(profile, events, { others: [sources, associations] })
    const incidents = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.incident] : []))
    expect(incidents.filter((incident) => incident.sources.some(({ url }) => url))).toHaveLength(1039)
    const tags = new Set(incidents.flatMap((incident) => incident.tags))
    expect(tags).toContain('Type of area affected: Residential')
    expect([...tags].filter((tag) => /^asc\d/.test(tag))).toEqual([])
  })
})

type Numbers = Partial<Record<keyof Expected, number | string>>

const compared = [
  'records',
  'valid_coordinates',
  'missing_coordinates',
  'invalid_coordinates',
  'date_min',
  'date_max',
  'date_missing',
  'ids_distinct',
  'actors_distinct',
  'countries_distinct',
  'types_distinct',
  'fatalities_sum',
  'fatalities_numeric_rows',
  'rows_with_url',
] as const satisfies readonly (keyof Expected)[]

/** Of the expected numbers those that the outcomes of this form can show. */
function wantedOf(expected: Expected, counted: Counted): Numbers {
  const has: Partial<Record<keyof Expected, boolean>> = {
    actors_distinct: counted.actors !== undefined,
    countries_distinct: counted.countries !== undefined,
    types_distinct: counted.types !== undefined,
    fatalities_sum: counted.dead !== undefined,
    fatalities_numeric_rows: counted.dead !== undefined,
  }
  return Object.fromEntries(
    compared.flatMap((key) =>
      expected[key] === undefined || has[key] === false ? [] : [[key, expected[key]]],
    ),
  )
}

function numbersOf(
  outcomes: readonly RowOutcome[],
  cells: Cells,
  counted: Counted,
  expected: Expected | undefined,
): Numbers {
  const incidents = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.incident] : []))
  const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code]))
  const starts = incidents.map(({ date }) => date.start).toSorted()
  const dead = incidents.map((incident) => counted.dead?.(incident)).filter((count) => count !== undefined)
  const all: Numbers = {
    records: outcomes.length,
    valid_coordinates: incidents.filter(({ place }) => place.position).length,
    missing_coordinates:
      incidents.filter(({ place }) => !place.position).length +
      codes.filter((code) => code === 'no-date').length,
    invalid_coordinates: codes.filter((code) => code.includes('position')).length,
    date_min: starts[0] ?? '',
    date_max: counted.isMonthly ? endOfMonth(starts.at(-1) ?? '') : (starts.at(-1) ?? ''),
    date_missing: codes.filter((code) => code === 'no-date').length,
    ids_distinct: new Set(incidents.flatMap(({ id }) => id ?? [])).size,
    actors_distinct: distinct(cells, counted.columns, counted.actors),
    countries_distinct: distinct(cells, counted.columns, counted.countries),
    types_distinct: distinct(cells, counted.columns, counted.types),
    fatalities_sum: dead.reduce((sum, count) => sum + count, 0),
    fatalities_numeric_rows: dead.length,
    rows_with_url: incidents.filter(({ sources }) => sources.some(({ url }) => url)).length,
  }
  const wanted = expected ? Object.keys(wantedOf(expected, counted)) : []
  return Object.fromEntries(Object.entries(all).filter(([key]) => wanted.includes(key)))
}

/** The last day of the month of a day. */
function endOfMonth(start: string): string {
  const day = parseDay(start)
  return day === undefined ? start : formatIsoDay(spanOfUnit(day, 'month').to)
}

/** Number of distinct texts in some columns of the file. */
function distinct(
  { columns, rows }: Cells,
  names: readonly string[] | undefined,
  wanted: readonly string[] = [],
): number {
  const named = columnsByName(names ?? columns)
  return new Set(rows.flatMap((row) => wanted.map((name) => named.cell(row, name)).filter(Boolean))).size
}

/** The first table of a file, as its reader gives it. */
async function cellsOf(file: string): Promise<Cells> {
  const tables = await tablesOf(file)
  const [table] = tables
  if (!table) throw new Error(`no table in ${file}`)
  return table
}

async function tablesOf(file: string): Promise<Cells[]> {
  const read = await readFile(file, new Uint8Array(realFile(file)), {})
  return read.flatMap((each) => {
    if ('fault' in each) throw new Error(`${file}: ${each.fault}`)
    return each.tables.map((table) => ({
      file,
      table: table.name,
      format: each.format,
      columns: table.columns,
      rows: [...table.rows()].map(({ cells }) => cells),
    }))
  })
}
