import type { useDataset } from '../answers/useResult.ts'
import type { Bounds } from '../incidents/place.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import { followResults } from '../view/acts.ts'
import { act, type ViewState, type ViewStore } from '../view/viewStore.ts'
import { asksForFrame, followCamera, sameFilters } from './cameraLink.ts'
import type { MapView } from './MapView.ts'
import { areaFeatures } from './overlayFeatures.ts'

type Results = ReturnType<typeof useDataset>['results']

/**
 * Keeps the map in step with the view and the results, without rendering React components.
 * @param store the view, and the state of the screen
 * @param results the latest answer and its query
 * @returns stops it
 */
export function followStores(map: MapView, store: ViewStore, results: Results): () => void {
  const frame = resultsFramer(map, store, results)
  let shown: IncidentQuery | null = null
  const showResult = () => {
    const { result, query } = results.getState()
    if (result?.cells && query?.map?.mode === store.getState().view.show) {
      map.setCells(result.cells, zoomedBetween(shown, query))
      shown = query
    }
    frame.show()
  }
  map.setOverlay('area', areaFeatures(store.getState().view.filters.area))
  showResult()
  const offResults = results.subscribe(showResult)
  const offViews = store.subscribe((state, before) => {
    const { view, screen } = state
    if (view.filters !== before.view.filters) frame.follow(state, before)
    if (
      view.camera !== before.view.camera ||
      view.show !== before.view.show ||
      screen.drawing !== before.screen.drawing
    )
      showView(map, state, frame.isWaiting() ? null : (results.getState().result?.extent ?? null))
    if (view.filters.area !== before.view.filters.area)
      map.setOverlay('area', areaFeatures(view.filters.area))
  })
  return () => {
    offResults()
    offViews()
  }
}

/** Levels by which the zoom has grown between two queries; `null` where more than the part of the map differs. */
function zoomedBetween(before: IncidentQuery | null, after: IncidentQuery): number | null {
  if (!before?.map || !after.map) return null
  return before.filters === after.filters && before.map.mode === after.map.mode
    ? after.map.zoom - before.map.zoom
    : null
}

/** @param extent of the results of this view; null where they are not known, or none is drawn */
function showView(map: MapView, { view, screen }: ViewState, extent: Bounds | null): void {
  map.setMode(view.show)
  map.setDrawing(screen.drawing)
  switch (followCamera(view.camera, map.camera, map.isFitted)) {
    case 'jump':
      if (view.camera) map.jumpTo(view.camera)
      break
    case 'fit':
      if (extent) map.fit(extent)
      break
    case 'stay':
      break
  }
}

/** Moves the map to show all results as soon as the answer for new filters that ask for it has arrived. */
function resultsFramer(map: MapView, store: ViewStore, results: Results) {
  let isWaiting = false
  return {
    isWaiting: () => isWaiting,
    follow(state: ViewState, before: ViewState) {
      // A link or Back that asks for nothing takes back what an act before it has asked for.
      if (asksForFrame(before.view, state)) isWaiting = true
      else if (state.history === 'none') isWaiting = false
    },
    show() {
      const { result, query } = results.getState()
      const { view } = store.getState()
      if (!isWaiting || !result || !query || !sameFilters(query, view)) return
      isWaiting = false
      if (!result.extent) return
      map.fit(result.extent, 'gently')
      if (view.camera) act(store, followResults)
    },
  }
}
