import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { IncidentSource } from '../query/incidentSource.ts'
import type { SourceRef } from '../query/sourceRef.ts'
import { createDatasetLoader, type DatasetLoader, type LoadingState } from './datasetLoader.ts'
import type { Republished, Republishing } from './republished.ts'

/** Milliseconds between two looks for a newer version, while the page is visible. */
const REVALIDATE_EVERY = 5 * 60_000

/** The state of opening a data set, as a component needs it. */
export interface DatasetLoading {
  state: LoadingState
  cancel: () => void
  retry: () => void
  republishing: Republishing
}

/**
 * Opens a data set and keeps it open while the component is mounted. Looks for a newer version from time to time, and
 * when the page becomes visible.
 * @param ref only the first one counts: mount another component for another data set
 * @returns null before the first effect
 */
export function useDatasetLoader(
  ref: SourceRef,
  openSource: (ref: SourceRef) => IncidentSource,
): DatasetLoader | null {
  const [first] = useState({ ref, openSource })
  const [loader, setLoader] = useState<DatasetLoader | null>(null)
  useEffect(() => {
    const opened = createDatasetLoader(first.ref, first.openSource)
    setLoader(opened)
    const stopRevalidation = revalidateWhenVisible(opened)
    return () => {
      stopRevalidation()
      opened.stop()
    }
  }, [first])
  return loader
}

/** The state of a loader, and what can be done about it. */
export function useLoadingState(loader: DatasetLoader): DatasetLoading {
  const state = useStore(loader.store)
  const found = state.kind === 'ready' ? state.found : null
  const republishing = useMemo((): Republishing => {
    const shown: Republished | null = found?.kind === 'data' ? { ...found, show: loader.showFound } : found
    return { found: shown, check: loader.check }
  }, [found, loader])
  return { state, cancel: loader.cancel, retry: loader.retry, republishing }
}

function revalidateWhenVisible(loader: DatasetLoader): () => void {
  const revalidate = () => {
    if (document.visibilityState === 'visible') void loader.revalidate()
  }
  const timer = setInterval(revalidate, REVALIDATE_EVERY)
  document.addEventListener('visibilitychange', revalidate)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', revalidate)
  }
}
