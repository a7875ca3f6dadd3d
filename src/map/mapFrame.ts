import {
  latOfMercatorY,
  lngOfMercatorX,
  mercatorX,
  mercatorY,
  wrapLng,
  type Bounds,
} from '../incidents/place.ts'
import type { Camera } from '../view/view.ts'

/** A map of a fixed size, seen from straight above and north up: its camera, and what is then in sight. */
export interface MapFrame {
  /** CSS pixels. */
  width: number
  height: number
  camera: Camera
  /** What is in sight; longitudes are not wrapped at the antimeridian. */
  bounds: Bounds
}

/** Width of the world at zoom 0, and the margin around what is framed, in CSS pixels. */
const WORLD = 512
const AIR = 28

/**
 * The map that shows the bounds as large as its size allows.
 * @param width, height CSS pixels
 * @param closest highest zoom, at which a single position is shown with its surroundings
 */
export function frameMap(bounds: Bounds, width: number, height: number, closest: number): MapFrame {
  const left = mercatorX(bounds.west)
  const right = mercatorX(bounds.east < bounds.west ? bounds.east + 360 : bounds.east)
  const [top, bottom] = [mercatorY(bounds.north), mercatorY(bounds.south)]
  const fits = Math.min(
    Math.log2((width - 2 * AIR) / (WORLD * (right - left))),
    Math.log2((height - 2 * AIR) / (WORLD * (bottom - top))),
  )
  const zoom = Math.max(0, Math.min(closest, fits))
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const scale = 2 * WORLD * 2 ** zoom
  const [across, down] = [width / scale, height / scale]
  return {
    width,
    height,
    camera: { zoom, lat: latOfMercatorY(y), lng: wrapLng(lngOfMercatorX(x)), bearing: 0, pitch: 0 },
    bounds: {
      west: lngOfMercatorX(x - across),
      south: latOfMercatorY(y + down),
      east: lngOfMercatorX(x + across),
      north: latOfMercatorY(y - down),
    },
  }
}
