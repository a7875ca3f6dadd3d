import { createStore, type StoreApi } from 'zustand/vanilla'
import { isFiltered, queryKey, type IncidentQuery } from '../query/incidentQuery.ts'
import type { IncidentResult } from '../query/incidentResult.ts'
import { SourceError, type IncidentSource, type Progress } from '../query/incidentSource.ts'
import { toQuery } from '../view/toQuery.ts'
import type { ViewStore } from '../view/viewStore.ts'
import { createPace } from './pace.ts'

/** The latest answer stays until a newer one comes; `query` is the one that it answers. */
export interface ResultState {
  result: IncidentResult | null
  query: IncidentQuery | null
  /** Why the last question has no answer; null once one has. */
  error: SourceError | null
  /** How far titles and summaries are indexed for search; null before the first of them, and at the end. */
  indexing: Progress | 'failed' | null
}

export interface ResultLoop {
  store: StoreApi<ResultState>
  stop(): void
}

/** Asks the source whatever the view and the screen ask, as fast as it answers. */
export function createResultLoop(source: IncidentSource, views: ViewStore): ResultLoop {
  const store = createStore<ResultState>(() => ({
    result: null,
    query: null,
    error: null,
    indexing: null,
  }))
  const pace = createPace(
    (query: IncidentQuery) => source.query(query),
    (query, result) => store.setState({ query, result, error: null }),
    (_, reason) => store.setState({ error: asSourceError(reason) }),
  )
  let asked = ''
  const ask = () => {
    const { view, screen } = views.getState()
    const query = toQuery(view, screen)
    const key = queryKey(query)
    if (key === asked) return
    asked = key
    pace.ask(query)
  }
  const again = () => {
    asked = ''
    ask()
  }
  ask()
  const unsubscribe = views.subscribe(ask)
  const offTexts = source.onTexts((state) => {
    const { indexing } = store.getState()
    const progress = state === 'ready' ? null : state instanceof SourceError ? 'failed' : state
    store.setState({ indexing: progress })
    const isSearching = isFiltered(views.getState().view.filters, 'text')
    // From the first on there are titles to show; a search finds more as they are indexed.
    if (!progress || !indexing || isSearching) again()
  })
  return {
    store,
    stop() {
      unsubscribe()
      offTexts()
      pace.stop()
    },
  }
}

export function asSourceError(reason: unknown): SourceError {
  return reason instanceof SourceError ? reason : new SourceError('internal', String(reason))
}
