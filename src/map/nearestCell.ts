import type { LngLat } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** CSS pixels around a mark that still hit it. */
export function pointerReach(): number {
  return matchMedia('(pointer: coarse)').matches ? 14 : 3
}

/**
 * The cell at a screen position: of several, the nearest.
 * @param reach CSS pixels beyond its edge that still hit a mark
 * @param project where a position stands on the screen
 */
export function nearestCell(
  cells: readonly Cell[],
  at: { x: number; y: number },
  reach: number,
  project: (position: LngLat) => { x: number; y: number },
): Cell | null {
  let nearest: Cell | null = null
  let least = Infinity
  for (const cell of cells) {
    const { x, y } = project(cell.position)
    const distance = Math.hypot(at.x - x, at.y - y)
    if (distance <= cell.radius + reach && distance < least) {
      nearest = cell
      least = distance
    }
  }
  return nearest
}
