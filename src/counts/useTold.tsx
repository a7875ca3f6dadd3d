import type { ReactNode } from 'react'
import { useResult } from '../answers/useResult.ts'
import type { Tell } from '../i18n/plural.ts'
import { onDemand } from '../ui/onDemand.tsx'

const { Part: Estimated, preload } = onDemand(async () => (await import('./Estimated.tsx')).Estimated)

/** Fetches the code of estimates before the first of them. */
export const preloadEstimates = preload

/**
 * A function that makes a text with counts of the latest result: with the counts themselves, or where they are scaled up
 * from a sample with estimates in their place. It is to be the only child of its element.
 */
export function useTold(): (text: (tell: Tell) => string) => ReactNode {
  const exactness = useResult(({ result }) => result?.exactness)
  return (text) =>
    exactness?.kind === 'sampled' ? <Estimated exactness={exactness} text={text} /> : text((count) => count)
}
