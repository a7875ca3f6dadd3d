/** A position in degrees, WGS 84; longitude first, as in GeoJSON (RFC 7946). */
export type LngLat = readonly [lng: number, lat: number]

/** The position of a place of a record; undefined where none is given. */
export function givenPosition({
  lng,
  lat,
}: {
  lng?: number | undefined
  lat?: number | undefined
}): LngLat | undefined {
  return lng === undefined || lat === undefined ? undefined : [lng, lat]
}

/**
 * A rectangle of longitudes and latitudes in degrees, edges included. Where `west > east` it crosses the antimeridian,
 * as the bounding box of RFC 7946, section 5.2.
 */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/**
 * Whether a position lies in the bounds or on their edges.
 * @param lng degrees, -180 to 180
 * @param lat degrees, -90 to 90
 */
export function boundsContain(bounds: Bounds, lng: number, lat: number): boolean {
  if (!(lat >= bounds.south && lat <= bounds.north)) return false
  return bounds.west <= bounds.east
    ? lng >= bounds.west && lng <= bounds.east
    : lng >= bounds.west || lng <= bounds.east
}

/** Degrees of latitude where the square of Web Mercator ends: atan(sinh(pi)), rounded. */
export const MERCATOR_LIMIT = 85.051_128_78

/*
 * Web Mercator (EPSG:3857; spherical formulas in J. P. Snyder, Map Projections: A Working Manual, USGS Professional
 * Paper 1395, 1987, pages 38-47), scaled so that the world is a square of side 1 with its origin at the north-west.
 */

/** Web Mercator x of a longitude in degrees: 0 at -180, 1 at 180. */
export function mercatorX(lng: number): number {
  return lng / 360 + 0.5
}

/** Web Mercator y of a latitude in degrees: 0 at the north edge, 1 at the south edge; clamped beyond MERCATOR_LIMIT. */
export function mercatorY(lat: number): number {
  const clamped = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat))
  const sin = Math.sin((clamped * Math.PI) / 180)
  return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
}

/** The longitude in degrees of a Web Mercator x; the inverse of `mercatorX`. */
export function lngOfMercatorX(x: number): number {
  return (x - 0.5) * 360
}

/** The latitude in degrees of a Web Mercator y; the inverse of `mercatorY`. */
export function latOfMercatorY(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90
}

/** The same meridian in [-180, 180]: adds a multiple of 360 degrees. */
export function wrapLng(lng: number): number {
  if (lng >= -180 && lng <= 180) return lng
  return ((((lng + 180) % 360) + 360) % 360) - 180
}
