import { useCallback, useEffect, useMemo, useState } from 'react'
import { useDataset } from '../answers/useResult.ts'
import { cellLabel } from '../counts/estimates.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { Bounds } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'
import { useLatest } from '../ui/useLatest.ts'
import { usePageTheme } from '../ui/usePageTheme.ts'
import { moveCamera, setArea } from '../view/acts.ts'
import { act, setScreen, type ViewStore } from '../view/viewStore.ts'
import { useView, useViewStore } from '../view/useView.ts'
import type { Theme } from '../view/view.ts'
import { clickCell } from './clickCell.ts'
import { followStores } from './followStores.ts'
import type { Padding } from './freeRoom.ts'
import { hostGestures, type GestureWords } from './hostGestures.ts'
import type { MapHandlers } from './mapHandlers.ts'
import { MapView } from './MapView.ts'
import { isProcessorDrawn } from './processorDrawn.ts'
import { useHighlights } from './useHighlights.ts'

/** A cell under the pointer, and its position on the map in CSS pixels. */
export interface Pointed {
  cell: Cell
  x: number
  y: number
}

/** Whether the map is drawn: its graphics context may be lost, and some devices have none. */
export interface MapState {
  kind: 'drawn' | 'lost' | 'impossible'
  /** Counts the attempts to draw; each one uses a new canvas. */
  attempt: number
}

/** What a map is made with. Later changes go through its setters. */
interface Settings {
  padding: Padding
  opensList: boolean
  language: Language
  theme: Theme
  /** What a cell of the latest result is labelled with. */
  formatCount: (count: number) => string
  onAvailable: (available: boolean) => void
  /** Where the data lies; `null` if no incident has a position. */
  extent: Bounds | null
  gestures: GestureWords
}

/**
 * Makes a MapView and keeps it in step with the view and the results, for as long as its container is mounted.
 * @param container the element that the map fills; `null` until it is mounted
 * @param padding how far panels reach over the map
 * @param opensList whether a click on a cell with several incidents lists them, instead of zooming in
 * @param onAvailable told whether the map can be drawn
 */
export function useMapView(
  container: HTMLDivElement | null,
  padding: Padding,
  opensList: boolean,
  onAvailable: (available: boolean) => void,
): {
  view: MapView | null
  pointed: Pointed | null
  state: MapState
  basemapFailed: boolean
  retry: () => void
} {
  const { description, results } = useDataset()
  const language = useLanguage()
  const formatCount = useMemo(
    () => (count: number) => cellLabel(count, results.getState().result?.exactness, language),
    [results, language],
  )
  const theme = usePageTheme(useView((view) => view.theme))
  const words = useMapTexts()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [state, setState] = useState<MapState>({ kind: 'drawn', attempt: 0 })
  const [basemapFailed, setBasemapFailed] = useState(false)
  const settings = useLatest({
    padding,
    opensList,
    language,
    theme,
    formatCount,
    onAvailable,
    extent: description.bounds,
    gestures: words.gestures,
  })
  const onKind = useCallback(
    (kind: MapState['kind']) => {
      setState((before) => ({ ...before, kind }))
      settings.current.onAvailable(kind === 'drawn')
    },
    [settings],
  )
  const view = useMadeView(container, settings, { setPointed, onKind, setBasemapFailed })

  useEffect(() => view?.setLanguage(language, formatCount), [view, language, formatCount])
  useEffect(() => view?.setTheme(theme), [view, theme])
  useEffect(() => view?.setName(words.name), [view, words])
  useEffect(() => view?.setPadding(padding), [view, padding])
  useHighlights(view)

  const retry = () => setState(({ attempt }) => ({ kind: 'drawn', attempt: attempt + 1 }))
  return { view, pointed, state, basemapFailed, retry }
}

/** Makes the map when its container is mounted, and removes it with the container. */
function useMadeView(
  container: HTMLDivElement | null,
  settings: { readonly current: Settings },
  {
    setPointed,
    onKind,
    setBasemapFailed,
  }: {
    setPointed: (pointed: Pointed | null) => void
    onKind: (kind: MapState['kind']) => void
    setBasemapFailed: (failed: boolean) => void
  },
): MapView | null {
  const store = useViewStore()
  const { results } = useDataset()
  const [view, setView] = useState<MapView | null>(null)
  useEffect(() => {
    if (!container) return
    if (!canDraw()) {
      onKind('impossible')
      return
    }
    const handlers: MapHandlers = {
      ...storeHandlers(store),
      onHover(cell, { x, y }) {
        setPointed(cell && { cell, x, y })
        setScreen(store, { hover: cell?.incident?.id ?? null })
      },
      onClick: (cell) => clickCell(made, store, cell, settings.current.opensList),
      onBasemap: (basemap) => setBasemapFailed(basemap === 'failed'),
      onLost: () => onKind('lost'),
      onRestored: () => onKind('drawn'),
    }
    const shown = results.getState().result?.extent ?? null
    const made = makeView(container, store, settings.current, shown, handlers)
    setView(made)
    settings.current.onAvailable(true)
    const stop = followStores(made, store, results)
    return () => {
      stop()
      setView(null)
      made.remove()
    }
  }, [container, store, results, settings, setPointed, onKind, setBasemapFailed])
  return view
}

function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

/** @param shown where the results lie; without any, the map shows all of the data */
function makeView(
  container: HTMLElement,
  store: ViewStore,
  { padding, language, theme, formatCount, extent, gestures }: Settings,
  shown: Bounds | null,
  handlers: MapHandlers,
): MapView {
  const { view } = store.getState()
  return new MapView(
    container,
    {
      theme,
      language,
      mode: view.show,
      camera: view.camera,
      extent: shown ?? extent,
      padding,
      formatCount,
      embedded: view.embed ? hostGestures(gestures) : null,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      isFlat: matchMedia('(prefers-contrast: more)').matches || isProcessorDrawn(),
    },
    handlers,
  )
}

function storeHandlers(store: ViewStore): Pick<MapHandlers, 'onMove' | 'onUserMoved' | 'onDrawn'> {
  return {
    onMove: (bounds, zoom) => setScreen(store, { map: { bounds, zoom } }),
    onUserMoved: (camera) => act(store, moveCamera(camera)),
    onDrawn(area) {
      setScreen(store, { drawing: false })
      if (area) act(store, setArea(area))
    },
  }
}
