import type { Padding } from './freeRoom.ts'

interface Size {
  width: number
  height: number
}

/** CSS pixels between a mark and its tooltip, and between the tooltip and a panel. */
const GAP = 8
const EDGE = 4

/**
 * Where a tooltip stands: above its mark, or below it where there is no room above; never under a panel.
 * @param mark its middle and its radius, in CSS pixels from the map's corner
 * @param covered what panels cover of the map
 * @returns the tooltip's upper left corner
 */
export function tooltipPlace(
  mark: { x: number; y: number; radius: number },
  tooltip: Size,
  map: Size,
  covered: Padding,
): { x: number; y: number } {
  const top = covered.top + EDGE
  const above = mark.y - mark.radius - GAP - tooltip.height
  const below = mark.y + mark.radius + GAP
  return {
    x: within(
      mark.x - tooltip.width / 2,
      covered.left + EDGE,
      map.width - covered.right - EDGE - tooltip.width,
    ),
    y: within(above >= top ? above : below, top, map.height - covered.bottom - EDGE - tooltip.height),
  }
}

/** The least wins where there is no room at all. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
