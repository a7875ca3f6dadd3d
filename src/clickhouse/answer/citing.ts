import { canonicalUrl } from '../../incidents/sourceUrl.ts'
import type { IncidentSummary } from '../../query/incidentResult.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import { urlHash } from '../urlHash.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { hasItemOf, isItemOf } from './itemSet.ts'
import type { Snapshot } from './snapshot.ts'
import { readListedRows, summariesOf } from './summaries.ts'

/** Incidents in one answer at most: a page of results shows those that cite the URLs of one text. */
const MOST_CITING = 5_000

/**
 * The incidents that cite each of some URLs, in the order of the URLs; within one, oldest first.
 * @throws SourceError 'excessive' where there are more than 5,000
 */
export async function readCiting(
  snapshot: Snapshot,
  urls: readonly string[],
  options: Abortable = {},
): Promise<IncidentSummary[][]> {
  const canonical = urls.map((url) => canonicalUrl(url))
  const hashes = new Set(canonical.flatMap((url) => (url === undefined ? [] : [urlHash(url)])))
  if (hashes.size === 0) return urls.map(() => [])
  const cites = hasItemOf(sql`urls`, { kind: 'listed', items: [...hashes] })
  const listed = await readListedRows(
    snapshot,
    sql`WHERE ${snapshot.visible} AND ${cites} ORDER BY day, row LIMIT ${MOST_CITING + 1}`,
    options,
  )
  if (listed.length > MOST_CITING)
    throw new SourceError('excessive', `more than ${MOST_CITING} incidents cite the URLs`)
  const [summaries, cited] = await Promise.all([
    summariesOf(snapshot, listed, options),
    readUrls(
      snapshot,
      listed.map(({ row }) => row),
      options,
    ),
  ])
  // Several URLs share a hash, so the URLs of the records decide.
  return canonical.map((url) =>
    url === undefined
      ? []
      : listed.flatMap(({ row }, at) => {
          const summary = summaries[at]
          return summary && cited.get(row)?.has(url) ? [summary] : []
        }),
  )
}

/** The canonical URLs of rows. */
async function readUrls(
  { connection }: Snapshot,
  rows: readonly number[],
  { signal }: Abortable,
): Promise<Map<number, Set<string>>> {
  const stored = await connection.rows<[row: number, urls: string[]]>(
    sql`SELECT row, urls FROM ${wholeTable(connection.base, 'records')}
      WHERE ${isItemOf(sql`row`, { kind: 'listed', items: rows }, 'UInt64')}`,
    { signal },
  )
  return new Map(stored.map(([row, urls]) => [row, new Set(urls)]))
}
