import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Cell } from '../query/incidentResult.ts'
import type { MapColours } from './mapColours.ts'

/** Ids of the pictures of dots at towns. */
export const dotImage = { town: 'dot-town', capital: 'dot-capital' }
const ROOM_IMAGE = 'room'
/** Side of the picture that takes a mark's room, in CSS pixels at size 1. */
const ROOM_SIDE = 8
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

/** Pixels as red, green, blue and opacity. */
interface Picture {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** A picture that the style names, in the colours of a theme; undefined for names that are not ours. */
export function styleImage(
  id: string,
  colours: MapColours,
): { image: Picture; pixelRatio: number } | undefined {
  if (id === ROOM_IMAGE) return { image: blank(ROOM_SIDE), pixelRatio: 1 }
  if (id === dotImage.town) return { image: dot(2.1, colours), pixelRatio: 2 }
  if (id === dotImage.capital) return { image: dot(3.2, colours), pixelRatio: 2 }
  return undefined
}

function blank(side: number): Picture {
  return { width: side, height: side, data: new Uint8ClampedArray(side * side * 4) }
}

/** A disc with a halo, at twice the size. @param radius CSS pixels */
function dot(radius: number, { town, halo }: MapColours): Picture {
  const side = 16
  const image = blank(side)
  for (let at = 0; at < side * side; at += 1) {
    const away = Math.hypot((at % side) + 0.5 - side / 2, Math.floor(at / side) + 0.5 - side / 2)
    const inner = cover(2 * radius - away)
    const outer = cover(2 * radius + 1.8 - away)
    const [front, back] = [channels(town), channels(halo)]
    for (const [channel, value] of front.entries())
      image.data[4 * at + channel] = value * inner + (back[channel] ?? 0) * (1 - inner)
    image.data[4 * at + 3] = 255 * Math.max(inner, outer)
  }
  return image
}

/** How much of a pixel lies within an edge that is this far from its middle. */
const cover = (distance: number) => Math.max(0, Math.min(1, distance + 0.5))

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
