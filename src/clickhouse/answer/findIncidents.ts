import type { IncidentSummary } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { keyOf } from '../keyOf.ts'
import { joined, sql } from '../sql.ts'
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
  const rows = await rowsByKey(snapshot, [...wanted], options)
  if (rows.length === 0) return []
  const hashes = Array.from(wanted, (id) => keyOf(id).hash)
  // Rows that were replaced or withdrawn have the same key.
  const listed = await readListedRows(
    snapshot,
    // The hash, by which the table is sorted within a quarter, leads to them.
    sql`WHERE ${snapshot.visible} AND hash IN (${hashes}) AND ${isItemOf(sql`row`, { kind: 'listed', items: rows }, 'UInt64')} ORDER BY day, row`,
    options,
  )
  const summaries = await summariesOf(snapshot, listed, options)
  return listed.flatMap((each, at) => {
    const summary = summaries[at]
    // Two ids may share a key.
    return summary && wanted.has(summary.id) ? [{ listed: each, summary }] : []
  })
}

/** Rows whose ids have the keys of these, in any version. */
async function rowsByKey(
  { connection, load }: Snapshot,
  ids: readonly string[],
  { signal }: Abortable,
): Promise<number[]> {
  if (ids.length === 0) return []
  const keys = joined(
    ids.map((id) => sql`${keyOf(id).key}`),
    ', ',
  )
  const rows = await connection.rows<[row: number]>(
    sql`SELECT row FROM ${wholeTable(connection.base, 'keys')} WHERE key IN (${keys}) AND load <= ${load}`,
    { signal },
  )
  return rows.map(([row]) => row)
}
