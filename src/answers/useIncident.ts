import { useQuery } from '@tanstack/react-query'
import type { IncidentDetails } from '../query/incidentSource.ts'
import { asSourceError } from './resultLoop.ts'
import type { SourceError } from '../query/incidentSource.ts'
import { useDataset } from './useResult.ts'

export type IncidentReading =
  | { kind: 'loading' }
  | { kind: 'ready'; details: IncidentDetails }
  /** The data set has no such incident. */
  | { kind: 'gone' }
  | { kind: 'failed'; error: SourceError; retry: () => void }

/** The full record of one incident. @param id null: none is asked for, and it stays `loading` */
export function useIncident(id: string | null): IncidentReading {
  const { source, version } = useDataset()
  const { data, error, refetch } = useQuery({
    queryKey: ['incident', version, id],
    // A query may not answer undefined.
    queryFn: async () => (id === null ? null : ((await source.incident(id)) ?? null)),
    enabled: id !== null,
    staleTime: Infinity,
    structuralSharing: false,
  })
  if (id === null) return { kind: 'loading' }
  if (data) return { kind: 'ready', details: data }
  if (data === null) return { kind: 'gone' }
  if (error) return { kind: 'failed', error: asSourceError(error), retry: () => void refetch() }
  return { kind: 'loading' }
}
