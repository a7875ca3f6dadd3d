import { QueryClient } from '@tanstack/react-query'
import type { Manifest } from '../published/manifest.ts'
import { createWorkerSource } from '../sources/embedded/workerSource.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { syncUrl } from '../view/syncUrl.ts'
import { createViewStore, type ViewStore } from '../view/viewStore.ts'

/** What lives as long as the page: made once, here. */
export interface Wiring {
  store: ViewStore
  client: QueryClient
  openSource: typeof openSource
}

export function wire(onLink: (report: LinkReport) => void): Wiring {
  const store = createViewStore()
  syncUrl(store, window, onLink)
  // A file that fails its checksum fails it again; what may pass is tried again by hand.
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  return { store, client, openSource }
}

function openSource(manifestUrl: string, manifest: Manifest) {
  return createWorkerSource({ manifestUrl, manifest })
}
