/** CSS pixels from each edge. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** Pixels that stay free round what is fitted; room that must be left between panels for them to be kept clear of. */
const AIR = 28
const LEAST = 80
const EDGE = 8

/** What to keep clear of: panels that would leave the map no room are not kept clear of. */
export function freeRoom({ top, right, bottom, left }: Padding, width: number, height: number): Padding {
  const isWide = left + right + LEAST < width
  const isHigh = top + bottom + LEAST < height
  return {
    top: isHigh ? top + AIR : EDGE,
    bottom: isHigh ? bottom + AIR : EDGE,
    left: isWide ? left + AIR : EDGE,
    right: isWide ? right + AIR : EDGE,
  }
}
