/** CSS pixels: radius of a single incident, and of the smallest and the largest disc of several. */
export const SINGLE_RADIUS = 11
export const SMALLEST_DISC = 14
export const LARGEST_RADIUS = 44

/** Fewest incidents that a disc stands for. */
const LEAST = 2

/** How many times the area of the smallest disc the largest has. */
const AREA_SPREAD = (LARGEST_RADIUS / SMALLEST_DISC) ** 2

/** Radius of a cell in CSS pixels, by its count. */
export type CellSizes = (count: number) => number

/**
 * Sizes of cells among which none has much more than `most` incidents. Areas are in proportion to counts as long as
 * all sizes then lie between the smallest and the largest. Where counts are further apart than that, areas are on a
 * logarithmic scale: each tenfold count multiplies the area by the same factor, so that a disc of 20 thousand beside
 * one of 700 thousand is still told from it.
 */
export function cellSizes(most: number): CellSizes {
  const spread = Math.max(most / LEAST, AREA_SPREAD)
  // Half, as a radius goes with the root of an area.
  const exponent = Math.log(AREA_SPREAD) / Math.log(spread) / 2
  return (count) =>
    count < LEAST ? SINGLE_RADIUS : Math.min(LARGEST_RADIUS, SMALLEST_DISC * (count / LEAST) ** exponent)
}
