/**
 * The round number that the count axis reaches to: the least of 1, 2, 3, 4, 5, 6, 8 and 10 times a power of ten that
 * is not below the highest bar.
 */
export function roundMost(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= highest) ?? 10
  return step * power
}

/** Counts that are labelled, from above: the round maximum, and its half where that is a whole number. */
export function labelledCounts(most: number): number[] {
  return most % 2 === 0 ? [most, most / 2] : [most]
}
