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
 *   and the entry holds its number.
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
  /** Whole fragments of views of the user's files, by the number in the history entry. */
  const inMemory: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: View | undefined

  const read = () => {
    const remembered = inMemory[entryNumber(bar.history.state)]
    if (remembered === undefined ? bar.location.hash.replace(/^#/, '') === written : remembered === shown)
      return
    clearTimeout(timer)
    waiting = undefined
    if (remembered !== undefined) {
      const { view } = readFragment(remembered)
      written = writeFragment(view)
      shown = remembered
      showView(store, view)
      onRead({ problems: [], repairs: [] })
      return
    }
    const { view, problems, repairs, page } = readLink(bar.location)
    written = writeFragment(view)
    shown = written
    if (repairs.length > 0) put('replace', page, bar.history.state)
    showView(store, view)
    onRead({ problems, repairs })
  }

  const write = (how: 'push' | 'replace', view: View) => {
    const whole = writeWholeFragment(view)
    if (whole === shown) return
    const isPush = how === 'push' && !view.embed
    written = writeFragment(view)
    shown = whole
    const isForeign = entryNumber(bar.history.state) < 0
    const state =
      view.data === OWN_FILES ? remember(whole, isPush) : isPush || !isForeign ? null : bar.history.state
    put(isPush ? 'push' : 'replace', bar.location.pathname + bar.location.search, state)
  }

  /** Keeps a view of the user's files, in place of the present entry's one or as a new one: the state of its entry. */
  const remember = (whole: string, isNew: boolean) => {
    const present = entryNumber(bar.history.state)
    const entry = isNew || present < 0 ? inMemory.length : present
    inMemory[entry] = whole
    return { entry, since: performance.timeOrigin }
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

/** The number that `remember` gave an entry since the page was loaded; -1 where it gave none. */
function entryNumber(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('entry' in state && 'since' in state)) return -1
  return typeof state.entry === 'number' && state.since === performance.timeOrigin ? state.entry : -1
}
