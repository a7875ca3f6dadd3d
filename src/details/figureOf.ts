import type { CasualtyCount } from '../incidents/incident.ts'
import type { CountWord } from '../incidents/vocabulary.ts'

/** A casualty figure. A range stays a range, and silence is never zero. */
export type Figure =
  | { kind: 'notReported' }
  | { kind: 'word'; word: CountWord }
  | { kind: 'exactly'; count: number }
  | { kind: 'between'; min: number; max: number }
  | { kind: 'atLeast'; min: number }
  | { kind: 'upTo'; max: number }

/** The figure that a claimant gives. */
export function figureOf(count: CasualtyCount | undefined): Figure {
  if (typeof count === 'string') return { kind: 'word', word: count }
  const { min, max } = count ?? {}
  if (min !== undefined && max !== undefined) {
    return min === max ? { kind: 'exactly', count: min } : { kind: 'between', min, max }
  }
  if (min !== undefined) return { kind: 'atLeast', min }
  return max === undefined ? { kind: 'notReported' } : { kind: 'upTo', max }
}
