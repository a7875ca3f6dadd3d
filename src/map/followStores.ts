import type { useDataset } from '../answers/useResult.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import { followResults } from '../view/acts.ts'
import { act, type ViewState, type ViewStore } from '../view/viewStore.ts'
import { asksForFrame, followCamera, samePlaces } from './cameraLink.ts'
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
    if (
      view.camera !== before.view.camera ||
      view.show !== before.view.show ||
      screen.drawing !== before.screen.drawing
    )
      showView(map, state, results)
    if (view.filters.area !== before.view.filters.area)
      map.setOverlay('area', areaFeatures(view.filters.area))
    if (view.filters.place !== before.view.filters.place) frame.follow(state, before)
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

function showView(map: MapView, { view, screen }: ViewState, results: Results): void {
  map.setMode(view.show)
  map.setDrawing(screen.drawing)
  switch (followCamera(view.camera, map.camera, map.isFitted)) {
    case 'jump':
      if (view.camera) map.jumpTo(view.camera)
      break
    case 'fit': {
      const extent = results.getState().result?.extent
      if (extent) map.fit(extent)
      break
    }
    case 'stay':
      break
  }
}

/** Moves the map to show all results as soon as the answer for newly chosen places has arrived. */
function resultsFramer(map: MapView, store: ViewStore, results: Results) {
  let isWaiting = false
  return {
    follow(state: ViewState, before: ViewState) {
      if (!samePlaces(state.view, before.view)) isWaiting = asksForFrame(before.view, state)
    },
    show() {
      const { result, query } = results.getState()
      const { view } = store.getState()
      if (!isWaiting || !result || !query || !samePlaces(query, view)) return
      isWaiting = false
      if (!result.extent) return
      map.fit(result.extent, 'gently')
      if (view.camera) act(store, followResults)
    },
  }
}
