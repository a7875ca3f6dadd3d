import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boundsContain, type Bounds, type LngLat } from '../../incidents/place.ts'

/** Where countries are, by ISO 3166-1 alpha-2 code. An area that several countries claim lies in each of them. */
export interface CountryShapes {
  has(country: string): boolean
  /** Kilometres from a position to the country; 0 inside it, Infinity where its shape is not known. */
  kmOutside(country: string, position: LngLat): number
  /** Codes of the countries that a position lies in; [] at sea. */
  countriesAt(position: LngLat): string[]
}

interface Shape {
  bounds: Bounds
  /** The outer ring first; each ends where it begins. */
  rings: Position[][]
}

/** A FeatureCollection; `countries` are the codes of all that claim the area. */
export interface ShapesFile {
  features: { properties: { countries: string[] }; geometry: Polygon | MultiPolygon }[]
}

/** @param file GeoJSON, as in country-shapes.geojson.gz, which data/basemap/shapes.mjs builds from the basemap's shapes */
export function countryShapes({ features }: ShapesFile): CountryShapes {
  const shapesOf = new Map<string, Shape[]>()
  for (const { properties, geometry } of features) {
    const shapes = polygonsOf(geometry).map(shapeOf)
    for (const country of properties.countries) {
      const known = shapesOf.get(country)
      if (known) known.push(...shapes)
      else shapesOf.set(country, [...shapes])
    }
  }
  const isIn = (shapes: readonly Shape[], position: LngLat) =>
    shapes.some((shape) => contains(shape, position))
  return {
    has: (country) => shapesOf.has(country),
    kmOutside(country, position) {
      const shapes = shapesOf.get(country) ?? []
      if (isIn(shapes, position)) return 0
      return Math.min(...shapes.flatMap(({ rings }) => rings.map((ring) => kmToRing(ring, position))))
    },
    countriesAt: (position) =>
      [...shapesOf].filter(([, shapes]) => isIn(shapes, position)).map(([country]) => country),
  }
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function shapeOf(rings: Position[][]): Shape {
  const lngs = rings.flatMap((ring) => ring.map(([lng = 0]) => lng))
  const lats = rings.flatMap((ring) => ring.map(([, lat = 0]) => lat))
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
  return {
    rings,
    bounds: { west: least(lngs), south: least(lats), east: most(lngs), north: most(lats) },
  }
}

/** Even-odd rule over all rings: a hole adds one more crossing. */
function contains({ bounds, rings }: Shape, [lng, lat]: LngLat): boolean {
  if (!boundsContain(bounds, lng, lat)) return false
  let isInside = false
  for (const ring of rings) {
    for (const [[x1, y1], [x2, y2]] of segmentsOf(ring)) {
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside
    }
  }
  return isInside
}

const KM_PER_DEGREE = 111.2

/**
 * Kilometres from a position to a ring, on a plane that touches the globe at the position. The error grows with the
 * distance, and is small where the laws decide.
 */
function kmToRing(ring: readonly Position[], [lng, lat]: LngLat): number {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const flat = ([x, y]: LngLat): LngLat => [
    (((((x - lng + 180) % 360) + 360) % 360) - 180) * shrink * KM_PER_DEGREE,
    (y - lat) * KM_PER_DEGREE,
  ]
  let nearest = Infinity
  for (const [from, to] of segmentsOf(ring)) nearest = Math.min(nearest, toSegment(flat(from), flat(to)))
  return nearest
}

/** Distance from the origin to the nearest point of a segment, in the segment's unit. */
function toSegment([x1, y1]: LngLat, [x2, y2]: LngLat): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1)
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(x1 + share * dx, y1 + share * dy)
}

function* segmentsOf(ring: readonly Position[]): Generator<[LngLat, LngLat]> {
  for (let at = 1; at < ring.length; at++) {
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [ring[at - 1], ring[at]]
    yield [
      [x1, y1],
      [x2, y2],
    ]
  }
}
