import type { Bounds } from '../incidents/place.ts'
import { isDrawn, type IncidentTable } from './table.ts'

/** Degrees of a slot in which longitudes are looked up. */
const SLOTS = 360

/**
 * The least box that holds the drawn rows that pass; it leaves out the widest empty stretch of longitudes, so data on
 * both sides of the antimeridian stays together.
 * @returns null where none is drawn
 */
export function extentOf(table: IncidentTable, passes: (row: number) => boolean): Bounds | null {
  const { lng, lat } = table.columns
  const west = new Float64Array(SLOTS).fill(Infinity)
  const east = new Float64Array(SLOTS).fill(-Infinity)
  let south = Infinity
  let north = -Infinity
  for (let row = 0; row < table.rows; row += 1) {
    if (!passes(row) || !isDrawn(table, row)) continue
    const [x, y] = [lng[row] ?? 0, lat[row] ?? 0]
    const slot = Math.min(SLOTS - 1, Math.max(0, Math.floor(x + 180)))
    west[slot] = Math.min(west[slot] ?? Infinity, x)
    east[slot] = Math.max(east[slot] ?? -Infinity, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  if (south > north) return null
  return { ...widestGap(west, east), south, north }
}

/** West and east of what is left when the widest gap is taken out of the circle. */
function widestGap(west: Float64Array, east: Float64Array): { west: number; east: number } {
  const used = [...west.keys()].filter((slot) => (west[slot] ?? Infinity) !== Infinity)
  let best = { gap: -Infinity, west: 0, east: 0 }
  for (const [index, slot] of used.entries()) {
    const next = used[(index + 1) % used.length] ?? slot
    const goesRound = index === used.length - 1
    const gap = (west[next] ?? 0) - (east[slot] ?? 0) + (goesRound ? 360 : 0)
    // Of equal gaps the one over the antimeridian: the box does not cross it without need.
    if (gap > best.gap || (gap === best.gap && goesRound))
      best = { gap, west: west[next] ?? 0, east: east[slot] ?? 0 }
  }
  return { west: best.west, east: best.east }
}
