/** Multiples of a power of ten that the count axis may end at. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/**
 * The top of the count axis: the least whole multiple of a power of ten out of ROUND that is not below the
 * highest bar.
 */
export function roundMost(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)))
  const rounds = ROUND.map((each) => each * power).filter(Number.isInteger)
  return rounds.find((each) => each >= highest) ?? 10 * power
}

/** The labelled counts, from the top: the top itself, and its half if that is whole. */
export function labelledCounts(most: number): number[] {
  return most % 2 === 0 ? [most, most / 2] : [most]
}
