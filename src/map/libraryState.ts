import type { Map as MapLibre } from 'maplibre-gl'
import type { Bounds } from '../incidents/place.ts'
import type { Camera } from '../view/view.ts'
import type { MapHandlers } from './mapHandlers.ts'

/** The camera of the library's map. */
export function cameraOf(map: MapLibre): Camera {
  const { lng, lat } = map.getCenter().wrap()
  return { zoom: map.getZoom(), lat, lng, bearing: map.getBearing(), pitch: map.getPitch() }
}

/**
 * What is in sight. Longitudes are not wrapped: the bounds are wider than 360 degrees where the world is shown more
 * than once.
 */
export function boundsOf(map: MapLibre): Bounds {
  const bounds = map.getBounds()
  return {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
  }
}

/** Tells whether the built-in basemap has loaded, or could not be loaded. */
export function followGround(map: MapLibre, tell: MapHandlers['onBasemap']): void {
  map.on('sourcedata', (event) => {
    if (event.sourceId === 'ground' && event.isSourceLoaded) tell('ready')
  })
  map.on('error', (event) => {
    if ('sourceId' in event && event.sourceId === 'ground') tell('failed')
  })
}

/**
 * Tells that the library refuses a style, after it has told all reasons: the errors of a source's requests name the
 * source, this one does not.
 */
export function onRefusedStyle(map: MapLibre, tell: () => void): void {
  map.on('error', (event) => {
    if (!('sourceId' in event)) queueMicrotask(tell)
  })
}
