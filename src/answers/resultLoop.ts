import { createStore, type StoreApi } from 'zustand/vanilla'
import { isFiltered, queryKey, type IncidentQuery } from '../query/incidentQuery.ts'
import type { IncidentResult } from '../query/incidentResult.ts'
import {
  asSourceError,
  type IncidentSource,
  type Progress,
  type SourceError,
  type SourceState,
} from '../query/incidentSource.ts'
import { toQuery } from '../view/toQuery.ts'
import type { ViewStore } from '../view/viewStore.ts'
import { createPace } from './pace.ts'
import { resultOfPart } from './resultOfPart.ts'

/** The latest answer; it stays until a newer one comes. */
export interface ResultState {
  /** null before the first answer. */
  result: IncidentResult | null
  /** The query that `result` answers. */
  query: IncidentQuery | null
  /** Whether only the first part of the answer has come: facets, list and open incident are of an earlier one. */
  isPartial: boolean
  /** Why the last query has no answer, or not the whole; null once it has. */
  error: SourceError | null
  /** The query that `error` is about; null where there is none. */
  unanswered: IncidentQuery | null
  /** Progress of indexing titles and summaries for search; null before it begins and after it has ended. */
  indexing: Progress | 'failed' | null
}

/** The running loop: its latest result, and how to end it. */
export interface ResultLoop {
  store: StoreApi<ResultState>
  /** Asks the present query once more; where one is under way, that is enough. */
  askAgain(): void
  stop(): void
}

const answered = { error: null, unanswered: null }

function isSame(query: IncidentQuery, other: IncidentQuery | null): boolean {
  return other !== null && queryKey(query) === queryKey(other)
}

/** Keeps a result for what the view and the screen show: asks the source whenever that changes, at its own pace. */
export function createResultLoop(source: IncidentSource, views: ViewStore): ResultLoop {
  const store = createStore<ResultState>(() => ({
    result: null,
    query: null,
    isPartial: false,
    ...answered,
    indexing: null,
  }))
  const pace = createPace(
    (query: IncidentQuery, signal, delivered) =>
      source.query(query, {
        signal,
        onPart(part) {
          if (signal.aborted) return
          store.setState(({ result, error, unanswered }) => ({
            query,
            result: resultOfPart(part, query, result),
            isPartial: true,
            // A new try at the same query may fail in the same way: until the rest comes it is not answered.
            ...(isSame(query, unanswered) ? { error, unanswered } : answered),
          }))
          delivered()
        },
      }),
    (query, result) => store.setState({ query, result, isPartial: false, ...answered }),
    (query, reason) => store.setState({ error: asSourceError(reason), unanswered: query }),
  )
  let lastKey = ''
  const ask = () => {
    const { view, screen } = views.getState()
    const query = toQuery(view, screen)
    const key = queryKey(query)
    if (key === lastKey) return
    lastKey = key
    pace.ask(query)
  }
  const askAnew = () => {
    lastKey = ''
    ask()
  }
  ask()
  const stopViews = views.subscribe(ask)
  let isFirstState = true
  const stopStates = source.onState((state) => {
    const before = store.getState().indexing
    store.setState({ indexing: indexingOf(state) })
    const isSearching = isFiltered(views.getState().view.filters, 'text')
    // What the source has told first held already when it was first asked.
    if (!isFirstState && bringsTexts(state, before !== null, isSearching)) askAnew()
    isFirstState = false
  })
  return {
    store,
    askAgain() {
      if (!pace.isAsking()) askAnew()
    },
    stop() {
      stopViews()
      stopStates()
      pace.stop()
    },
  }
}

function indexingOf(state: SourceState): ResultState['indexing'] {
  switch (state.kind) {
    case 'texts':
      return state.progress.stage === 'index' ? state.progress : null
    case 'textsFailed':
      return 'failed'
    case 'ready':
    case 'lost':
      return null
  }
}

/** Whether an answer in this state has titles, or matches of a search, that one before it had not. */
function bringsTexts(state: SourceState, wasIndexing: boolean, isSearching: boolean): boolean {
  switch (state.kind) {
    case 'texts':
      return state.progress.stage === 'index' && (!wasIndexing || isSearching)
    case 'ready':
    case 'textsFailed':
      return true
    case 'lost':
      return false
  }
}
