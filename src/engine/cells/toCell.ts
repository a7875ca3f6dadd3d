import { latOfMercatorY, lngOfMercatorX } from '../../incidents/place.ts'
import type { CellSizes } from '../../query/cellSize.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { CellSum } from './cellSum.ts'

/**
 * The mark of the map for a group of bins.
 * @param frame the zoom that its grid is for, and the sizes of discs there
 * @param incident what is said of its incident, where it has only one
 */
export function toCell(
  { key, count, x, y, byType, imprecise, bounds, place }: Omit<CellSum, 'position'>,
  { zoom, radiusOf }: { zoom: number; radiusOf: CellSizes },
  incident: Cell['incident'],
): Cell {
  return {
    key: `${zoom}/${key.column}/${key.line}`,
    position: [lngOfMercatorX(x / count), latOfMercatorY(y / count)],
    count,
    radius: radiusOf(count),
    byType,
    imprecise,
    bounds,
    ...(place === undefined ? {} : { place }),
    ...(incident === undefined ? {} : { incident }),
  }
}
