import type { Exactness } from './incidentResult.ts'

/** Counts of a sample below this many rows are too uncertain to be scaled up: they are counted exactly, or "under n". */
export const LEAST_SAMPLED = 400

/** Standard normal quantile of a two-sided confidence of 95 %. */
const Z95 = 1.96

/**
 * Half-width of the 95 % confidence interval of a count that was scaled up from a sample in which each row is with the
 * same chance: normal approximation of the binomial (W. G. Cochran, Sampling Techniques, 3rd edition, 1977, section 3.2).
 * @param count scaled up to all rows
 * @param share of the rows that was counted, above 0 and below 1
 * @returns in incidents, rounded up
 */
export function marginOf(count: number, share: number): number {
  return Math.ceil(Z95 * Math.sqrt((count * (1 - share)) / share))
}

/** How a count of an answer is to be told. */
export type ToldCount =
  | { kind: 'exact'; count: number }
  /** `count` give or take `margin`. */
  | { kind: 'about'; count: number; margin: number }
  /** Too rare in the sample to say more than that it is below `limit`. */
  | { kind: 'under'; limit: number }

/** What can be said of a count of an answer. @param count as the answer gives it, scaled up where it is sampled */
export function toldCount(count: number, exactness: Exactness): ToldCount {
  if (exactness.kind === 'exact') return { kind: 'exact', count }
  const { share } = exactness
  const limit = Math.ceil(LEAST_SAMPLED / share)
  return count < limit ? { kind: 'under', limit } : { kind: 'about', count, margin: marginOf(count, share) }
}
