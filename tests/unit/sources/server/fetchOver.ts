import { SourceError } from '../../../../src/query/incidentSource.ts'
import { serverPaths, type QueryLine, type ServedDataset } from '../../../../src/query/servedDataset.ts'

/** Where the server of these tests answers. */
export const BASE = 'https://atlas.example/map/'

/** The body of a request about one version. */
interface Asked {
  version: string
  query: Parameters<ServedDataset['query']>[0]
  request: never
  id: string
  urls: string[]
}

/**
 * A `fetch` that answers from a data set as a server at BASE does.
 * @param log receives the path of each request
 */
export function fetchOver(dataset: ServedDataset, log: string[] = []): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const path = url.href.slice(BASE.length).split('?')[0] ?? ''
    log.push(path)
    init?.signal?.throwIfAborted()
    const signal = init?.signal ?? undefined
    try {
      if (path === serverPaths.version) return Response.json(await dataset.latestVersion())
      if (path === serverPaths.description)
        return Response.json(await dataset.describe({ version: url.searchParams.get('version') }))
      const body = await new Response(init?.body ?? null).json()
      return await posted(dataset, path, body as Asked, signal)
    } catch (reason) {
      if (!(reason instanceof SourceError)) throw reason
      const status = reason.code === 'missing' ? 410 : 503
      return Response.json({ code: reason.code, detail: reason.message }, { status })
    }
  }
}

async function posted(
  dataset: ServedDataset,
  path: string,
  { version, query, request, id, urls }: Asked,
  signal: AbortSignal | undefined,
): Promise<Response> {
  switch (path) {
    case serverPaths.query: {
      const lines: QueryLine[] = []
      const whole = await dataset.query(query, {
        version,
        signal,
        onPart: (part) => lines.push({ kind: 'part', part }),
      })
      lines.push({ kind: 'whole', whole })
      return new Response(inSmallPieces(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
    }
    case serverPaths.facetPage:
      return Response.json(await dataset.facetPage(request, { version, signal }))
    case serverPaths.incident: {
      const found = await dataset.incident(id, { version, signal })
      return found
        ? Response.json(found)
        : Response.json({ code: 'missing', detail: 'no such incident' }, { status: 404 })
    }
    case serverPaths.citing:
      return Response.json(await dataset.citing(urls, { version, signal }))
    case serverPaths.export: {
      const chunks = await collected(dataset.export(request, { version, signal }))
      const total = String(chunks.at(-1)?.total ?? 0)
      return new Response(new Blob(chunks.map(({ bytes }) => bytes)), {
        headers: { 'incidents-total': total },
      })
    }
    default:
      return new Response('<p>no such path', { status: 404, headers: { 'content-type': 'text/html' } })
  }
}

/** The text as a stream whose pieces end anywhere, within lines and within characters too. */
export function inSmallPieces(text: string, size = 4_001): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close()
      else controller.enqueue(bytes.slice(at, (at += size)))
    },
  })
}

/** All that an iteration yields. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
