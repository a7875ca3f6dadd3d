import type { IncidentColumns } from '../../incidents/columns.ts'
import { mercatorX, mercatorY } from '../../incidents/place.ts'
import { geoPrecisions } from '../../incidents/vocabulary.ts'
import { postingsOf, type Postings } from './postings.ts'

/**
 * Where incidents lie, each position once: thousands of incidents share a town's, and what only depends on where they
 * lie (cells, extent, countries) is then a matter of spots, not of rows. In the order of their longitudes.
 */
export interface Spots {
  count: number
  /** Spot of each row. */
  of: Uint32Array
  /** Rows of each spot. */
  rows: Postings
  /** Degrees. */
  lng: Float32Array
  lat: Float32Array
  /**
   * x and y of each, Web Mercator, 0 to 1, on a lattice (`LATTICE`); NaN where it is not drawn: known only to its
   * country.
   */
  xy: Float64Array
  /** Spots from south to north. */
  northwards: Uint32Array
  /** Index into the places. */
  place: Uint32Array
  /** 1 where it is known only to an area wider than a town. */
  imprecise: Uint8Array
}

/**
 * Points of the lattice across the world: 15 cm apart at the equator. The sum of 2^25 positions on it is exact, so
 * that rows can be taken out of sums as they were put in.
 */
const LATTICE = 2 ** 28

const COUNTRY = geoPrecisions.indexOf('country')
const DISTRICT = geoPrecisions.indexOf('district')

/** How exactly a row's place is known, as far as it matters where it is drawn. */
const EXACT = 0
const WIDE = 1
const NOWHERE = 2

export function spotsOf(columns: IncidentColumns): Spots {
  const { rows, lng, lat, place } = columns
  const { first, of } = distinctSpots(columns)
  const count = first.length
  const order = Uint32Array.from(first.keys()).toSorted(
    (a, b) => (lng[first[a] ?? 0] ?? 0) - (lng[first[b] ?? 0] ?? 0) || a - b,
  )
  const rank = new Uint32Array(count)
  for (let spot = 0; spot < count; spot += 1) rank[order[spot] ?? 0] = spot
  for (let row = 0; row < rows; row += 1) of[row] = rank[of[row] ?? 0] ?? 0

  const spots: Spots = {
    count,
    of,
    rows: postingsOf(of, count),
    lng: new Float32Array(count),
    lat: new Float32Array(count),
    xy: new Float64Array(2 * count).fill(NaN),
    northwards: Uint32Array.from(order.keys()),
    place: new Uint32Array(count),
    imprecise: new Uint8Array(count),
  }
  for (let spot = 0; spot < count; spot += 1) {
    const row = first[order[spot] ?? 0] ?? 0
    const [east, north] = [lng[row] ?? NaN, lat[row] ?? NaN]
    const exactness = exactnessOf(columns, row)
    spots.lng[spot] = east
    spots.lat[spot] = north
    spots.place[spot] = place[row] ?? 0
    spots.imprecise[spot] = exactness === EXACT ? 0 : 1
    if (exactness === NOWHERE || !Number.isFinite(east) || !Number.isFinite(north)) continue
    spots.xy[2 * spot] = onLattice(mercatorX(east))
    spots.xy[2 * spot + 1] = onLattice(mercatorY(north))
  }
  spots.northwards.sort((a, b) => (spots.lat[a] ?? 0) - (spots.lat[b] ?? 0) || a - b)
  return spots
}

function onLattice(part: number): number {
  return Math.round(part * LATTICE) / LATTICE
}

/** Whether the spot stands anywhere on the map. */
export function isDrawn(spots: Spots, spot: number): boolean {
  return !Number.isNaN(spots.xy[2 * spot] ?? NaN)
}

function exactnessOf({ geoPrecision }: IncidentColumns, row: number): number {
  const precision = geoPrecision[row] ?? 0
  if (precision === COUNTRY) return NOWHERE
  return precision >= DISTRICT ? WIDE : EXACT
}

/** A row of each spot, by order of appearance, and which spot each row is at; by open addressing over the positions. */
function distinctSpots(columns: IncidentColumns): { first: number[]; of: Uint32Array } {
  const { rows, lng, lat, place } = columns
  const of = new Uint32Array(rows)
  const first: number[] = []
  let slots = new Int32Array(1 << 10).fill(-1)
  const isSame = (a: number, b: number) =>
    lng[a] === lng[b] &&
    lat[a] === lat[b] &&
    place[a] === place[b] &&
    exactnessOf(columns, a) === exactnessOf(columns, b)
  const hash = (row: number) =>
    Math.imul((lng[row] ?? 0) * 1e6, 0x9e37_79b1) ^
    Math.imul((lat[row] ?? 0) * 1e6, 0x85eb_ca6b) ^
    Math.imul((place[row] ?? 0) * 3 + exactnessOf(columns, row), 0xc2b2_ae35)
  const slotOf = (row: number) => {
    const mixed = hash(row)
    let slot = (mixed ^ (mixed >>> 15)) & (slots.length - 1)
    for (let spot = slots[slot] ?? -1; spot >= 0; spot = slots[slot] ?? -1) {
      if (isSame(first[spot] ?? 0, row)) break
      slot = (slot + 1) & (slots.length - 1)
    }
    return slot
  }
  for (let row = 0; row < rows; row += 1) {
    let slot = slotOf(row)
    if ((slots[slot] ?? -1) < 0) {
      if (2 * first.length >= slots.length) {
        slots = new Int32Array(2 * slots.length).fill(-1)
        for (const [spot, at] of first.entries()) slots[slotOf(at)] = spot
        slot = slotOf(row)
      }
      slots[slot] = first.length
      first.push(row)
    }
    of[row] = slots[slot] ?? 0
  }
  return { first, of }
}
