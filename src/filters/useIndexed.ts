import { useResult } from '../answers/useResult.ts'

/** How much of titles and summaries can be searched, in whole percent; `failed`: nothing of them ever can. */
export function useIndexed(): number | 'failed' {
  return useResult(({ indexing }) =>
    indexing === 'failed'
      ? indexing
      : Math.floor((100 * (indexing?.done ?? 0)) / Math.max(1, indexing?.total ?? 1)),
  )
}
