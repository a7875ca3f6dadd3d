import { useEffect, useRef, useState } from 'react'
import { useDataset } from '../answers/useResult.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import type { PastedAddresses } from './readAddresses.ts'

/** One address, and the incidents that cite it. */
export interface FoundAddress {
  address: string
  incidents: readonly IncidentSummary[]
}

export type LookUpState =
  { kind: 'ready' | 'looking' | 'failed' } | { kind: 'found'; found: readonly FoundAddress[]; unread: number }

/** Looks addresses up in the data set that is open. */
export function useAddressLookUp(): { state: LookUpState; lookUp: (pasted: PastedAddresses) => void } {
  const { source } = useDataset()
  const [state, setState] = useState<LookUpState>({ kind: 'ready' })
  const abort = useRef(new AbortController())
  useEffect(() => () => abort.current.abort(), [])
  const lookUp = ({ addresses, unread }: PastedAddresses) => {
    abort.current.abort()
    abort.current = new AbortController()
    const { signal } = abort.current
    setState({ kind: 'looking' })
    const set = (next: LookUpState) => {
      if (!signal.aborted) setState(next)
    }
    source.citing(addresses, { signal }).then(
      (cited) =>
        set({
          kind: 'found',
          unread,
          found: addresses.map((address, index) => ({ address, incidents: cited[index] ?? [] })),
        }),
      () => set({ kind: 'failed' }),
    )
  }
  return { state, lookUp }
}
