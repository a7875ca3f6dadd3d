import { stepUnit, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/** Lengths of time that can be chosen at once, in the order of their buttons. */
export const presets = ['week', 'month', 'quarter', 'year', 'all'] as const
/** One of the presets. */
export type Preset = (typeof presets)[number]

/**
 * The days of a preset, counted back from the last day of the data, not from today: a data set that is no
 * longer updated still has incidents in it.
 */
export function presetRange(preset: Preset, { to }: DaySpan): DayRange {
  switch (preset) {
    case 'week':
      return { from: to - 6, to }
    case 'month':
      return { from: to - 29, to }
    case 'quarter':
      return { from: stepUnit(to + 1, 'month', -3), to }
    case 'year':
      return { from: stepUnit(to + 1, 'year', -1), to }
    case 'all':
      return { from: null, to: null }
  }
}
