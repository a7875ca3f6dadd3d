/** Radius of the mark of a single incident, in CSS pixels. */
export const SINGLE_RADIUS = 11

/** Radius of the smallest disc of several incidents, in CSS pixels. */
export const SMALLEST_DISC = 14

/** Radius of the largest disc, in CSS pixels. */
export const LARGEST_RADIUS = 44

/** Fewest incidents that a disc stands for. */
const LEAST = 2

/** Ratio of the areas of the largest and the smallest disc. */
const AREA_SPREAD = (LARGEST_RADIUS / SMALLEST_DISC) ** 2

/** The radius of a cell in CSS pixels, given its count. */
export type CellSizes = (count: number) => number

/**
 * A scale of disc sizes: radius = SMALLEST_DISC * (count / 2) ** exponent, at most LARGEST_RADIUS.
 *
 * Areas are proportional to counts (exponent 1/2) while `most` then fits LARGEST_RADIUS. Beyond that the exponent is
 * smaller, such that `most` has the largest radius: a tenfold count multiplies the area by a constant factor below ten,
 * so that a disc of 20 thousand still looks smaller than one of 700 thousand.
 * @param most largest count that the scale must tell from smaller ones; larger counts have the largest radius
 */
export function cellSizes(most: number): CellSizes {
  const spread = Math.max(most / LEAST, AREA_SPREAD)
  // Half, as the radius grows with the square root of the area.
  const exponent = Math.log(AREA_SPREAD) / Math.log(spread) / 2
  return (count) =>
    count < LEAST ? SINGLE_RADIUS : Math.min(LARGEST_RADIUS, SMALLEST_DISC * (count / LEAST) ** exponent)
}
