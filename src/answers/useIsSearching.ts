import { useResult } from './useResult.ts'

/** Whether the search goes on: what it has found is what of the texts is indexed so far. */
export function useIsSearching(): boolean {
  return useResult(({ result, indexing }) => (result?.textPending ?? false) && indexing !== 'failed')
}
