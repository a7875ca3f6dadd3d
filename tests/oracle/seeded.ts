import { propertyRuns } from '../propertyRuns.ts'

/**
 * Seed of all random tables and walks of the oracle, so that every run tries the same. `SEED=7 npx vitest run
 * tests/oracle` tries others; the names of the tests say which seed they had.
 */
export const seed = Number(process.env.SEED ?? 20_261_126)

/** Parameters of a property that is tried `runs` times, from the seed on. */
export function seeded(runs: number): { seed: number; numRuns: number } {
  return { seed, numRuns: propertyRuns(runs) }
}
