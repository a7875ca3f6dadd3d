import { stepUnit, type Day, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/** What is dragged: an end, the whole range, or a new one that begins at a day. */
export type Grip = 'from' | 'to' | 'window' | 'new'

export interface Drag {
  grip: Grip
  /** Day under the pointer when it went down. */
  start: Day
  /** The range then; what a cancelled drag returns to. */
  before: DayRange
  /** Whether it has left the day on which it began: until then it is a click. */
  moved: boolean
}

export function startDrag(grip: Grip, start: Day, before: DayRange): Drag {
  return { grip, start, before, moved: false }
}

/** The range with its open ends closed by the limits. */
export function closedRange({ from, to }: DayRange, limits: DaySpan): DaySpan {
  const first = Math.max(limits.from, Math.min(from ?? limits.from, limits.to))
  return { from: first, to: Math.max(first, Math.min(to ?? limits.to, limits.to)) }
}

/** The range that a drag has come to; its ends may pass each other. */
export function dragTo(drag: Drag, day: Day, limits: DaySpan): DaySpan {
  const before = closedRange(drag.before, limits)
  switch (drag.grip) {
    case 'new':
      return ordered(drag.start, day)
    case 'from':
      return ordered(day, before.to)
    case 'to':
      return ordered(before.from, day)
    case 'window': {
      const least = limits.from - before.from
      const most = limits.to - before.to
      const shift = Math.max(least, Math.min(most, day - drag.start))
      return { from: before.from + shift, to: before.to + shift }
    }
  }
}

function ordered(a: Day, b: Day): DaySpan {
  return { from: Math.min(a, b), to: Math.max(a, b) }
}

/** All of the data is no filter. */
export function asFilter(range: DaySpan, limits: DaySpan): DayRange {
  return {
    from: range.from <= limits.from ? null : range.from,
    to: range.to >= limits.to ? null : range.to,
  }
}

/**
 * Where a key takes an end or the whole range: arrows a day, with Shift or Page keys a month, Home and End the limits.
 * @returns undefined for any other key
 */
export function afterKey(
  grip: Exclude<Grip, 'new'>,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  range: DaySpan,
  limits: DaySpan,
): DaySpan | undefined {
  const day = grip === 'to' ? range.to : range.from
  const target = dayAfterKey(key, shiftKey, day, limits)
  if (target === undefined) return undefined
  const held = Math.max(limits.from, Math.min(limits.to, target))
  switch (grip) {
    case 'from':
      return { from: Math.min(held, range.to), to: range.to }
    case 'to':
      return { from: range.from, to: Math.max(held, range.from) }
    case 'window':
      return dragTo({ grip: 'window', start: day, before: range, moved: true }, held, limits)
  }
}

function dayAfterKey(key: string, isFar: boolean, day: Day, limits: DaySpan): Day | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return isFar ? stepUnit(day, 'month', 1) : day + 1
    case 'ArrowLeft':
    case 'ArrowDown':
      return isFar ? stepUnit(day, 'month', -1) : day - 1
    case 'PageUp':
      return stepUnit(day, 'month', 1)
    case 'PageDown':
      return stepUnit(day, 'month', -1)
    case 'Home':
      return limits.from
    case 'End':
      return limits.to
    default:
      return undefined
  }
}
