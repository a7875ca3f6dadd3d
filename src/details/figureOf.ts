import type { CasualtyCount } from '../incidents/incident.ts'
import type { CountWord } from '../incidents/vocabulary.ts'

/** What is said of a number of people: never one number where the claimant gave a range, never zero for silence. */
export type Figure =
  | { kind: 'notReported' }
  | { kind: 'word'; word: CountWord }
  | { kind: 'exactly'; count: number }
  | { kind: 'between'; min: number; max: number }
  | { kind: 'atLeast'; min: number }
  | { kind: 'upTo'; max: number }

export function figureOf(count: CasualtyCount | undefined): Figure {
  if (typeof count === 'string') return { kind: 'word', word: count }
  const { min, max } = count ?? {}
  if (min !== undefined && max !== undefined) {
    return min === max ? { kind: 'exactly', count: min } : { kind: 'between', min, max }
  }
  if (min !== undefined) return { kind: 'atLeast', min }
  return max === undefined ? { kind: 'notReported' } : { kind: 'upTo', max }
}
