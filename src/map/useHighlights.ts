import { useEffect, useRef } from 'react'
import { useIncident } from '../answers/useIncident.ts'
import { useDataset } from '../answers/useResult.ts'
import { drawnPosition } from '../query/drawnPosition.ts'
import type { IncidentDetails } from '../query/incidentSource.ts'
import { useView, useViewStore } from '../view/useView.ts'
import type { ViewState } from '../view/viewStore.ts'
import { keptByLink } from './cameraLink.ts'
import type { Highlight } from './CellCanvas.ts'
import { highlightOf, ownCell } from './highlightOf.ts'
import type { MapView } from './MapView.ts'
import { collection, relatedFeatures } from './overlayFeatures.ts'
import { uncertaintyArea } from './uncertainty.ts'

type ResultState = ReturnType<ReturnType<typeof useDataset>['results']['getState']>

/**
 * Highlights the open incident, with its uncertainty area and the lines to related incidents, and the incident
 * pointed at in the list.
 */
export function useHighlights(view: MapView | null): void {
  const store = useViewStore()
  const { results } = useDataset()
  const open = useOpenDetails()
  const kept = useKeptByLink()

  useEffect(() => {
    if (!view) return
    const summary = open?.summary
    const position = summary && drawnPosition(summary)
    view.setOverlay(
      'uncertainty',
      position ? uncertaintyArea(position, summary.geoPrecision) : collection([]),
    )
    view.setOverlay('related', open ? relatedFeatures(open.summary, open.related) : collection([]))
    if (position && summary.id !== kept.current) view.reveal(position)
  }, [view, open, kept])

  useEffect(() => {
    if (!view) return
    const show = () => view.setHighlights(highlightsOf(open, store.getState(), results.getState()))
    show()
    const offResults = results.subscribe(show)
    const offViews = store.subscribe((state, before) => {
      if (state.screen.hover !== before.screen.hover || state.view.show !== before.view.show) show()
    })
    return () => {
      offResults()
      offViews()
    }
  }, [view, open, store, results])
}

function useOpenDetails(): IncidentDetails | null {
  const id = useView((view) => view.incident)
  const reading = useIncident(id)
  return reading.kind === 'ready' ? reading.details : null
}

/** The incident that the latest link opened with a camera of its own: the map must not move to it. */
function useKeptByLink(): { readonly current: string | null } {
  const store = useViewStore()
  const kept = useRef(keptByLink(store.getState()))
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.view.incident !== before.view.incident) kept.current = keptByLink(state)
      }),
    [store],
  )
  return kept
}

function highlightsOf(
  open: IncidentDetails | null,
  { view, screen }: ViewState,
  { result, query }: ResultState,
): Highlight[] {
  // Cells of another drawing mode are not on the map.
  const cells = query?.map?.mode === view.show ? (result?.cells ?? []) : []
  const cellAt = (at: number | null | undefined) => (typeof at === 'number' ? cells[at] : undefined)
  const isAnswered = open !== null && query?.open === open.summary.id
  const openCell = isAnswered ? cellAt(result?.drawnIn.open) : undefined
  const highlights = open ? highlightOf(open.summary, openCell, view.show, true) : []
  if (screen.hover === null || !result) return highlights
  const row = result.list.rows.findIndex(({ id }) => id === screen.hover)
  const cell = cellAt(result.drawnIn.rows[row]) ?? ownCell(cells, screen.hover)
  return [...highlights, ...highlightOf(result.list.rows[row], cell, view.show, false)]
}
