import { stepUnit, type CalendarUnit, type DaySpan } from '../incidents/day.ts'

/** `window`: a range of constant length moves. `cumulative`: the range keeps its start and grows. */
export type PlaybackMode = 'window' | 'cumulative'
/** All modes, in the order of the menu. */
export const playbackModes: readonly PlaybackMode[] = ['window', 'cumulative']

/** The speeds that can be chosen, in steps per second. */
export const speeds = [1, 2, 5, 10] as const
/** One of the speeds, in steps per second. */
export type Speed = (typeof speeds)[number]

/** How the days are played. */
export interface Playback {
  mode: PlaybackMode
  speed: Speed
  loop: boolean
  /** Length of a step. */
  unit: CalendarUnit
  /** The days that it plays over. */
  limits: DaySpan
}

/** The state of a playback. */
export interface Playing {
  /** The days that are chosen now. */
  frame: DaySpan
  /** The days with which it began, and begins again in a loop. */
  first: DaySpan
  /** Milliseconds since the last step. */
  waited: number
}

/** Length of the window if no days were chosen, as a share of the whole. */
const WINDOW = 1 / 12

/** The first state: with the chosen days, unless they reach the end already; then with the first days. */
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
 * The state after some time. It advances by one step at most, however long that was, so that a page in the
 * background does not leap.
 * @param milliseconds since the last call
 * @returns the same `frame` object if no step is due; undefined if playing is over
 */
export function advance(playback: Playback, playing: Playing, milliseconds: number): Playing | undefined {
  const interval = 1000 / playback.speed
  const waited = playing.waited + Math.max(0, milliseconds)
  if (waited < interval) return { ...playing, waited }
  const frame = nextFrame(playback, playing)
  return frame && { ...playing, frame, waited: Math.min(waited - interval, interval / 2) }
}

/** The days one step later; undefined at the end. */
function nextFrame({ mode, loop, unit, limits }: Playback, { frame, first }: Playing): DaySpan | undefined {
  if (frame.to >= limits.to) return loop ? first : undefined
  const to = Math.min(limits.to, stepUnit(frame.to + 1, unit, 1) - 1)
  return mode === 'cumulative' ? { from: frame.from, to } : { from: frame.from + (to - frame.to), to }
}
