/** CSS pixels from each edge. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** Pixels that stay free round what is fitted where there is room for it: the map's own controls stand there. */
const AIR = 52
/** Room that must be left between panels for them to be kept clear of: for one mark, and for a whole area. */
export const MARK_ROOM = 80
export const AREA_ROOM = 240
const EDGE = 8

/**
 * What to keep clear of: panels that would leave the map no room are not kept clear of.
 * @param least room that is needed, in CSS pixels
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
