import type { MapOptions as LibraryOptions } from 'maplibre-gl'
import { MAX_PITCH, MAX_ZOOM, type Camera } from '../view/view.ts'
import { remoteAddress } from './basemaps/remoteRequests.ts'
import type { MapOptions } from './mapHandlers.ts'

/** The options with which the library makes a map, except its container and its style. */
export function libraryOptions(options: MapOptions): Omit<LibraryOptions, 'container' | 'style'> {
  const { camera, embedded, pictureDensity, reducedMotion } = options
  return {
    attributionControl: false,
    trackResize: false,
    transformRequest: (url) => ({ url: remoteAddress(url) }),
    maxZoom: MAX_ZOOM,
    maxPitch: MAX_PITCH,
    fadeDuration: reducedMotion ? 0 : 200,
    ...embedded,
    ...(camera && cameraOptions(camera)),
    ...(pictureDensity !== undefined && {
      pixelRatio: pictureDensity,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    }),
  }
}

/** A camera in the library's terms. */
export function cameraOptions({ lat, lng, ...rest }: Camera) {
  return { center: { lng, lat }, ...rest }
}
