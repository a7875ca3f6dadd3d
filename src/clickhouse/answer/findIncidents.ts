import type { Day } from '../../incidents/day.ts'
import type { IncidentSummary } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { keyOf } from '../keyOf.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { isItemOf } from './itemSet.ts'
import type { Snapshot } from './snapshot.ts'
import { readListedRows, summariesOf, type ListedRow } from './summaries.ts'

/** An incident of a version, found by its id. */
export interface FoundIncident {
  listed: ListedRow
  summary: IncidentSummary
}

/** The incidents of the version with these ids, in time order. Ids that it lacks are left out. */
export async function findIncidents(
  snapshot: Snapshot,
  ids: readonly string[],
  options: Abortable = {},
): Promise<FoundIncident[]> {
  const wanted = new Set(ids)
  const keys = [...wanted].map(keyOf)
  const found = await rowsByKey(
    snapshot,
    keys.map(({ key }) => key),
    options,
  )
  if (found.length === 0) return []
  const rows = found.map(([row]) => row)
  const days = [...new Set(found.map(([, dayFrom]) => dayFrom))]
  const tiers = [...new Set(keys.map(({ tier }) => tier))]
  // Rows that were replaced or withdrawn have the same key.
  const listed = await readListedRows(
    snapshot,
    // Tiers and days, by which the table is sorted, lead to them.
    sql`WHERE ${snapshot.visible} AND tier IN (${tiers}) AND day_from IN (${days}) AND ${isItemOf(sql`row`, { kind: 'listed', items: rows }, 'UInt64')} ORDER BY day, row`,
    options,
  )
  const summaries = await summariesOf(snapshot, listed, options)
  return listed.flatMap((each, at) => {
    const summary = summaries[at]
    // Two ids may share a key.
    return summary && wanted.has(summary.id) ? [{ listed: each, summary }] : []
  })
}

/** Rows of these keys in any version up to this one, and their `day_from`. */
async function rowsByKey(
  { connection, load }: Snapshot,
  keys: readonly number[],
  { signal }: Abortable,
): Promise<[row: number, dayFrom: Day][]> {
  if (keys.length === 0) return []
  return connection.rows(
    sql`SELECT row, day_from FROM ${wholeTable(connection.base, 'keys')} WHERE key IN (${keys}) AND load <= ${load}`,
    { signal },
  )
}
