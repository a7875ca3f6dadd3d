import { useResult } from './useResult.ts'

/** Whether the counts of the latest result are scaled up from a sample. */
export function useIsSampled(): boolean {
  return useResult(({ result }) => result?.exactness?.kind === 'sampled')
}
