import { mercatorX, mercatorY } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** How a point is drawn, given how many others are close to it. */
export interface PointSize {
  /** CSS pixels, in steps of 0.5. */
  radius: number
  /** 0 to 1, in steps of 0.05. */
  opacity: number
}

/** Radius of a point that has room around it, in CSS pixels. */
export const ROOMY_POINT = 7
/** Radius of a point in the densest crowd, in CSS pixels. */
export const LEAST_POINT = 2
/** Least radius, in CSS pixels, at which a point shows the shape of its event type. */
export const SHAPED_POINT = 5

/**
 * Points are counted in squares of this side, in CSS pixels; the points around one may cover this share of its
 * 3 by 3 squares.
 */
const SQUARE = 8
const COVERED = 0.5

/** Count of incidents at one point from which on it is drawn at full opacity. */
const SOLID = 1_000

/**
 * Sizes of points, one per cell. Where many are close together each is small and translucent, the more so the
 * fewer incidents it holds: a crowd then shows its density instead of becoming one blob.
 * @param zoom of the map, which sets the distances in pixels
 */
export function pointSizes(cells: readonly Cell[], zoom: number): PointSize[] {
  const world = (512 * 2 ** zoom) / SQUARE
  const column = (cell: Cell) => Math.floor(mercatorX(cell.position[0]) * world)
  const line = (cell: Cell) => Math.floor(mercatorY(cell.position[1]) * world)
  const key = (across: number, down: number) => down * 2 ** 26 + across
  const crowd = new Map<number, number>()
  for (const cell of cells) {
    const square = key(column(cell), line(cell))
    crowd.set(square, (crowd.get(square) ?? 0) + 1)
  }
  return cells.map((cell) => {
    let near = 0
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) near += crowd.get(key(column(cell) + dx, line(cell) + dy)) ?? 0
    return sizeAmong(near, cell.count)
  })
}

/**
 * @param near number of points in the 3 by 3 squares around the point, itself included
 * @param count incidents at the point
 */
function sizeAmong(near: number, count: number): PointSize {
  const fair = Math.sqrt((COVERED * (3 * SQUARE) ** 2) / (Math.PI * near))
  const radius = Math.round(2 * Math.max(LEAST_POINT, Math.min(ROOMY_POINT, fair))) / 2
  if (radius >= SHAPED_POINT) return { radius, opacity: 1 }
  const share = Math.min(1, Math.log(count + 1) / Math.log(SOLID))
  return { radius, opacity: Math.round(20 * (0.45 + 0.5 * share)) / 20 }
}
