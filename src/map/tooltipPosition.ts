import type { Padding } from './freeRoom.ts'

interface Size {
  width: number
  height: number
}

/** CSS pixels between a cell and its tooltip, and between the tooltip and a panel. */
const GAP = 8
const EDGE = 4

/**
 * The position of a tooltip: above its cell, or below if there is no room above; never under a panel.
 * @param cell centre and radius of the cell, in CSS pixels from the map's upper left corner
 * @param tooltip its size in CSS pixels
 * @param map the map's size in CSS pixels
 * @param covered how far panels reach over the map
 * @returns the tooltip's upper left corner in the same coordinates
 */
export function tooltipPosition(
  cell: { x: number; y: number; radius: number },
  tooltip: Size,
  map: Size,
  covered: Padding,
): { x: number; y: number } {
  const top = covered.top + EDGE
  const above = cell.y - cell.radius - GAP - tooltip.height
  const below = cell.y + cell.radius + GAP
  return {
    x: within(
      cell.x - tooltip.width / 2,
      covered.left + EDGE,
      map.width - covered.right - EDGE - tooltip.width,
    ),
    y: within(above >= top ? above : below, top, map.height - covered.bottom - EDGE - tooltip.height),
  }
}

/** `value` within the limits; `least` if the limits contradict each other. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
