import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FacetId } from '../incidents/fields.ts'
import type { Act } from './acts.ts'
import { emptyScreen, type Screen } from './screen.ts'
import { defaultView, type View } from './view.ts'

export interface ViewState {
  view: View
  screen: Screen
  /** How the last change of `view` goes into the history; `none`: it came from there. */
  history: Act['history'] | 'none'
}

export type ViewStore = StoreApi<ViewState>

export function createViewStore(view: View = defaultView): ViewStore {
  return createStore<ViewState>(() => ({ view, screen: emptyScreen, history: 'none' }))
}

/** Carries out what the user did. A change of what is filtered lets go of the selected cell and of the scroll offset of the list. */
export function act(store: ViewStore, { apply, history }: Act): void {
  const { view, screen } = store.getState()
  const next = apply(view)
  store.setState({
    view: next,
    history,
    screen: next.filters === view.filters ? screen : freshScreen(screen),
  })
}

/** Shows a view that came from the history or a link. */
export function showView(store: ViewStore, view: View): void {
  store.setState(({ screen }) => ({ view, history: 'none', screen: freshScreen(screen) }))
}

export function setScreen(store: ViewStore, change: Partial<Screen>): void {
  store.setState(({ screen }) => ({ screen: { ...screen, ...change } }))
}

/** Has the facet counted. @returns lets go of it; others may still want it */
export function wantFacet(store: ViewStore, facet: FacetId): () => void {
  store.setState(({ screen }) => ({ screen: { ...screen, facets: [...screen.facets, facet] } }))
  return () =>
    store.setState(({ screen }) => ({
      screen: { ...screen, facets: screen.facets.toSpliced(screen.facets.indexOf(facet), 1) },
    }))
}

function freshScreen(screen: Screen): Screen {
  return { ...screen, selectedCell: null, list: { ...screen.list, offset: 0 } }
}
