/** WGS 84, degrees, always longitude first. */
export type LngLat = readonly [lng: number, lat: number]

/** Degrees. `west > east` crosses the antimeridian. Edges belong to the area. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

export function boundsContain(bounds: Bounds, lng: number, lat: number): boolean {
  if (!(lat >= bounds.south && lat <= bounds.north)) return false
  return bounds.west <= bounds.east
    ? lng >= bounds.west && lng <= bounds.east
    : lng >= bounds.west || lng <= bounds.east
}

/** Degrees of latitude at which the square of Web Mercator ends. */
export const MERCATOR_LIMIT = 85.051_128_78

/** Web Mercator x of a longitude: 0 at -180°, 1 at 180°. */
export function mercatorX(lng: number): number {
  return lng / 360 + 0.5
}

/** Web Mercator y of a latitude: 0 at the north edge, 1 at the south edge; the poles are held to the edge. */
export function mercatorY(lat: number): number {
  const clamped = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat))
  const sin = Math.sin((clamped * Math.PI) / 180)
  return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
}

export function lngOfMercatorX(x: number): number {
  return (x - 0.5) * 360
}

export function latOfMercatorY(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90
}

/** A longitude brought into [-180, 180]. */
export function wrapLng(lng: number): number {
  if (lng >= -180 && lng <= 180) return lng
  return ((((lng + 180) % 360) + 360) % 360) - 180
}
