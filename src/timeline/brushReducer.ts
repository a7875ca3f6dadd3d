import { stepUnit, type CalendarUnit, type Day, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import type { Act } from '../view/acts.ts'

/** What can be moved by dragging and by keys: either end of the chosen range, or all of it. */
export type Handle = 'from' | 'to' | 'window'

/** What a drag moves: a handle, or the second end of a new range. */
export type Grip = Handle | 'new'

/** A drag that is under way. */
export interface Drag {
  grip: Grip
  /** Day under the pointer when it went down. */
  start: Day
  /** The days that were chosen before; a cancelled drag restores them. */
  before: DayRange
  /**
   * The same range with both ends closed. The dragged end is where it is drawn: at the edge of the axis, if it
   * lay beyond.
   */
  range: DaySpan
  /** The days of the data, which limit the drag. */
  data: DaySpan
  /** Whether the pointer has left the day on which it went down: until then it is a click. */
  moved: boolean
}

/** What happens to the brush. */
export type BrushEvent =
  | { kind: 'grab'; grip: Grip; day: Day; days: DayRange; axis: DaySpan; data: DaySpan }
  | { kind: 'move'; day: Day }
  /** `bin`: the days of the bar under the pointer, which a click chooses. */
  | { kind: 'release'; bin: DaySpan | undefined }
  | { kind: 'cancel' }

/** The state of the drag after an event, and the change of the view that the event makes, if any. */
export interface BrushStep {
  drag: Drag | null
  change?: { days: DayRange; history: Act['history'] }
}

/**
 * The reducer of the brush. Movement replaces the history entry; a click makes a new one; the release after a
 * movement changes nothing.
 */
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

/** Choosing the days that are already chosen changes nothing. */
function chooseBin(before: DayRange, { from, to }: DaySpan): BrushStep {
  if (before.from === from && before.to === to) return { drag: null }
  return { drag: null, change: { days: { from, to }, history: 'push' } }
}

/** Begins a drag. Without a chosen range there is none to move, so a new one begins. */
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

/** The range that a drag has come to. Its ends may be dragged past each other. */
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

/** The range with its open ends closed by the limits, and held within them. */
export function closedRange({ from, to }: DayRange, limits: DaySpan): DaySpan {
  const first = Math.max(limits.from, Math.min(from ?? limits.from, limits.to))
  return { from: first, to: Math.max(first, Math.min(to ?? limits.to, limits.to)) }
}

/**
 * The range as it is drawn: an open end lies at the edge of the axis, or beyond it at the chosen end.
 * @param seen the days on the axis
 * @param data the days of the data
 */
export function seenRange({ from, to }: DayRange, seen: DaySpan, data: DaySpan): DaySpan {
  return closedRange(
    { from: from ?? Math.min(seen.from, to ?? seen.from), to: to ?? Math.max(seen.to, from ?? seen.to) },
    data,
  )
}

/**
 * The chosen days after a handle was moved. An end that was not moved and is open stays open.
 * @param days the chosen days before
 * @param moved the range after the move, with closed ends
 * @param limits the days of the data
 */
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

/** The range as a filter: an end at the limit is open, so that all of the data is no filter. */
export function asFilter(range: DaySpan, limits: DaySpan): DayRange {
  return {
    from: range.from <= limits.from ? null : range.from,
    to: range.to >= limits.to ? null : range.to,
  }
}

/**
 * The range after a key was pressed on a handle: arrows move by a day, with Shift by a bar, Page Up and Page
 * Down by a month, Home and End go to the limits.
 * @param range the range before, with closed ends
 * @param limits the days of the data
 * @param unit of the bars
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
