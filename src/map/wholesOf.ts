import { boundsContain, wrapLng, type Bounds } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** Degrees by which a cell may exceed the bounds of the one that held its incidents: both are rounded. */
const TOLERANCE = 1e-6

/** Most pairs of cells that are compared, a few milliseconds of work. */
const MOST_PAIRS = 500_000

/**
 * Finds the cell of a farther zoom in which all incidents of a cell of a closer zoom may lie: its bounds contain the
 * cell's, and it counts no less. Of several, the one with the nearest centre.
 * @param parts cells of the closer zoom
 * @param wholes cells of the farther zoom, of the same incidents
 * @returns the whole of each part that has one; empty where there are too many cells to compare
 */
export function wholesOf(parts: readonly Cell[], wholes: readonly Cell[]): Map<Cell, Cell> {
  const found = new Map<Cell, Cell>()
  if (parts.length * wholes.length > MOST_PAIRS) return found
  const rooms = wholes.map((whole) => ({ whole, bounds: widened(whole.bounds) }))
  for (const part of parts) {
    let least = Infinity
    for (const { whole, bounds } of rooms) {
      if (whole.count < part.count || !holds(bounds, part.bounds)) continue
      const distance = distanceBetween(part, whole)
      if (distance >= least) continue
      least = distance
      found.set(part, whole)
    }
  }
  return found
}

function widened({ west, south, east, north }: Bounds): Bounds {
  return {
    west: west - TOLERANCE,
    south: south - TOLERANCE,
    east: east + TOLERANCE,
    north: north + TOLERANCE,
  }
}

function holds(outer: Bounds, { west, south, east, north }: Bounds): boolean {
  return boundsContain(outer, west, south) && boundsContain(outer, east, north)
}

/** Degrees between two centres, as if on a plane: good enough to compare cells that overlap. */
function distanceBetween({ position: [lng, lat] }: Cell, { position: [otherLng, otherLat] }: Cell): number {
  return Math.hypot(wrapLng(lng - otherLng), lat - otherLat)
}
