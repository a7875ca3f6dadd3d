/** Distances from the four edges of the map, in CSS pixels. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** CSS pixels kept free around what is fitted, if there is room: the map's own controls lie there. */
const AIR = 52
/**
 * CSS pixels that must remain between the panels, for one cell and for an area; with less, the panels are
 * ignored.
 */
export const CELL_ROOM = 80
export const AREA_ROOM = 240
/** CSS pixels kept free if there is no room for more. */
const EDGE = 8

/**
 * The distances to keep from each edge of the map. Panels that would leave too little room are ignored.
 * @param covered how far panels reach over the map
 * @param width, height size of the map in CSS pixels
 * @param least CSS pixels that must remain: CELL_ROOM or AREA_ROOM
 */
export function freeRoom(
  { top, right, bottom, left }: Padding,
  width: number,
  height: number,
  least: number,
): Padding {
  const [above, below] = clear(top, bottom, height, least)
  const [before, after] = clear(left, right, width, least)
  return { top: above, bottom: below, left: before, right: after }
}

function clear(first: number, last: number, whole: number, least: number): [number, number] {
  const spare = whole - first - last - least
  if (spare <= 0) return [EDGE, EDGE]
  const air = Math.min(AIR, Math.max(EDGE, spare / 2))
  return [first + air, last + air]
}
