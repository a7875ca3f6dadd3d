/** CSS pixels: of a single incident, and of the largest disc. */
export const SINGLE_RADIUS = 11
export const LARGEST_RADIUS = 34

/**
 * Radius of a cell's disc in CSS pixels: grows with the logarithm of its count, so that one and a million both can be
 * read. The engine keeps discs of this size apart; the map draws them.
 */
export function cellRadius(count: number): number {
  return count <= 1 ? SINGLE_RADIUS : Math.min(LARGEST_RADIUS, SINGLE_RADIUS + 3 + 2.2 * Math.log2(count))
}
