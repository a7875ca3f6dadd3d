import { createContext, useContext } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { DatasetDescription, IncidentSource } from '../query/incidentSource.ts'
import type { ResultState } from './resultLoop.ts'

/** An open data set, as every component below the gate may use it. */
export interface Dataset {
  source: IncidentSource
  description: DatasetDescription
  results: StoreApi<ResultState>
  /** `ResultLoop.askAgain`; absent where no loop asks. */
  askAgain?: (() => void) | undefined
}

/** The open data set; null above the gate. */
export const DatasetContext = createContext<Dataset | null>(null)

/** @throws Error where no data set is open above the component */
export function useDataset(): Dataset {
  const dataset = useContext(DatasetContext)
  if (!dataset) throw new Error('no DatasetContext above this component')
  return dataset
}

/** What the open data set says of itself. @throws Error where none is open above the component */
export function useDescription(): DatasetDescription {
  return useDataset().description
}

/** Whether facets, list and open incident are of an earlier answer than counts, timeline and cells. */
export function useIsPartial(): boolean {
  return useResult(({ isPartial }) => isPartial)
}

/**
 * A part of the latest result and its query.
 * @param select returns the same value for the same state: it is compared by identity
 */
export function useResult<T>(select: (state: ResultState) => T): T {
  return useStore(useDataset().results, select)
}
