import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Cell } from '../query/incidentResult.ts'

/** Id of the picture that takes a mark's room; it is blank. */
export const ROOM_IMAGE = 'room'
/** Its side in CSS pixels at size 1. */
export const ROOM_SIDE = 8
/** Most marks for which names step aside; beyond, marks lie everywhere and names between them would be all gone. */
const MOST = 400

/**
 * Takes the room of the marks, which are drawn on a canvas over the map, before names are placed: nothing is seen of it.
 * Source `rooms` holds a point for each mark.
 */
export const roomLayer: LayerSpecification = {
  id: 'rooms',
  type: 'symbol',
  source: 'rooms',
  layout: {
    'icon-image': ROOM_IMAGE,
    'icon-size': ['/', ['*', 2, ['get', 'radius']], ROOM_SIDE],
    'icon-allow-overlap': true,
    'icon-padding': 0,
  },
}

/** Points with the radius of each mark in CSS pixels: the larger marks, if there are many. */
export function roomFeatures(cells: readonly Cell[]): FeatureCollection {
  const largest = cells.length > MOST ? cells.toSorted((a, b) => b.count - a.count).slice(0, MOST) : cells
  return {
    type: 'FeatureCollection',
    features: largest.map(({ position, radius }) => ({
      type: 'Feature',
      properties: { radius },
      geometry: { type: 'Point', coordinates: [...position] },
    })),
  }
}
