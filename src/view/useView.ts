import { createContext, useCallback, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import type { FacetId } from '../incidents/fields.ts'
import type { Act } from './acts.ts'
import type { Screen } from './screen.ts'
import type { View } from './view.ts'
import { act, setScreen, wantFacet, type ViewStore } from './viewStore.ts'

export const ViewStoreContext = createContext<ViewStore | null>(null)

/** The store itself: for what moves every frame and must not render. */
export function useViewStore(): ViewStore {
  const store = useContext(ViewStoreContext)
  if (!store) throw new Error('no ViewStoreContext above this component')
  return store
}

/** A part of the view; renders again when that part changes. */
export function useView<T>(select: (view: View) => T): T {
  return useStore(useViewStore(), (state) => select(state.view))
}

export function useScreen<T>(select: (screen: Screen) => T): T {
  return useStore(useViewStore(), (state) => select(state.screen))
}

/** `act(toggleInclude('type', 'battles'))` */
export function useAct(): (each: Act) => void {
  const store = useViewStore()
  return useCallback((each) => act(store, each), [store])
}

export function useSetScreen(): (change: Partial<Screen>) => void {
  const store = useViewStore()
  return useCallback((change) => setScreen(store, change), [store])
}

/** Has the facet counted as long as the component is mounted. */
export function useWantedFacet(facet: FacetId): void {
  const store = useViewStore()
  useEffect(() => wantFacet(store, facet), [store, facet])
}
