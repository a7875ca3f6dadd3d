import type { IncidentQuery } from '../query/incidentQuery.ts'
import type { IncidentResult, IncidentSummary } from '../query/incidentResult.ts'
import type { IncidentSource } from '../query/incidentSource.ts'

/** Greatest number of rows that are printed. */
export const MOST_ROWS = 500
/** Rows per query. */
const PAGE = 100

/** The rows of the list, and the answer that they are part of. */
export interface CollectedRows {
  /** The answer to the first query, which holds the first rows. */
  answer: IncidentResult
  rows: IncidentSummary[]
}

/**
 * Fetches the rows of a list from its top, page by page, up to MOST_ROWS.
 * @param query the list, with the rest of the answer; its own page is ignored
 * @param onProgress receives how many rows have arrived, and how many will
 * @throws SourceError, or the signal's reason when aborted
 */
export async function collectRows(
  source: Pick<IncidentSource, 'query'>,
  query: IncidentQuery,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<CollectedRows> {
  const pageFrom = (offset: number) => ({
    ...query.list,
    offset,
    limit: Math.min(PAGE, MOST_ROWS - offset),
  })
  const answer = await source.query({ ...query, list: pageFrom(0) })
  const rows = [...answer.list.rows]
  const wanted = Math.min(MOST_ROWS, answer.list.total)
  while (rows.length < wanted) {
    signal.throwIfAborted()
    onProgress(rows.length, wanted)
    const { list } = await source.query({ ...query, map: null, bins: null, list: pageFrom(rows.length) })
    if (list.rows.length === 0) break
    rows.push(...list.rows)
  }
  signal.throwIfAborted()
  return { answer, rows }
}
