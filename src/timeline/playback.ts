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

/** Where playing has come to. */
export interface Playing {
  /** The days that are shown. */
  frame: DaySpan
  /** Where it began, and begins again in a loop. */
  first: DaySpan
  /** Milliseconds since the last step. */
  waited: number
}

/** Share of the whole that a window has where none was chosen. */
const WINDOW = 1 / 12

/** Where playing begins: with the chosen range, unless that reaches to the end already; else from the first day. */
export function startPlaying(playback: Playback, chosen: DaySpan): Playing {
  const first = firstFrame(playback, chosen)
  return { frame: first, first, waited: 0 }
}

function firstFrame({ mode, limits, unit }: Playback, chosen: DaySpan): DaySpan {
  if (chosen.to < limits.to) return chosen
  const isAll = chosen.from <= limits.from
  if (mode === 'cumulative') {
    const from = isAll ? limits.from : chosen.from
    return { from, to: Math.min(limits.to, stepUnit(from, unit, 1) - 1) }
  }
  const length = isAll
    ? Math.max(1, Math.round((limits.to - limits.from + 1) * WINDOW))
    : chosen.to - chosen.from + 1
  return { from: limits.from, to: Math.min(limits.to, limits.from + length - 1) }
}

/**
 * Time passes: at most one step, however much of it, so that a page that was away does not leap.
 * @returns the same frame object where nothing is due; undefined where playing is over
 */
export function advance(playback: Playback, playing: Playing, milliseconds: number): Playing | undefined {
  const interval = 1000 / playback.speed
  const waited = playing.waited + Math.max(0, milliseconds)
  if (waited < interval) return { ...playing, waited }
  const frame = nextFrame(playback, playing)
  return frame && { ...playing, frame, waited: Math.min(waited - interval, interval / 2) }
}

/** The range one step on; undefined where it is over. */
function nextFrame({ mode, loop, unit, limits }: Playback, { frame, first }: Playing): DaySpan | undefined {
  if (frame.to >= limits.to) return loop ? first : undefined
  const to = Math.min(limits.to, stepUnit(frame.to + 1, unit, 1) - 1)
  return mode === 'cumulative' ? { from: frame.from, to } : { from: frame.from + (to - frame.to), to }
}
