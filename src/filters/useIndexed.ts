import { useResult } from '../answers/useResult.ts'

/** How many of the titles and summaries are indexed, in whole percent; `failed`: their texts could not be loaded. */
export function useIndexed(): number | 'failed' {
  return useResult(({ indexing }) =>
    indexing === 'failed'
      ? indexing
      : Math.floor((100 * (indexing?.done ?? 0)) / Math.max(1, indexing?.total ?? 1)),
  )
}
