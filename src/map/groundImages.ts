import type { MapColours } from './mapColours.ts'
import { ROOM_IMAGE, ROOM_SIDE } from './markRooms.ts'

/** Ids of the pictures of dots at towns. */
export const dotImage = { town: 'dot-town', capital: 'dot-capital' }
/** Id of the sign of an airport. */
export const AIRPORT_IMAGE = 'airport'

/** Pixels as red, green, blue and opacity. */
interface Picture {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Pixels per CSS pixel. */
const DENSITY = 2
/** Width of the halo around a shape, in CSS pixels. */
const HALO = 0.9

/** A picture that the style names, in the colours of a theme; undefined for names that are not ours. */
export function styleImage(
  id: string,
  { town, village, halo }: MapColours,
): { image: Picture; pixelRatio: number } | undefined {
  const dot = (radius: number) => draw(8, (x, y) => Math.hypot(x, y) - radius, [town, halo])
  switch (id) {
    case ROOM_IMAGE:
      return { image: blank(ROOM_SIDE), pixelRatio: 1 }
    case dotImage.town:
      return { image: dot(2.1), pixelRatio: DENSITY }
    case dotImage.capital:
      return { image: dot(3.2), pixelRatio: DENSITY }
    case AIRPORT_IMAGE:
      return { image: draw(13, beyondAeroplane, [village, halo]), pixelRatio: DENSITY }
    default:
      return undefined
  }
}

function blank(side: number): Picture {
  return { width: side, height: side, data: new Uint8ClampedArray(side * side * 4) }
}

/**
 * A shape with a halo.
 * @param side of the picture, in CSS pixels
 * @param beyond how far a position lies outside the shape, negative inside; in CSS pixels, from the middle
 * @param colours of the shape and of its halo, as `#rrggbb`
 */
function draw(
  side: number,
  beyond: (x: number, y: number) => number,
  colours: readonly [front: string, back: string],
): Picture {
  const image = blank(side * DENSITY)
  const [front, back] = [channels(colours[0]), channels(colours[1])]
  const fromMiddle = (pixel: number) => (pixel + 0.5) / DENSITY - side / 2
  for (let at = 0; at < image.width * image.height; at += 1) {
    const away = beyond(fromMiddle(at % image.width), fromMiddle(Math.floor(at / image.width)))
    const inner = cover(-away)
    for (const [channel, value] of front.entries())
      image.data[4 * at + channel] = value * inner + (back[channel] ?? 0) * (1 - inner)
    image.data[4 * at + 3] = 255 * Math.max(inner, cover(HALO - away))
  }
  return image
}

/** A line from one position to another, with the distance of its edge; CSS pixels. */
type Stroke = readonly [x1: number, y1: number, x2: number, y2: number, reach: number]

/** Body, wing and tail of an aeroplane that flies up, right half. */
const aeroplane: readonly Stroke[] = [
  [0, -4.3, 0, 3.6, 0.75],
  [0, -0.9, 4.3, 1.4, 0.65],
  [0, 3, 1.7, 4, 0.5],
]

function beyondAeroplane(x: number, y: number): number {
  return Math.min(...aeroplane.map((stroke) => beyondStroke(stroke, Math.abs(x), y)))
}

function beyondStroke([x1, y1, x2, y2, reach]: Stroke, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy) - reach
}

/** Share of a pixel that lies within an edge. @param inside CSS pixels from its middle to the edge */
const cover = (inside: number) => Math.max(0, Math.min(1, inside * DENSITY + 0.5))

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
