import type { Theme } from '../view/view.ts'
import { mapColours } from './mapColours.ts'

/** CSS pixels: between a mark and its ring, and how wide the ring is. */
export const MARK_GAP = 5
export const markWidth = (open: boolean) => (open ? 3.5 : 2)

/**
 * The ring round what is drawn of an incident.
 * @param radius CSS pixels, of what the ring goes round
 * @param open or merely pointed at
 */
export function drawMark(
  context: CanvasRenderingContext2D,
  { x, y, scale }: { x: number; y: number; scale: number },
  { radius, open }: { radius: number; open: boolean },
  theme: Theme,
): void {
  const { accent, outline } = mapColours[theme]
  const width = markWidth(open)
  context.beginPath()
  context.arc(x, y, (radius + MARK_GAP + width / 2) * scale, 0, 2 * Math.PI)
  context.lineWidth = width * scale
  context.strokeStyle = open ? accent : outline
  context.stroke()
}
