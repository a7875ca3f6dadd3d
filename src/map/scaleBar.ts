/** Length of the equator of the WGS 84 ellipsoid in metres, as Web Mercator uses it. */
const EQUATOR = 40_075_016.686
/** Width of the world at zoom 0 in CSS pixels. */
const WORLD = 512

/** Metres on the ground per CSS pixel. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (EQUATOR * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom)
}

/**
 * The longest round length (1, 2 or 5 times a power of ten) that fits.
 * @param lat latitude in degrees
 * @param room CSS pixels
 */
export function scaleLength(lat: number, zoom: number, room: number): { metres: number; pixels: number } {
  const perPixel = metresPerPixel(lat, zoom)
  const most = perPixel * room
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { metres, pixels: metres / perPixel }
}
