import { SINGLE_RADIUS } from '../query/cellSize.ts'
import { drawnPosition } from '../query/drawnPosition.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell, IncidentSummary } from '../query/incidentResult.ts'
import type { Highlight } from './CellCanvas.ts'

/**
 * The ring around an incident: around the cell that it is drawn in, or around its own position if it is in
 * none. An incident that the map does not draw has no ring of its own.
 * @param cell that the incident is drawn in, if any
 * @returns one highlight, or none
 */
export function highlightOf(
  incident: Pick<IncidentSummary, 'position' | 'geoPrecision'> | undefined,
  cell: Cell | undefined,
  mode: MapMode,
  open: boolean,
): Highlight[] {
  if (cell && mode !== 'heat')
    return [{ position: cell.position, radius: mode === 'cells' ? cell.radius : SINGLE_RADIUS, open }]
  const position = incident && drawnPosition(incident)
  return position ? [{ position, radius: SINGLE_RADIUS, open }] : []
}

/** The cell that holds this incident alone, if there is one. */
export function ownCell(cells: readonly Cell[] | null, id: string): Cell | undefined {
  return cells?.find(({ incident }) => incident?.id === id)
}
