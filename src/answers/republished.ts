import { createContext, useContext } from 'react'
import type { FoundVersion } from './datasetLoader.ts'

/** A version that was published while the page was open, and how to show it. */
export type Republished =
  (Extract<FoundVersion, { kind: 'data' }> & { show: () => void }) | Extract<FoundVersion, { kind: 'page' }>

/** What is known of newer versions of the open data set. */
export interface Republishing {
  /** null where no newer version is known. */
  found: Republished | null
  /**
   * To be called with the reason of a failure: where a newer version would explain it, the source is asked for its
   * latest version. Resolves once `found` says whether there is one; never rejects.
   */
  check: (reason: unknown) => Promise<void>
}

/** Without a provider no newer version is ever found. */
export const RepublishingContext = createContext<Republishing>({
  found: null,
  check: () => Promise.resolve(),
})

/** What is known of newer versions, for components below the gate. */
export function useRepublishing(): Republishing {
  return useContext(RepublishingContext)
}
