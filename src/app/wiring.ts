import { createOwnFiles, type OwnFiles } from '../importing/ownFiles.ts'
import { openSource } from '../sources/openSource.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { syncUrl } from '../view/syncUrl.ts'
import { createViewStore, type ViewStore } from '../view/viewStore.ts'
import { sourceOnPage } from './site.ts'

/** What lives as long as the page: made once, by `wire`. */
export interface Wiring {
  store: ViewStore
  openSource: typeof openSource
  ownFiles: OwnFiles
}

/** @param onLink called with what was not understood of the page's own link, and of each that follows */
export function wire(onLink: (report: LinkReport) => void): Wiring {
  const store = createViewStore()
  syncUrl(store, window, onLink)
  const ownFiles = createOwnFiles({
    importFiles: async (files) =>
      (await import('../sources/files/createFileImport.ts')).createFileImport(files),
    manifestOf(data) {
      const linked = sourceOnPage(data)
      return linked.kind === 'allowed' && linked.ref.kind === 'published' ? linked.ref.manifestUrl : null
    },
  })
  return { store, openSource, ownFiles }
}
