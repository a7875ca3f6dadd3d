import type { Bounds } from '../../incidents/place.ts'
import { EXTENT_SLOTS } from '../costs.ts'
import { isDrawn, type Positions } from '../table/positions.ts'

/**
 * Finds the least bounds that hold every drawn position with a count above 0. The longitudes that they span leave out
 * the widest empty stretch, so results on both sides of the antimeridian stay together. Positions are visited from the
 * outside in, slot by slot of longitude, so that mostly a few of them are looked at.
 * @returns given the count at each position, the bounds; null where no drawn position has any
 */
export function createExtent(positions: Positions): (counts: Uint32Array) => Bounds | null {
  const { lng, lat } = positions
  // Positions are numbered from west to east.
  const eastwards = Uint32Array.from({ length: positions.count }, (_, position) => position).filter(
    (position) => isDrawn(positions, position),
  )
  const northwards = positions.northwards.filter((position) => isDrawn(positions, position))
  const slots = slotsOf(positions, eastwards)

  return (counts) => {
    const hasAny = (position: number) => counts[position]! > 0
    const south = northwards.find(hasAny)
    const north = northwards.findLast(hasAny)
    if (south === undefined || north === undefined) return null
    const stretches: Stretch[] = []
    for (const slot of slots) {
      const west = slot.find(hasAny)
      const east = slot.findLast(hasAny)
      if (west !== undefined && east !== undefined) stretches.push({ west: lng[west]!, east: lng[east]! })
    }
    return { ...aroundWidestGap(stretches), south: lat[south]!, north: lat[north]! }
  }
}

/** A range of longitudes, in degrees. */
export interface Stretch {
  west: number
  east: number
}

/** The positions of each slot of longitude that has any, from west to east: views of the list given. */
function slotsOf({ lng }: Positions, eastwards: Uint32Array): Uint32Array[] {
  const slotAt = (at: number) =>
    Math.min(EXTENT_SLOTS - 1, Math.floor(((lng[eastwards[at]!]! + 180) * EXTENT_SLOTS) / 360))
  const slots: Uint32Array[] = []
  for (let start = 0, at = 1; at <= eastwards.length; at += 1) {
    if (at < eastwards.length && slotAt(at) === slotAt(start)) continue
    slots.push(eastwards.subarray(start, at))
    start = at
  }
  return slots
}

/**
 * The part of the circle of longitudes that is left when the widest gap between stretches is taken out.
 * @param stretches from west to east, at least one
 */
export function aroundWidestGap(stretches: readonly Stretch[]): Stretch {
  let widest = { gap: -Infinity, west: NaN, east: NaN }
  for (const [at, { east }] of stretches.entries()) {
    const isLast = at === stretches.length - 1
    const { west } = stretches[isLast ? 0 : at + 1]!
    const gap = west - east + (isLast ? 360 : 0)
    // Of equal gaps the one across the antimeridian is taken out, so that bounds cross it only where they must.
    if (gap > widest.gap || (gap === widest.gap && isLast)) widest = { gap, west, east }
  }
  return { west: widest.west, east: widest.east }
}
