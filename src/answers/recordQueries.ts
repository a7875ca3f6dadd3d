import { QueryClient } from '@tanstack/react-query'
import type { IncidentSource } from '../query/incidentSource.ts'

/** Milliseconds for which a record that nobody shows is kept. */
const KEPT = 5 * 60_000

const clients = new WeakMap<IncidentSource, QueryClient>()

/**
 * The cache of the full records of one source. A record never goes stale, as a source is of one version; a failure is
 * told at once, and asked for again by the reader. Offline is no reason to wait: the host may be this machine.
 */
export function recordQueries(source: IncidentSource): QueryClient {
  let client = clients.get(source)
  if (!client) {
    client = new QueryClient({
      defaultOptions: { queries: { staleTime: Infinity, gcTime: KEPT, retry: false, networkMode: 'always' } },
    })
    clients.set(source, client)
  }
  return client
}
