import { createContext, useContext } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { DatasetDescription, IncidentSource } from '../query/incidentSource.ts'
import type { ResultState } from './resultLoop.ts'

/** What everything below a loaded data set may count on. */
export interface Dataset {
  source: IncidentSource
  description: DatasetDescription
  results: StoreApi<ResultState>
  /** Changes with the published version; part of the key of what is cached. */
  version: string
}

export const DatasetContext = createContext<Dataset | null>(null)

export function useDataset(): Dataset {
  const dataset = useContext(DatasetContext)
  if (!dataset) throw new Error('no DatasetContext above this component')
  return dataset
}

export function useDescription(): DatasetDescription {
  return useDataset().description
}

/** A part of the latest answer, with the question that it answers. Select something stable: it is compared by identity. */
export function useResult<T>(select: (state: ResultState) => T): T {
  return useStore(useDataset().results, select)
}
