import { openSource } from '../sources/openSource.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { syncUrl } from '../view/syncUrl.ts'
import { createViewStore, type ViewStore } from '../view/viewStore.ts'

/** What lives as long as the page: made once, by `wire`. */
export interface Wiring {
  store: ViewStore
  openSource: typeof openSource
}

/** @param onLink called with what was not understood of the page's own link, and of each that follows */
export function wire(onLink: (report: LinkReport) => void): Wiring {
  const store = createViewStore()
  syncUrl(store, window, onLink)
  return { store, openSource }
}
