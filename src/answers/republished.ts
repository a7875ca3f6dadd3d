import { createContext, useContext } from 'react'
import { SourceError, type SourceErrorCode } from '../query/incidentSource.ts'
import type { Manifest } from '../published/manifest.ts'

/** What was published while the page was open. */
export type Republished =
  | { kind: 'data'; manifest: Manifest; show: () => void }
  /** Data in a form that only a newer version of the page reads. */
  | { kind: 'page' }

export interface Republishing {
  /** null where what is shown is the newest that is known. */
  found: Republished | null
  /**
   * To be told of what went wrong with a file: where a newer version would explain it, the manifest is asked for
   * again. Resolves once `found` says whether there is one; never rejects.
   */
  check: (reason: unknown) => Promise<void>
}

export const RepublishingContext = createContext<Republishing>({
  found: null,
  check: () => Promise.resolve(),
})

export function useRepublishing(): Republishing {
  return useContext(RepublishingContext)
}

const explained: readonly SourceErrorCode[] = ['missing', 'truncated', 'altered', 'malformed']

/** Whether a file fails as those of an older version do, once a newer one has taken their place. */
export function mayBeRepublished(reason: unknown): boolean {
  return reason instanceof SourceError && explained.includes(reason.code)
}
