import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FacetId } from '../incidents/fields.ts'
import type { Act } from './acts.ts'
import { emptyScreen, type Screen } from './screen.ts'
import { defaultView, type View } from './view.ts'

/** The state of the page that its components share. */
export interface ViewState {
  view: View
  screen: Screen
  /** How the history must record the last change of `view`; `none` where the change came from the history. */
  history: Act['history'] | 'none'
}

/** A zustand store; works without React. */
export type ViewStore = StoreApi<ViewState>

/** A store with an empty screen. */
export function createViewStore(view: View = defaultView): ViewStore {
  return createStore<ViewState>(() => ({ view, screen: emptyScreen, history: 'none' }))
}

/** Carries out an act. Where it changes a filter, no cell stays selected and the list starts again at its first row. */
export function act(store: ViewStore, { apply, history }: Act): void {
  const { view, screen } = store.getState()
  const next = apply(view)
  store.setState({
    view: next,
    history,
    screen:
      next.filters === view.filters && next.data === view.data
        ? screen
        : freshScreen(screen, next.data === view.data),
  })
}

/** Shows a view that comes from the history or a link; the history does not record this. */
export function showView(store: ViewStore, view: View): void {
  store.setState(({ view: before, screen }) => ({
    view,
    history: 'none',
    screen: freshScreen(screen, view.data === before.data),
  }))
}

/** Changes some properties of the screen. */
export function setScreen(store: ViewStore, change: Partial<Screen>): void {
  store.setState(({ screen }) => ({ screen: { ...screen, ...change } }))
}

/**
 * Asks for the counts of a facet.
 * @returns function that withdraws this request; the facet is counted until the last request for it is withdrawn
 */
export function wantFacet(store: ViewStore, facet: FacetId): () => void {
  store.setState(({ screen }) => ({ screen: { ...screen, facets: [...screen.facets, facet] } }))
  return () =>
    store.setState(({ screen }) => ({
      screen: { ...screen, facets: screen.facets.toSpliced(screen.facets.indexOf(facet), 1) },
    }))
}

/** The screen after a change of what the list shows. The days of another data set are not on its time axis. */
function freshScreen(screen: Screen, isSameData: boolean): Screen {
  const { timeline } = screen
  return {
    ...screen,
    timeline: isSameData ? timeline : null,
    selectedCell: null,
    list: { ...screen.list, offset: 0 },
  }
}
