import type { Casualties, CountRange } from '../incidents/incident.ts'

/** What is said of a number of people: never one number where the claimant gave a range, never zero for silence. */
export type Figure =
  | { kind: 'notReported' }
  | { kind: 'exactly'; count: number }
  | { kind: 'between'; min: number; max: number }
  | { kind: 'atLeast'; min: number }
  | { kind: 'upTo'; max: number }

export function figureOf(range: CountRange | undefined): Figure {
  const { min, max } = range ?? {}
  if (min !== undefined && max !== undefined) {
    return min === max ? { kind: 'exactly', count: min } : { kind: 'between', min, max }
  }
  if (min !== undefined) return { kind: 'atLeast', min }
  return max === undefined ? { kind: 'notReported' } : { kind: 'upTo', max }
}

/** Least and most that any claimant gives; open upwards where one of them is. Groups are not added up: they overlap. */
export function overall(casualties: readonly Casualties[], which: 'killed' | 'wounded'): Figure {
  const ranges = casualties.flatMap((entry) => entry[which] ?? [])
  if (ranges.length === 0) return { kind: 'notReported' }
  const least = ranges.flatMap(({ min }) => min ?? [])
  const most = ranges.flatMap(({ max }) => max ?? [])
  return figureOf({
    ...(least.length > 0 ? { min: Math.min(...least) } : {}),
    ...(most.length === ranges.length ? { max: Math.max(...most) } : {}),
  })
}
