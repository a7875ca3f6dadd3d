import type { Bounds } from '../../incidents/place.ts'
import { isDrawn, type Spots } from '../table/positions.ts'

/** Degrees of longitude in which spots are looked up. */
const SLOTS = 360

/**
 * The least box that holds the drawn spots where anything is; it leaves out the widest empty stretch of longitudes,
 * so data on both sides of the antimeridian stays together. Spots that can be the box's edge are looked at first, so
 * that it seldom takes more than a few of them.
 * @returns null where none is drawn
 */
export function createExtent(spots: Spots): (total: Uint32Array) => Bounds | null {
  const drawn = Uint32Array.from({ length: spots.count }, (_, spot) => spot).filter((spot) =>
    isDrawn(spots, spot),
  )
  const northwards = spots.northwards.filter((spot) => isDrawn(spots, spot))
  const slots = slotsOf(spots, drawn)

  return (total) => {
    const has = (spot: number) => (total[spot] ?? 0) > 0
    const south = northwards.find(has)
    const north = northwards.findLast(has)
    if (south === undefined || north === undefined) return null
    const stretches: Stretch[] = []
    for (const slot of slots) {
      const west = slot.find(has)
      const east = slot.findLast(has)
      if (west !== undefined && east !== undefined)
        stretches.push({ west: spots.lng[west] ?? 0, east: spots.lng[east] ?? 0 })
    }
    return { ...withoutWidestGap(stretches), south: spots.lat[south] ?? 0, north: spots.lat[north] ?? 0 }
  }
}

interface Stretch {
  west: number
  east: number
}

/** The drawn spots of each slot that has any, from west to east: the order that spots are in. */
function slotsOf({ lng }: Spots, drawn: Uint32Array): Uint32Array[] {
  const slots: Uint32Array[] = []
  const slotOf = (at: number) => Math.min(SLOTS - 1, Math.floor((lng[drawn[at] ?? 0] ?? 0) + 180))
  for (let start = 0, at = 1; at <= drawn.length; at += 1) {
    if (at < drawn.length && slotOf(at) === slotOf(start)) continue
    slots.push(drawn.subarray(start, at))
    start = at
  }
  return slots
}

/** West and east of what is left when the widest gap is taken out of the circle. */
function withoutWidestGap(stretches: readonly Stretch[]): Stretch {
  let best = { gap: -Infinity, west: 0, east: 0 }
  for (const [index, { west, east }] of stretches.entries()) {
    const next = stretches[(index + 1) % stretches.length]?.west ?? west
    const goesRound = index === stretches.length - 1
    const gap = next - east + (goesRound ? 360 : 0)
    // Of equal gaps the one over the antimeridian: the box does not cross it without need.
    if (gap > best.gap || (gap === best.gap && goesRound)) best = { gap, west: next, east }
  }
  return { west: best.west, east: best.east }
}
