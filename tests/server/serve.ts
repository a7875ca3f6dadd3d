import { afterEach } from 'vitest'
import { createServer, type AtlasServer, type ServerOptions } from '../../src/server/createServer.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { QueryLine, ServedDataset } from '../../src/query/servedDataset.ts'

/** A server of a test, which ends with it. */
export interface Served extends AtlasServer {
  /** Base URL, with `/` at its end. */
  url: string
  /** Everything that it has logged so far. */
  log: string[]
  /** Posts a body as JSON. @param path relative to the base URL */
  post(path: string, body: unknown, init?: RequestInit): Promise<Response>
}

const running: AtlasServer[] = []

afterEach(async () => {
  for (const { app, stop } of running.splice(0)) {
    app.server.closeAllConnections()
    await stop()
  }
})

/** Serves a data set on a free port of the loopback. */
export async function serve(
  dataset: ServedDataset,
  options: Partial<Omit<ServerOptions, 'log'>> = {},
): Promise<Served> {
  const log: string[] = []
  const server = await createServer(dataset, {
    page: null,
    headers: {},
    ...options,
    log: (line) => void log.push(line),
  })
  running.push(server)
  const url = `${await server.app.listen({ host: '127.0.0.1', port: 0 })}/`
  return {
    ...server,
    url,
    log,
    post: (path, body, init) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        ...init,
      }),
  }
}

/** A query that asks for every part of an answer. */
export const wholeQuery: IncidentQuery = {
  filters: noFilters,
  facets: facetIds,
  map: { bounds: { west: -180, south: -85, east: 180, north: 85 }, zoom: 3, mode: 'cells' },
  bins: { unit: 'month', span: { from: 20_000, to: 20_400 } },
  list: { order: 'newest', offset: 0, limit: 5, within: null },
  open: null,
}

/** The lines of the answer to a query. */
export async function linesOf(response: Response): Promise<QueryLine[]> {
  const text = await response.text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as QueryLine)
}
