import { SINGLE_RADIUS } from '../query/cellSize.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell, IncidentSummary } from '../query/incidentResult.ts'
import type { Mark } from './CellCanvas.ts'

/**
 * The ring of an incident: round the cell that it is drawn in, else where it stands; none for what is known only to
 * its country.
 * @param cell that it is drawn in; undefined where it is in none
 */
export function markOf(
  incident: Pick<IncidentSummary, 'position' | 'geoPrecision'> | undefined,
  cell: Cell | undefined,
  mode: MapMode,
  open: boolean,
): Mark[] {
  if (cell && mode !== 'heat')
    return [{ position: cell.position, radius: mode === 'cells' ? cell.radius : SINGLE_RADIUS, open }]
  if (!incident || incident.geoPrecision === 'country') return []
  return [{ position: incident.position, radius: SINGLE_RADIUS, open }]
}

/** The cell that an incident is drawn in alone. */
export function ownCell(cells: readonly Cell[] | null, id: string): Cell | undefined {
  return cells?.find(({ incident }) => incident?.id === id)
}
