import { stepUnit, type CalendarUnit, type Day, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import type { Act } from '../view/acts.ts'

/** What can be dragged, and moved by keys: either end, or the whole range. */
export type Handle = 'from' | 'to' | 'window'

/** What is dragged: a handle, or a new range that begins at a day. */
export type Grip = Handle | 'new'

export interface Drag {
  grip: Grip
  /** Day under the pointer when it went down. */
  start: Day
  /** The chosen days then: what a cancelled drag returns to. */
  before: DayRange
  /** The same with closed ends; the end that is dragged lies where it is drawn. */
  range: DaySpan
  /** What it moves within: the days of the data. */
  data: DaySpan
  /** Whether it has left the day on which it began: until then it is a click. */
  moved: boolean
}

export type BrushEvent =
  | { kind: 'grab'; grip: Grip; day: Day; days: DayRange; axis: DaySpan; data: DaySpan }
  | { kind: 'move'; day: Day }
  /** `bin`: the days of the bar under the pointer, which a click chooses. */
  | { kind: 'release'; bin: DaySpan | undefined }
  | { kind: 'cancel' }

/** What a drag has become, and what it makes of the view, if anything. */
export interface BrushStep {
  drag: Drag | null
  change?: { days: DayRange; history: Act['history'] }
}

/** The brush: movement replaces, a click is one entry of the history, and a release changes nothing that was moved. */
export function brushReducer(drag: Drag | null, event: BrushEvent): BrushStep {
  if (event.kind === 'grab') return { drag: grab(event) }
  if (!drag) return { drag: null }
  switch (event.kind) {
    case 'move': {
      if (!drag.moved && event.day === drag.start) return { drag }
      const days = asFilter(dragTo(drag, event.day), drag.data)
      return { drag: { ...drag, moved: true }, change: { days, history: 'replace' } }
    }
    case 'release':
      return !drag.moved && event.bin && drag.grip !== 'from' && drag.grip !== 'to'
        ? chooseBin(drag.before, event.bin)
        : { drag: null }
    case 'cancel':
      return drag.moved ? { drag: null, change: { days: drag.before, history: 'replace' } } : { drag: null }
  }
}

/** Choosing what is chosen already is no act. */
function chooseBin(before: DayRange, { from, to }: DaySpan): BrushStep {
  if (before.from === from && before.to === to) return { drag: null }
  return { drag: null, change: { days: { from, to }, history: 'push' } }
}

/** Without a chosen range there is no window to move, and a new range begins. */
function grab({ grip, day, days, axis, data }: Extract<BrushEvent, { kind: 'grab' }>): Drag {
  const isOpen = days.from === null && days.to === null
  const held = grip === 'window' && isOpen ? 'new' : grip
  const { from, to } = closedRange(days, data)
  // An end beyond the axis is drawn at its edge, and is dragged from there.
  const range = {
    from: held === 'from' ? Math.min(to, Math.max(from, axis.from)) : from,
    to: held === 'to' ? Math.max(from, Math.min(to, axis.to)) : to,
  }
  return { grip: held, start: day, before: days, range, data, moved: false }
}

/** The range that a drag has come to; its ends may pass each other. */
function dragTo({ grip, start, range, data }: Drag, day: Day): DaySpan {
  const shift = day - start
  const within = (each: Day) => Math.max(data.from, Math.min(data.to, each))
  switch (grip) {
    case 'new':
      return ordered(within(start), within(day))
    case 'from':
      return ordered(within(range.from + shift), range.to)
    case 'to':
      return ordered(range.from, within(range.to + shift))
    case 'window': {
      const held = Math.max(data.from - range.from, Math.min(data.to - range.to, shift))
      return { from: range.from + held, to: range.to + held }
    }
  }
}

function ordered(a: Day, b: Day): DaySpan {
  return { from: Math.min(a, b), to: Math.max(a, b) }
}

/** The range with its open ends closed by the limits. */
export function closedRange({ from, to }: DayRange, limits: DaySpan): DaySpan {
  const first = Math.max(limits.from, Math.min(from ?? limits.from, limits.to))
  return { from: first, to: Math.max(first, Math.min(to ?? limits.to, limits.to)) }
}

/** The range as the axis shows it: an open end lies at the edge of what is seen, or beyond it at the end that is chosen. */
export function seenRange({ from, to }: DayRange, seen: DaySpan, data: DaySpan): DaySpan {
  return closedRange(
    { from: from ?? Math.min(seen.from, to ?? seen.from), to: to ?? Math.max(seen.to, from ?? seen.to) },
    data,
  )
}

/** The days after a handle has come to another place; the end that was not moved stays open where it was. */
export function afterMove(handle: Handle, days: DayRange, moved: DaySpan, limits: DaySpan): DayRange {
  const { from, to } = asFilter(moved, limits)
  switch (handle) {
    case 'from':
      return { from, to: days.to }
    case 'to':
      return { from: days.from, to }
    case 'window':
      return { from, to }
  }
}

/** An end at the limit is an open end; all of the data is no filter. */
export function asFilter(range: DaySpan, limits: DaySpan): DayRange {
  return {
    from: range.from <= limits.from ? null : range.from,
    to: range.to >= limits.to ? null : range.to,
  }
}

/**
 * Where a key takes a handle: arrows a day, with Shift a bin, Page keys a month, Home and End the limits.
 * @returns undefined for any other key
 */
export function afterKey(
  handle: Handle,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  range: DaySpan,
  limits: DaySpan,
  unit: CalendarUnit,
): DaySpan | undefined {
  const day = handle === 'to' ? range.to : range.from
  const target = dayAfterKey(key, shiftKey ? unit : 'day', day, limits)
  if (target === undefined) return undefined
  const held = Math.max(limits.from, Math.min(limits.to, target))
  switch (handle) {
    case 'from':
      return { from: Math.min(held, range.to), to: range.to }
    case 'to':
      return { from: range.from, to: Math.max(held, range.from) }
    case 'window': {
      const shift = Math.min(held - range.from, limits.to - range.to)
      return { from: range.from + shift, to: range.to + shift }
    }
  }
}

function dayAfterKey(key: string, unit: CalendarUnit, day: Day, limits: DaySpan): Day | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepUnit(day, unit, 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepUnit(day, unit, -1)
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
