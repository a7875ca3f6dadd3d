import type { Translated } from '../../incidents/incident.ts'
import {
  eventTypes,
  geoPrecisions,
  languages,
  statuses,
  subEventTypes,
  timePrecisions,
  tollStandings,
} from '../../incidents/vocabulary.ts'
import { codeOf } from '../../engine/table/codeOf.ts'
import type { IncidentSummary } from '../../query/incidentResult.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import { sql, type Sql } from '../sql.ts'
import { NOWHERE, wholeTable } from '../tables.ts'
import type { Snapshot } from './snapshot.ts'

/** A row of `incidents` as lists need it: its columns in the order of `listedColumns`. */
type ListedColumns = [
  row: number,
  day: number,
  days: number,
  timePrecision: number,
  type: number,
  subtype: number,
  status: number,
  place: number,
  lng: number | null,
  lat: number | null,
  geoPrecision: number,
  deaths: number,
  fatalitiesMin: number,
  fatalitiesMax: number,
  sources: number,
  x: number,
  y: number,
]

const listedColumns = sql`row, day, days, time_precision, type, subtype, status, place, lng, lat, geo_precision,
  deaths, fatalities_min, fatalities_max, sources, x, y`

/** A row of `incidents`: all of its summary but for what only its record has. */
export interface ListedRow {
  row: number
  day: number
  /** World coordinates on the lattice; null where the map does not draw the row. */
  at: [x: number, y: number] | null
  rest: Omit<IncidentSummary, 'id' | 'title'>
}

/** Reads rows of `incidents`. @param which conditions, order and limit: all behind FROM */
export async function readListedRows(
  { connection }: Snapshot,
  which: Sql,
  { signal }: Abortable = {},
): Promise<ListedRow[]> {
  const rows = await connection.rows<ListedColumns>(
    sql`SELECT ${listedColumns} FROM ${wholeTable(connection.base, 'incidents')} ${which}`,
    { signal },
  )
  return rows.map(listedRow)
}

function listedRow(columns: ListedColumns): ListedRow {
  const [row, day, days, timePrecision, type, subtype, status, place, lng, lat, geoPrecision] = columns
  const [, , , , , , , , , , , deaths, min, max, sources, x, y] = columns
  return {
    row,
    day,
    at: x === NOWHERE ? null : [x, y],
    rest: {
      start: day,
      end: day + days,
      timePrecision: codeOf(timePrecisions, timePrecision),
      type: codeOf(eventTypes, type),
      subtype: codeOf(subEventTypes, subtype),
      status: codeOf(statuses, status),
      place,
      // Written with the fewest digits that give the same 32-bit float.
      position: lng === null || lat === null ? null : [Math.fround(lng), Math.fround(lat)],
      geoPrecision: codeOf(geoPrecisions, geoPrecision),
      deaths: {
        standing: codeOf(tollStandings, deaths),
        min: min < 0 ? null : min,
        max: max < 0 ? null : max,
      },
      sources,
    },
  }
}

/** Ids and titles of rows. */
type TitleColumns = [row: number, id: string, en: string, ar: string, fr: string]

/** The summaries of rows, in their order. @throws SourceError 'malformed' where a row has no record */
export async function summariesOf(
  snapshot: Snapshot,
  rows: readonly ListedRow[],
  options: Abortable = {},
): Promise<IncidentSummary[]> {
  const heads = await readHeads(
    snapshot,
    rows.map(({ row }) => row),
    options,
  )
  return rows.map(({ row, rest }) => {
    const head = heads.get(row)
    if (!head) throw new SourceError('malformed', 'a row of the base has no record')
    return { ...head, ...rest }
  })
}

async function readHeads(
  { connection }: Snapshot,
  rows: readonly number[],
  { signal }: Abortable,
): Promise<Map<number, Pick<IncidentSummary, 'id' | 'title'>>> {
  if (rows.length === 0) return new Map()
  const titles = await connection.rows<TitleColumns>(
    sql`SELECT row, id, title_en, title_ar, title_fr FROM ${wholeTable(connection.base, 'records')}
      WHERE row IN (${[...new Set(rows)]})`,
    { signal },
  )
  return new Map(titles.map(([row, id, en, ar, fr]) => [row, { id, title: titleOf({ en, ar, fr }) }]))
}

/** The title in every language that has one. */
function titleOf(texts: Required<Translated>): Translated {
  const title: Translated = {}
  for (const language of languages) if (texts[language] !== '') title[language] = texts[language]
  return title
}
