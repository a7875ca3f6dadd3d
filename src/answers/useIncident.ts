import { useQuery } from '@tanstack/react-query'
import type { IncidentDetails } from '../query/incidentSource.ts'
import type { SourceError } from '../query/incidentSource.ts'
import { mayBeRepublished, useRepublishing, type Republished } from './republished.ts'
import { asSourceError } from './resultLoop.ts'
import { useDataset } from './useResult.ts'

export type IncidentReading =
  | { kind: 'loading' }
  | { kind: 'ready'; details: IncidentDetails }
  /** The data set has no such incident. */
  | { kind: 'gone' }
  | { kind: 'failed'; error: SourceError; retry: () => void }
  /** Its file has gone with the version that is shown. */
  | { kind: 'republished'; republished: Republished }

/** The full record of one incident. @param id null: none is asked for, and it stays `loading` */
export function useIncident(id: string | null): IncidentReading {
  const { source, version } = useDataset()
  const { found, check } = useRepublishing()
  const { data, error, refetch } = useQuery({
    queryKey: ['incident', version, id],
    queryFn: async () => {
      try {
        // A query may not answer undefined.
        return id === null ? null : ((await source.incident(id)) ?? null)
      } catch (reason) {
        // What a newer version explains is not told as a fault.
        await check(reason)
        throw reason
      }
    },
    enabled: id !== null,
    staleTime: Infinity,
    structuralSharing: false,
  })
  if (id === null) return { kind: 'loading' }
  if (data) return { kind: 'ready', details: data }
  if (data === null) return { kind: 'gone' }
  if (error && found && mayBeRepublished(error)) return { kind: 'republished', republished: found }
  if (error) return { kind: 'failed', error: asSourceError(error), retry: () => void refetch() }
  return { kind: 'loading' }
}
