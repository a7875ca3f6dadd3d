import type { IncidentColumns } from '../../incidents/columns.ts'
import { mercatorX, mercatorY } from '../../incidents/place.ts'
import { geoPrecisions, NOT_STATED } from '../../incidents/vocabulary.ts'
import { distinctPositions } from './distinctPositions.ts'
import { postingsOf, type Postings } from './postings.ts'

/**
 * Where incidents lie. Rows with the same longitude, latitude, place and class of precision share one position:
 * thousands of incidents share a town's. What depends only on where rows lie (cells, extent, areas, countries) is
 * worked out per position, not per row. Positions are numbered from west to east; last are those that are not given.
 */
export interface Positions {
  count: number
  /** Position of each row. */
  ofRow: Uint32Array
  /** Rows of each position. */
  rows: Postings
  /** Degrees, of each position; Infinity for those that are not given, so that they come last. */
  lng: Float32Array
  lat: Float32Array
  /**
   * World coordinates (Web Mercator, 0 to 1), x then y of each position, on the lattice (`LATTICE`). NaN where the map
   * does not draw the position: its rows are known only to their country, or have no position.
   */
  xy: Float64Array
  /** The positions from south to north; last are those that are not given. */
  northwards: Uint32Array
  /** Place of each position: index into the dictionary of places. */
  place: Uint32Array
  /** 1 for positions whose rows are known only to an area wider than a town. */
  imprecise: Uint8Array
  /** The positions of the user's own incidents; null where the table holds one kind. */
  own: Uint32Array | null
}

/** Lattice points across the world: 15 cm apart at the equator. */
export const LATTICE = 2 ** 28

/**
 * Rows of a table at most. A sum of this many coordinates on the lattice has 25 + 28 = 53 bits, which a double holds
 * exactly: so rows can be subtracted from coordinate sums without a remainder.
 */
export const MOST_ROWS = 2 ** 25

const COUNTRY = geoPrecisions.indexOf('country')
const DISTRICT = geoPrecisions.indexOf('district')
const PRECISION_NOT_STATED = geoPrecisions.indexOf(NOT_STATED)

/** Classes of geo-precision that are drawn differently. */
const EXACT = 0
const WIDER_THAN_TOWN = 1
/** Not drawn. */
export const COUNTRY_ONLY = 2

/** Added to the class of the user's own incidents, so that they share no position with published ones. */
const LAYERS_APART = 4

/** @throws RangeError for more than MOST_ROWS rows */
export function positionsOf(columns: IncidentColumns): Positions {
  if (columns.rows > MOST_ROWS)
    throw new RangeError(
      `${columns.rows} rows, but sums of coordinates are exact for at most ${MOST_ROWS}: see LATTICE`,
    )
  const { lng, lat, place, geoPrecision, isOwn } = columns
  const precisionClass = Uint8Array.from(geoPrecision, classOfPrecision)
  const { firstRows, ofRow } = distinctPositions(
    columns,
    isOwn ? precisionClass.map((each, row) => each + (isOwn[row] ? LAYERS_APART : 0)) : precisionClass,
  )
  const count = firstRows.length

  const positions: Positions = {
    count,
    ofRow,
    rows: postingsOf(ofRow, count),
    lng: new Float32Array(count),
    lat: new Float32Array(count),
    xy: new Float64Array(2 * count).fill(NaN),
    northwards: Uint32Array.from(firstRows.keys()),
    place: new Uint32Array(count),
    imprecise: new Uint8Array(count),
    own: isOwn ? Uint32Array.from(firstRows.keys()).filter((position) => isOwn[firstRows[position]!]) : null,
  }
  for (const [position, row] of firstRows.entries()) {
    const [east, north] = [orInfinity(lng[row]!), orInfinity(lat[row]!)]
    positions.lng[position] = east
    positions.lat[position] = north
    positions.place[position] = place[row]!
    positions.imprecise[position] = precisionClass[row] === EXACT ? 0 : 1
    if (precisionClass[row] === COUNTRY_ONLY || !Number.isFinite(east) || !Number.isFinite(north)) continue
    positions.xy[2 * position] = onLattice(mercatorX(east))
    positions.xy[2 * position + 1] = onLattice(mercatorY(north))
  }
  positions.northwards.sort((a, b) => positions.lat[a]! - positions.lat[b]! || a - b)
  return positions
}

/** Infinity in place of NaN. */
function orInfinity(degrees: number): number {
  return Number.isNaN(degrees) ? Infinity : degrees
}

/** @param coordinate 0 to 1 */
function onLattice(coordinate: number): number {
  return Math.round(coordinate * LATTICE) / LATTICE
}

/** Whether the map draws the position. */
export function isDrawn({ xy }: Positions, position: number): boolean {
  return !Number.isNaN(xy[2 * position]!)
}

/** Whether a row is known only to an area wider than a town that is no country. @param precision code of `geoPrecisions` */
export function isWiderThanTown(precision: number): boolean {
  return classOfPrecision(precision) === WIDER_THAN_TOWN
}

/** EXACT, WIDER_THAN_TOWN or COUNTRY_ONLY. @param precision code of `geoPrecisions` */
export function classOfPrecision(precision: number): number {
  if (precision === COUNTRY) return COUNTRY_ONLY
  // Nobody says that it is an area.
  if (precision === PRECISION_NOT_STATED) return EXACT
  return precision >= DISTRICT ? WIDER_THAN_TOWN : EXACT
}
