import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  asSourceError,
  mayBeReplaced,
  type DatasetDescription,
  type DatasetVersion,
  type IncidentSource,
  type Progress,
  type SourceError,
} from '../query/incidentSource.ts'
import type { SourceRef } from '../query/sourceRef.ts'
import { limitTime } from './limitTime.ts'

/** An open source, and what it says of its data set. */
export interface OpenDataset {
  source: IncidentSource
  description: DatasetDescription
}

/** A version other than the one that is open. */
export type FoundVersion =
  | { kind: 'data'; latest: DatasetVersion }
  /** It is in a form that only a newer version of the page reads. */
  | { kind: 'page' }

/** How far opening a data set has come. */
export type LoadingState =
  /** `progress` is null until the first of it. */
  | { kind: 'loading'; progress: Progress | null }
  | { kind: 'cancelled' }
  /** It could not be opened, or was lost later. */
  | { kind: 'failed'; error: SourceError }
  | { kind: 'ready'; dataset: OpenDataset; found: FoundVersion | null }

/** Opens a data set of any kind, and keeps it open until `stop`. A newer version is found, never forced. */
export interface DatasetLoader {
  store: StoreApi<LoadingState>
  cancel(): void
  /** Opens it anew, in whichever version there is. */
  retry(): void
  /** Opens the version that was found in place of the present one. */
  showFound(): void
  /** Asks the source for its latest version; `found` then says whether it is another. Never rejects. */
  revalidate(): Promise<void>
  /** `revalidate`, if a newer version would explain the failure. */
  check(reason: unknown): Promise<void>
  /** Closes the source. */
  stop(): void
}

/** @param openSource makes a source; it is closed when it is left */
export function createDatasetLoader(
  ref: SourceRef,
  openSource: (ref: SourceRef) => IncidentSource,
): DatasetLoader {
  const store = createStore<LoadingState>(() => ({ kind: 'loading', progress: null }))
  /** Aborted when the source that belongs to it is left. */
  let present = new AbortController()
  let revalidation: Promise<void> | undefined

  const leave = () => present.abort()
  const open = (version: string | null) => {
    leave()
    present = new AbortController()
    store.setState({ kind: 'loading', progress: null }, true)
    void load(store, limitTime(openSource({ ...ref, version })), present.signal)
  }
  const revalidate = () => {
    revalidation ??= findVersion(store).finally(() => {
      revalidation = undefined
    })
    return revalidation
  }
  open(ref.version)
  return {
    store,
    cancel() {
      leave()
      store.setState({ kind: 'cancelled' }, true)
    },
    retry: () => open(ref.version),
    showFound() {
      const state = store.getState()
      if (state.kind === 'ready' && state.found?.kind === 'data') open(state.found.latest.version)
    },
    revalidate,
    check: (reason) => (mayBeReplaced(reason) ? revalidate() : Promise.resolve()),
    stop: leave,
  }
}

/** @param signal aborted when the source is left: it is closed, and says nothing to the store any more */
async function load(
  store: StoreApi<LoadingState>,
  source: IncidentSource,
  signal: AbortSignal,
): Promise<void> {
  const setState = (state: LoadingState) => {
    if (!signal.aborted) store.setState(state, true)
  }
  signal.addEventListener('abort', () => source.close(), { once: true })
  source.onState((state) => {
    if (state.kind === 'lost') setState({ kind: 'failed', error: state.error })
  })
  try {
    const description = await source.describe({
      signal,
      onProgress: (progress) => setState({ kind: 'loading', progress }),
    })
    setState({ kind: 'ready', dataset: { source, description }, found: null })
  } catch (reason) {
    source.close()
    setState({ kind: 'failed', error: asSourceError(reason) })
  }
}

async function findVersion(store: StoreApi<LoadingState>): Promise<void> {
  const asked = store.getState()
  if (asked.kind !== 'ready') return
  const { source, description } = asked.dataset
  let found: FoundVersion | null
  try {
    const latest = await source.latestVersion()
    found = latest.version === description.version ? null : { kind: 'data', latest }
  } catch (reason) {
    // Any other failure, as without a network, says nothing of versions.
    if (asSourceError(reason).code !== 'unsupported') return
    found = { kind: 'page' }
  }
  const state = store.getState()
  if (state.kind === 'ready' && state.dataset === asked.dataset && !isSameVersion(state.found, found))
    store.setState({ ...state, found }, true)
}

function isSameVersion(one: FoundVersion | null, other: FoundVersion | null): boolean {
  if (one?.kind === 'data' && other?.kind === 'data') return one.latest.version === other.latest.version
  return one?.kind === other?.kind
}
