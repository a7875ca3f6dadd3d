import { readLink, type LinkReport } from './url/readLink.ts'
import { readFragment } from './url/readFragment.ts'
import { writeFragment, writeWholeFragment } from './url/writeFragment.ts'
import { showView, type ViewStore } from './viewStore.ts'
import { OWN_FILES, type View } from './view.ts'

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
 * - Files of the user: their addresses lack what comes from the files, so the whole view of each entry is kept in memory,
 *   and the state of the entry leads to it.
 *
 * @param store the view
 * @param bar the URL
 * @param onRead called after each reading, with what was not understood and what was repaired
 * @returns function that stops it and writes what is still waiting
 */
export function syncUrl(store: ViewStore, bar: AddressBar, onRead: (report: LinkReport) => void): () => void {
  let written: string | undefined
  /** The whole of the view that `written` shows. */
  let shown: string | undefined
  /** Whole fragments of views of the user's files, by the state of their history entries. */
  const inMemory = new Map<unknown, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: View | undefined

  const note = (view: View) => {
    written = writeFragment(view)
    shown = writeWholeFragment(view)
  }

  const read = () => {
    const kept = inMemory.get(bar.history.state)
    if (kept === undefined ? bar.location.hash.replace(/^#/, '') === written : kept === shown) return
    clearTimeout(timer)
    waiting = undefined
    const { view, problems, repairs, page } =
      kept === undefined ? readLink(bar.location) : { ...readFragment(kept), repairs: [], page: '' }
    note(view)
    if (repairs.length > 0) put('replace', page, bar.history.state)
    showView(store, view)
    onRead({ problems, repairs })
  }

  const write = (how: 'push' | 'replace', view: View) => {
    if (writeWholeFragment(view) === shown) return
    note(view)
    const isPush = how === 'push' && !view.embed
    put(isPush ? how : 'replace', bar.location.pathname + bar.location.search, stateOf(view, isPush))
  }

  /** The state of a view's entry: for a view of the user's files, one by which it is found in memory. */
  const stateOf = (view: View, isNew: boolean): unknown => {
    const present: unknown = isNew ? null : bar.history.state
    const isKnown = inMemory.has(present)
    if (view.data !== OWN_FILES) return isKnown ? null : present
    // Entries of an earlier load of the page are not in memory.
    const state = isKnown ? present : `${performance.timeOrigin} ${inMemory.size}`
    inMemory.set(state, shown ?? '')
    return state
  }

  const put = (how: 'push' | 'replace', page: string, state: unknown) => {
    const address = `${page}${written && `#${written}`}`
    if (how === 'push') bar.history.pushState(state, '', address)
    else bar.history.replaceState(state, '', address)
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
