import type { EventType } from '../incidents/vocabulary.ts'
import { typeColours } from './typeColours.ts'

/** How faint what may lie elsewhere is drawn, below its hatching. */
const UNCERTAIN = 0.35

/** Side of a tile of the hatching, in CSS pixels. */
const TILE = 5

const hatchings = new Map<EventType, CanvasPattern>()

/** Slanted lines of the type's colour on a faint ground of it: what may lie elsewhere in time. */
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
  // Three, so that the slants of neighbouring tiles meet.
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
