import { useQuery } from '@tanstack/react-query'
import {
  asSourceError,
  mayBeReplaced,
  type IncidentDetails,
  type SourceError,
} from '../query/incidentSource.ts'
import { recordQueries } from './recordQueries.ts'
import { useRepublishing, type Republished } from './republished.ts'
import { useDataset } from './useResult.ts'

/** How far reading a full record has come. */
export type IncidentReading =
  | { kind: 'loading' }
  | { kind: 'ready'; details: IncidentDetails }
  /** The data set has no such incident. */
  | { kind: 'gone' }
  | { kind: 'failed'; error: SourceError; retry: () => void }
  /** Its file was replaced on the host, with the version that it belongs to. */
  | { kind: 'republished'; republished: Republished }

/**
 * The full record of one incident, read once for all who show it. Only code that loads after the first view uses it.
 * @param id null asks for none: the reading stays `loading`
 */
export function useIncident(id: string | null): IncidentReading {
  const { source } = useDataset()
  const { found, check } = useRepublishing()
  const { data, error, refetch } = useQuery(
    {
      queryKey: [id],
      queryFn: async ({ signal }) => {
        try {
          // A query must not answer undefined.
          return id === null ? null : ((await source.incident(id, { signal })) ?? null)
        } catch (reason) {
          // Before the failure is told, so that a newer version that explains it is known by then.
          await check(reason)
          throw reason
        }
      },
      enabled: id !== null,
      structuralSharing: false,
    },
    recordQueries(source),
  )
  if (id === null) return { kind: 'loading' }
  if (data) return { kind: 'ready', details: data }
  if (data === null) return { kind: 'gone' }
  if (!error) return { kind: 'loading' }
  const failure = asSourceError(error)
  if (found && mayBeReplaced(failure)) return { kind: 'republished', republished: found }
  return { kind: 'failed', error: failure, retry: () => void refetch() }
}
