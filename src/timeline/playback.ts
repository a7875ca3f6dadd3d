import { stepUnit, type CalendarUnit, type DaySpan } from '../incidents/day.ts'

/** `window` keeps its length and moves; `cumulative` keeps its start and grows. */
export type PlaybackMode = 'window' | 'cumulative'
export const playbackModes: readonly PlaybackMode[] = ['window', 'cumulative']

/** Steps a second. */
export const speeds = [1, 2, 5, 10] as const
export type Speed = (typeof speeds)[number]

export interface Playback {
  mode: PlaybackMode
  speed: Speed
  loop: boolean
  /** One step. */
  unit: CalendarUnit
  /** What it plays over. */
  limits: DaySpan
}

/** Share of the whole that a window has where none was chosen. */
const WINDOW = 1 / 12

/** Where playing begins: with the chosen range, unless that reaches to the end already; else from the first day. */
export function firstFrame({ mode, limits, unit }: Playback, chosen: DaySpan): DaySpan {
  const isAll = chosen.from <= limits.from && chosen.to >= limits.to
  const length = isAll
    ? Math.max(1, Math.round((limits.to - limits.from + 1) * WINDOW))
    : chosen.to - chosen.from + 1
  if (mode === 'cumulative') {
    const from = isAll ? limits.from : chosen.from
    return chosen.to >= limits.to ? { from, to: Math.min(limits.to, stepUnit(from, unit, 1) - 1) } : chosen
  }
  if (!isAll && chosen.to < limits.to) return chosen
  return { from: limits.from, to: Math.min(limits.to, limits.from + length - 1) }
}

/** The range one step on; undefined where it is over. */
export function nextFrame(playback: Playback, frame: DaySpan, first: DaySpan): DaySpan | undefined {
  const { mode, loop, unit, limits } = playback
  if (frame.to >= limits.to) return loop ? first : undefined
  const to = Math.min(limits.to, Math.max(frame.to + 1, stepUnit(frame.to + 1, unit, 1) - 1))
  return mode === 'cumulative'
    ? { from: frame.from, to }
    : { from: Math.min(frame.from + (to - frame.to), to), to }
}
