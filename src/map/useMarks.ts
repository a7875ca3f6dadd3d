import { useEffect } from 'react'
import { useIncident } from '../answers/useIncident.ts'
import { useDataset } from '../answers/useResult.ts'
import type { IncidentDetails } from '../query/incidentSource.ts'
import type { LngLat } from '../incidents/place.ts'
import { useView, useViewStore } from '../view/useView.ts'
import type { Mark } from './CellCanvas.ts'
import type { MapView } from './MapView.ts'
import { collection, relatedFeatures } from './overlayFeatures.ts'
import { uncertaintyArea } from './uncertainty.ts'

/** Marks the open incident with its area and its relations, and the one pointed at in the list. */
export function useMarks(view: MapView | null): void {
  const store = useViewStore()
  const { results } = useDataset()
  const open = useOpenDetails()

  useEffect(() => {
    if (!view) return
    const summary = open?.summary
    view.setOverlay(
      'uncertainty',
      summary ? uncertaintyArea(summary.position, summary.geoPrecision) : collection([]),
    )
    view.setOverlay('related', open ? relatedFeatures(open.summary, open.related) : collection([]))
    if (summary && summary.geoPrecision !== 'country') view.reveal(summary.position)
  }, [view, open])

  useEffect(() => {
    if (!view) return
    const openAt = open && open.summary.geoPrecision !== 'country' ? open.summary.position : null
    const show = () => {
      const hovered = positionOf(store.getState().screen.hover, results.getState().result)
      view.setMarks([...mark(openAt, true), ...mark(hovered, false)])
    }
    show()
    let { hover } = store.getState().screen
    return store.subscribe(({ screen }) => {
      if (screen.hover === hover) return
      hover = screen.hover
      show()
    })
  }, [view, open, store, results])
}

function useOpenDetails(): IncidentDetails | null {
  const id = useView((view) => view.incident)
  const reading = useIncident(id)
  return reading.kind === 'ready' ? reading.details : null
}

function mark(position: LngLat | null, open: boolean): Mark[] {
  return position ? [{ position, open }] : []
}

/** Where an incident stands that is in the list or alone in a cell. */
function positionOf(
  id: string | null,
  result: ReturnType<ReturnType<typeof useDataset>['results']['getState']>['result'],
): LngLat | null {
  if (id === null || !result) return null
  const row = result.list.rows.find((each) => each.id === id)
  if (row) return row.geoPrecision === 'country' ? null : row.position
  return result.cells?.find((cell) => cell.incident?.id === id)?.position ?? null
}
