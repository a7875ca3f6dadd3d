import type { IncidentQuery } from '../query/incidentQuery.ts'
import type { IncidentResult, IncidentSummary } from '../query/incidentResult.ts'
import type { IncidentSource } from '../query/incidentSource.ts'

/** Most rows that go on paper. */
export const MOST_ROWS = 500
/** Rows that one question brings. */
const PAGE = 100

export interface CollectedRows {
  /** The answer to the question, with its first rows. */
  answer: IncidentResult
  rows: IncidentSummary[]
}

/**
 * All rows of the asked list from its top, up to MOST_ROWS, page after page.
 * @param onProgress told how many rows have come, of how many that will
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
