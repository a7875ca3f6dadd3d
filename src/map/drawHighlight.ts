import type { Theme } from '../view/view.ts'
import { HALO } from './imageHalo.ts'
import { mapColours } from './mapColours.ts'

/** CSS pixels between what is highlighted and its ring. */
export const HIGHLIGHT_GAP = 5
/** Width of the ring in CSS pixels. */
export const highlightWidth = (open: boolean) => (open ? 3.5 : 2)

/**
 * Draws a ring around what an incident is drawn as.
 * @param at its centre in CSS pixels, and the scale that the camera's tilt gives it (1 without tilt)
 * @param highlight `radius`: CSS pixels, of what the ring goes around; `open`: whether the incident is open, or
 * merely pointed at
 * @param halo colour of a wider ring below it, over ground of any tone
 */
export function drawHighlight(
  context: CanvasRenderingContext2D,
  { x, y, scale }: { x: number; y: number; scale: number },
  { radius, open }: { radius: number; open: boolean },
  theme: Theme,
  halo?: string,
): void {
  const { accent, outline } = mapColours[theme]
  const width = highlightWidth(open)
  context.beginPath()
  context.arc(x, y, (radius + HIGHLIGHT_GAP + width / 2) * scale, 0, 2 * Math.PI)
  if (halo !== undefined) {
    context.lineWidth = (width + 2 * HALO) * scale
    context.strokeStyle = halo
    context.stroke()
  }
  context.lineWidth = width * scale
  context.strokeStyle = open ? accent : outline
  context.stroke()
}
