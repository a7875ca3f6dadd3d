import type { MapOptions as LibraryOptions } from 'maplibre-gl'
import { MAX_PITCH, MAX_ZOOM, type Camera } from '../view/view.ts'
import type { MapOptions } from './mapHandlers.ts'

/** What the library is told when a map is made, besides its container and its style. */
export function libraryOptions(options: MapOptions): Omit<LibraryOptions, 'container' | 'style'> {
  const { camera, embedded, pictureDensity, reducedMotion } = options
  return {
    attributionControl: false,
    trackResize: false,
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

/** A camera as the library takes it. */
export function cameraOptions({ lat, lng, ...rest }: Camera) {
  return { center: { lng, lat }, ...rest }
}
