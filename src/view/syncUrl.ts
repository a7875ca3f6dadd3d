import { readLink, type LinkReport } from './url/readLink.ts'
import { writeFragment } from './url/writeFragment.ts'
import { showView, type ViewStore } from './viewStore.ts'
import type { View } from './view.ts'

/** Milliseconds without a change before a `replace` is written: browsers limit how often the history may change. */
const REST = 250

/** The parts of `window` that this file reads and writes. */
export interface AddressBar {
  location: Pick<Location, 'hash' | 'pathname' | 'search'>
  history: Pick<History, 'pushState' | 'replaceState' | 'state'>
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void
}

/**
 * Keeps the URL and the view the same.
 *
 * - URL to view: at once, and after Back, Forward or an edit by hand. Adds no history entry; a damaged URL is replaced by
 *   its repaired form.
 * - View to URL: an act adds an entry (`push`) or overwrites the present one (`replace`, after REST). A page that is
 *   embedded in another only overwrites, as its entries would break the Back button of the outer page.
 *
 * @param store the view
 * @param bar the URL
 * @param onRead called after each reading, with what was not understood and what was repaired
 * @returns function that stops it and writes what is still waiting
 */
export function syncUrl(store: ViewStore, bar: AddressBar, onRead: (report: LinkReport) => void): () => void {
  let written: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: View | undefined

  const read = () => {
    if (bar.location.hash.replace(/^#/, '') === written) return
    clearTimeout(timer)
    waiting = undefined
    const { view, problems, repairs, page } = readLink(bar.location)
    written = writeFragment(view)
    if (repairs.length > 0) put('replace', page)
    showView(store, view)
    onRead({ problems, repairs })
  }

  const write = (how: 'push' | 'replace', view: View) => {
    const fragment = writeFragment(view)
    if (fragment === written) return
    written = fragment
    put(view.embed ? 'replace' : how, bar.location.pathname + bar.location.search)
  }

  const put = (how: 'push' | 'replace', page: string) => {
    const address = `${page}${written && `#${written}`}`
    if (how === 'push') bar.history.pushState(null, '', address)
    else bar.history.replaceState(bar.history.state, '', address)
  }

  const flush = () => {
    clearTimeout(timer)
    if (waiting) write('replace', waiting)
    waiting = undefined
  }

  read()
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.view === previous.view || state.history === 'none') return
    if (state.history === 'push') {
      // An unwritten movement belongs to the present entry, to which Back returns.
      flush()
      write('push', state.view)
    } else {
      waiting = state.view
      clearTimeout(timer)
      timer = setTimeout(flush, REST)
    }
  })
  bar.addEventListener('popstate', read)
  bar.addEventListener('hashchange', read)
  return () => {
    flush()
    unsubscribe()
    bar.removeEventListener('popstate', read)
    bar.removeEventListener('hashchange', read)
  }
}
