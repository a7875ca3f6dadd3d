import type { EventType } from '../incidents/vocabulary.ts'
import { typeColours } from './typeColours.ts'

/** Opacity of the background below the lines. */
const UNCERTAIN = 0.35

/** Side of the repeated tile, in CSS pixels. */
const TILE = 5

const hatchings = new Map<EventType, CanvasPattern>()

/**
 * A fill of slanted lines in the event type's colour, for incidents whose date is known only to a longer
 * period. Without a canvas to make the pattern on, it is the plain colour.
 */
export function hatching(context: CanvasRenderingContext2D, type: EventType): string | CanvasPattern {
  const known = hatchings.get(type)
  if (known) return known
  const tile = document.createElement('canvas')
  tile.width = TILE
  tile.height = TILE
  const pen = tile.getContext('2d')
  if (!pen) return typeColours[type]
  pen.fillStyle = typeColours[type]
  pen.strokeStyle = typeColours[type]
  pen.globalAlpha = UNCERTAIN
  pen.fillRect(0, 0, TILE, TILE)
  pen.globalAlpha = 1
  pen.lineWidth = 1.2
  // Three lines, so that they continue in the neighbouring tiles.
  for (const shift of [-TILE, 0, TILE]) {
    pen.beginPath()
    pen.moveTo(shift - 1, TILE + 1)
    pen.lineTo(shift + TILE + 1, -1)
    pen.stroke()
  }
  const pattern = context.createPattern(tile, 'repeat')
  if (!pattern) return typeColours[type]
  hatchings.set(type, pattern)
  return pattern
}
