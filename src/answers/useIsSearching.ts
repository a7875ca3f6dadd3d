import { useResult } from './useResult.ts'

/** Whether a search has found only what is indexed so far, and will find more. */
export function useIsSearching(): boolean {
  return useResult(({ result, indexing }) => (result?.textPending ?? false) && indexing !== 'failed')
}
