import { mercatorX, mercatorY } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** How a point is drawn where others crowd about it. */
export interface PointSize {
  /** CSS pixels, in steps of a half. */
  radius: number
  /** 0 to 1, in steps of a twentieth. */
  opacity: number
}

/** CSS pixels: of a point with room about it, and of one in the thickest crowd. */
export const ROOMY_POINT = 7
export const LEAST_POINT = 2
/** From this radius on, a point shows the shape of its event type. */
export const SHAPED_POINT = 5

/** Side of the squares whose points are counted, three by three, and which share of those the points may cover. */
const SQUARE = 8
const COVERED = 0.5

/** Incidents at one point from which on it is as solid as any. */
const SOLID = 1_000

/**
 * Sizes of points: where many stand close together each is small and lets the ground through, the more so the fewer
 * incidents it stands for, so that a crowd is seen as one that is thicker here and thinner there, and not as a blob.
 * @param zoom of the map: how many pixels lie between them
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

/** @param near points on the nine squares about it, itself included */
function sizeAmong(near: number, count: number): PointSize {
  const fair = Math.sqrt((COVERED * (3 * SQUARE) ** 2) / (Math.PI * near))
  const radius = Math.round(2 * Math.max(LEAST_POINT, Math.min(ROOMY_POINT, fair))) / 2
  if (radius >= SHAPED_POINT) return { radius, opacity: 1 }
  const share = Math.min(1, Math.log(count + 1) / Math.log(SOLID))
  return { radius, opacity: Math.round(20 * (0.45 + 0.5 * share)) / 20 }
}
