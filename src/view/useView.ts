import { createContext, useCallback, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import type { FacetId } from '../incidents/fields.ts'
import type { Act } from './acts.ts'
import type { Screen } from './screen.ts'
import type { View } from './view.ts'
import { act, setScreen, wantFacet, type ViewStore } from './viewStore.ts'

/** Provides the store to the hooks below. */
export const ViewStoreContext = createContext<ViewStore | null>(null)

/** The store itself, for components that subscribe without rendering. @throws Error without a ViewStoreContext above */
export function useViewStore(): ViewStore {
  const store = useContext(ViewStoreContext)
  if (!store) throw new Error('no ViewStoreContext above this component')
  return store
}

/** A part of the view; the component renders again when that part changes. */
export function useView<T>(select: (view: View) => T): T {
  return useStore(useViewStore(), (state) => select(state.view))
}

/** A part of the screen; the component renders again when that part changes. */
export function useScreen<T>(select: (screen: Screen) => T): T {
  return useStore(useViewStore(), (state) => select(state.screen))
}

/** A function that carries out an act: `act(toggleInclude('type', 'battles'))`. */
export function useAct(): (each: Act) => void {
  const store = useViewStore()
  return useCallback((each) => act(store, each), [store])
}

/** A function that changes some properties of the screen. */
export function useSetScreen(): (change: Partial<Screen>) => void {
  const store = useViewStore()
  return useCallback((change) => setScreen(store, change), [store])
}

/** Asks for the counts of a facet as long as the component is mounted. */
export function useWantedFacet(facet: FacetId): void {
  const store = useViewStore()
  useEffect(() => wantFacet(store, facet), [store, facet])
}
