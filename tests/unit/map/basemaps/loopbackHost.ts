import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'

/** Address of the host that the server stands in for. */
export const HOST = 'https://tiles.example'

/** A server on the loopback, and what it was asked. */
export interface LoopbackHost {
  asked: IncomingMessage[]
  close: () => void
}

/** Starts a server that answers requests for HOST, and stubs `fetch` and `location` as on a page elsewhere. */
export async function serveHost(answer: RequestListener): Promise<LoopbackHost> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
    fetch(url.replace(HOST, `http://127.0.0.1:${port}`), init),
  )
  vi.stubGlobal('location', { origin: 'https://atlas.example', host: 'atlas.example' })
  vi.stubGlobal('document', { baseURI: 'https://atlas.example/map/' })
  return {
    asked,
    close() {
      vi.unstubAllGlobals()
      server.closeAllConnections()
      server.close()
    },
  }
}
