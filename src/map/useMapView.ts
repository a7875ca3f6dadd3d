import { useEffect, useRef, useState } from 'react'
import { useDataset } from '../answers/useResult.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import type { Cell } from '../query/incidentResult.ts'
import { closeIncident, moveCamera, openIncident, setArea } from '../view/acts.ts'
import { act, setScreen, type ViewStore } from '../view/viewStore.ts'
import { useViewStore } from '../view/useView.ts'
import { MAX_ZOOM } from '../view/view.ts'
import { followStores } from './followStores.ts'
import type { Padding } from './freeRoom.ts'
import { hostGestures, type GestureWords } from './hostGestures.ts'
import type { MapHandlers } from './mapHandlers.ts'
import { MapView } from './MapView.ts'
import { followPageTheme, pageTheme } from './pageTheme.ts'
import { standsAtOnePlace } from './standsAtOnePlace.ts'
import { useMarks } from './useMarks.ts'

/** A cell under the pointer, and where it stands on the map, in CSS pixels. */
export interface Pointed {
  cell: Cell
  x: number
  y: number
}

export interface MapState {
  kind: 'drawn' | 'lost' | 'impossible'
  /** Counts the tries; each makes a new canvas. */
  attempt: number
}

/** Ties a MapView to the view and the results, for as long as its container is there. */
export function useMapView(
  container: HTMLDivElement | null,
  padding: Padding,
  opensList: boolean,
  onAvailable: (available: boolean) => void,
): {
  view: MapView | null
  pointed: Pointed | null
  state: MapState
  groundFailed: boolean
  retry: () => void
} {
  const store = useViewStore()
  const { results, description } = useDataset()
  const language = useLanguage()
  const words = useMapTexts()
  const [view, setView] = useState<MapView | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [state, setState] = useState<MapState>({ kind: 'drawn', attempt: 0 })
  const [groundFailed, setGroundFailed] = useState(false)
  // What the map is made with; later changes go through its setters.
  const latest = {
    padding,
    opensList,
    language,
    onAvailable,
    extent: description.bounds,
    gestures: words.gestures,
  }
  const first = useRef(latest)
  useEffect(() => {
    first.current = latest
  })

  useEffect(() => {
    if (!container) return
    const { onAvailable: tell } = first.current
    const end = (kind: 'lost' | 'impossible') => {
      setState((before) => ({ ...before, kind }))
      tell(false)
    }
    if (!canDraw()) {
      end('impossible')
      return
    }
    const handlers: MapHandlers = {
      ...storeHandlers(store),
      onHover(cell, { x, y }) {
        setPointed(cell && { cell, x, y })
        setScreen(store, { hover: cell?.incident?.id ?? null })
      },
      onClick: (cell) => clickCell(made, store, cell, first.current.opensList),
      onGround: (ground) => setGroundFailed(ground === 'failed'),
      onLost: () => end('lost'),
      onRestored: () => {
        setState((before) => ({ ...before, kind: 'drawn' }))
        tell(true)
      },
    }
    const made = makeView(
      container,
      store,
      first.current,
      results.getState().result?.extent ?? null,
      handlers,
    )
    setView(made)
    tell(true)
    const stop = followStores(made, store, results)
    return () => {
      stop()
      setView(null)
      made.remove()
    }
  }, [container, store, results])

  useEffect(() => view?.setLanguage(language, (count) => formatNumber(language, count)), [view, language])
  useEffect(() => view?.setName(words.name), [view, words])
  useEffect(() => view?.setPadding(padding), [view, padding])
  useMapTheme(view)
  useMarks(view)

  const retry = () => setState(({ attempt }) => ({ kind: 'drawn', attempt: attempt + 1 }))
  return { view, pointed, state, groundFailed, retry }
}

function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

function makeView(
  container: HTMLElement,
  store: ViewStore,
  {
    padding,
    language,
    extent,
    gestures,
  }: {
    padding: Padding
    language: ReturnType<typeof useLanguage>
    extent: MapViewExtent
    gestures: GestureWords
  },
  shown: MapViewExtent,
  handlers: MapHandlers,
): MapView {
  const { view } = store.getState()
  return new MapView(
    container,
    {
      theme: pageTheme(),
      language,
      mode: view.show,
      camera: view.camera,
      extent: shown ?? extent,
      padding,
      formatCount: (count) => formatNumber(language, count),
      embedded: view.embed ? hostGestures(gestures) : null,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    handlers,
  )
}

type MapViewExtent = ConstructorParameters<typeof MapView>[1]['extent']

function useMapTheme(view: MapView | null): void {
  useEffect(() => {
    if (!view) return
    const show = () => view.setTheme(pageTheme())
    show()
    return followPageTheme(show)
  }, [view])
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

/**
 * One opens; several come apart where zooming parts them, and are listed where it does not.
 * @param opensList several are listed in any case: fingers zoom by themselves
 */
function clickCell(view: MapView, store: ViewStore, cell: Cell, opensList: boolean): void {
  if (cell.incident) {
    act(store, openIncident(cell.incident.id))
    return
  }
  const isClosest = (store.getState().screen.map?.zoom ?? 0) >= MAX_ZOOM - 1
  if (!opensList && !isClosest && !standsAtOnePlace(cell)) {
    view.zoomInto(cell.bounds)
    return
  }
  // The list takes the place of what is open.
  if (store.getState().view.incident !== null) act(store, closeIncident)
  setScreen(store, {
    selectedCell: { bounds: cell.bounds, count: cell.count, place: cell.place ?? null },
    list: { ...store.getState().screen.list, offset: 0 },
  })
}
