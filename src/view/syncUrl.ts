import { readLink, type LinkReport } from './url/readLink.ts'
import { writeFragment } from './url/writeFragment.ts'
import { showView, type ViewStore } from './viewStore.ts'
import type { View } from './view.ts'

/** Milliseconds that a movement rests before it is written; browsers limit how often history may change. */
const REST = 250

/** The parts of a window that the address lives in. */
export interface AddressBar {
  location: Pick<Location, 'hash' | 'pathname' | 'search'>
  history: Pick<History, 'pushState' | 'replaceState' | 'state'>
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void
}

/**
 * Keeps the address and the view the same. The first reading and whatever comes by Back, Forward or a hand-typed
 * fragment changes the view without an entry; acts write one (`push`) or rewrite the present one (`replace`). Within
 * another page none writes one: Back there is Back of that page. A damaged address is put right where it stands.
 * @param onRead told what an address held beside the view
 * @returns stops it
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
      // What was still moving belongs to the entry that Back returns to.
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
