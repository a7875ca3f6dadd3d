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

interface Ring {
  bounds: Bounds
  /** Longitudes and latitudes of the vertices in turn; the last vertex is the first one. */
  points: Float64Array
}

/** The outer ring first. */
type Shape = Ring[]

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
  const countries = [...shapesOf]
  const isIn = (shapes: readonly Shape[], position: LngLat) => {
    for (const shape of shapes) if (contains(shape, position[0], position[1])) return true
    return false
  }
  return {
    has: (country) => shapesOf.has(country),
    kmOutside(country, position) {
      const shapes = shapesOf.get(country) ?? []
      if (isIn(shapes, position)) return 0
      let nearest = Infinity
      for (const shape of shapes) {
        for (const ring of shape)
          if (kmToBounds(ring.bounds, position) < nearest)
            nearest = Math.min(nearest, kmToRing(ring, position))
      }
      return nearest
    },
    countriesAt: (position) =>
      countries.filter(([, shapes]) => isIn(shapes, position)).map(([country]) => country),
  }
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function shapeOf(rings: Position[][]): Shape {
  return rings.map((ring) => {
    const points = Float64Array.from(ring.flatMap(([lng = 0, lat = 0]) => [lng, lat]))
    const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
    for (const [lng = 0, lat = 0] of ring) {
      bounds.west = Math.min(bounds.west, lng)
      bounds.south = Math.min(bounds.south, lat)
      bounds.east = Math.max(bounds.east, lng)
      bounds.north = Math.max(bounds.north, lat)
    }
    return { points, bounds }
  })
}

/** Even-odd rule over all rings: a hole adds one more crossing. */
function contains(shape: Shape, lng: number, lat: number): boolean {
  const outer = shape[0]
  if (!outer || !boundsContain(outer.bounds, lng, lat)) return false
  let isInside = false
  for (const { points } of shape) {
    // Plain variables, here and below: pairs would be made and thrown away for each of millions of vertices.
    let x1 = points[0] ?? 0
    let y1 = points[1] ?? 0
    for (let i = 2; i < points.length; i += 2) {
      const x2 = points[i] ?? 0
      const y2 = points[i + 1] ?? 0
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside
      x1 = x2
      y1 = y2
    }
  }
  return isInside
}

const KM_PER_DEGREE = 111.2

/** A lower bound of the kilometres from a position to anything in the bounds, in latitude alone. */
function kmToBounds({ south, north }: Bounds, [, lat]: LngLat): number {
  return Math.max(0, south - lat, lat - north) * KM_PER_DEGREE
}

/**
 * Kilometres from a position to a ring, on a plane that touches the globe at the position. The error grows with the
 * distance, and is small where the laws decide.
 */
function kmToRing({ points }: Ring, [lng, lat]: LngLat): number {
  const shrink = Math.cos((lat * Math.PI) / 180) * KM_PER_DEGREE
  let nearest = Infinity
  let x1 = aroundZero((points[0] ?? 0) - lng) * shrink
  let y1 = ((points[1] ?? 0) - lat) * KM_PER_DEGREE
  for (let i = 2; i < points.length; i += 2) {
    const x2 = aroundZero((points[i] ?? 0) - lng) * shrink
    const y2 = ((points[i + 1] ?? 0) - lat) * KM_PER_DEGREE
    const squared = squaredToSegment(x1, y1, x2, y2)
    if (squared < nearest) nearest = squared
    x1 = x2
    y1 = y2
  }
  return Math.sqrt(nearest)
}

/** A difference of longitudes, -360 to 360 degrees, the short way round: -180 to 180. */
function aroundZero(degrees: number): number {
  return degrees >= 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
}

/** Square of the distance from the origin to the nearest point of a segment. */
function squaredToSegment(x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const along = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1)
  const share = along < 0 ? 0 : along > 1 ? 1 : along
  const x = x1 + share * dx
  const y = y1 + share * dy
  return x * x + y * y
}
