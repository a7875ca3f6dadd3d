import type { LngLat } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** CSS pixels around a cell that still hit it: more for fingers than for a mouse. */
export function pointerReach(): number {
  return matchMedia('(pointer: coarse)').matches ? 14 : 3
}

/**
 * The cell at a position on the screen; of several, the one with the nearest centre.
 * @param at CSS pixels
 * @param reach CSS pixels beyond a cell's edge that still hit it
 * @param project gives the position on the screen, in CSS pixels
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
