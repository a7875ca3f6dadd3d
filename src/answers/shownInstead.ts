import { queryKey } from '../query/incidentQuery.ts'
import type { ResultState } from './resultLoop.ts'

/** What is shown while the last query has no whole answer. */
export type ShownInstead =
  /** No query has been answered yet. */
  | 'nothing'
  /** The whole answer to an earlier query. */
  | 'before'
  /** The first part of an earlier query's answer: facets, list and open incident are older still. */
  | 'partBefore'
  /** The first part of its own answer, exactly counted. */
  | 'part'
  /** The first part of its own answer, scaled up from a sample. */
  | 'estimates'

/** What the state shows in place of the whole answer to the query that failed. */
export function shownInstead({ result, query, isPartial, unanswered }: ResultState): ShownInstead {
  if (!result || !query) return 'nothing'
  if (!isPartial) return 'before'
  if (!unanswered || queryKey(query) !== queryKey(unanswered)) return 'partBefore'
  return result.exactness.kind === 'sampled' ? 'estimates' : 'part'
}
