const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/**
 * The round number that the count axis reaches to: the least of some round multiples of a power of ten that is
 * not below the highest bar, and whole.
 */
export function roundMost(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)))
  const rounds = ROUND.map((each) => each * power).filter(Number.isInteger)
  return rounds.find((each) => each >= highest) ?? 10 * power
}

/** Counts that are labelled, from above: the round maximum, and its half where that is a whole number. */
export function labelledCounts(most: number): number[] {
  return most % 2 === 0 ? [most, most / 2] : [most]
}
