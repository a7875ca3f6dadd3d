import type { Cell } from '../query/incidentResult.ts'
import { closeIncident, openIncident } from '../view/acts.ts'
import { MAX_ZOOM } from '../view/view.ts'
import { act, setScreen, type ViewStore } from '../view/viewStore.ts'
import type { MapView } from './MapView.ts'
import { sharesPosition } from './sharesPosition.ts'

/**
 * What a click on a cell does. A single incident opens. Several are zoomed into, or listed if zooming does not take
 * them apart.
 * @param opensList whether several incidents are always listed, as on touch screens, where fingers zoom
 */
export function clickCell(
  map: Pick<MapView, 'zoomInto'>,
  store: ViewStore,
  cell: Cell,
  opensList: boolean,
): void {
  if (cell.incident) {
    act(store, openIncident(cell.incident.id))
    return
  }
  const isClosest = (store.getState().screen.map?.zoom ?? 0) >= MAX_ZOOM - 1
  if (!opensList && !isClosest && !sharesPosition(cell)) {
    map.zoomInto(cell.bounds)
    return
  }
  // The list is shown in place of an open incident.
  if (store.getState().view.incident !== null) act(store, closeIncident)
  setScreen(store, {
    selectedCell: { bounds: cell.bounds, count: cell.count, place: cell.place ?? null },
    list: { ...store.getState().screen.list, offset: 0 },
  })
}
