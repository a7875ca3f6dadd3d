import { assert, constantFrom, integer, option, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayRange } from '../../../src/query/incidentQuery.ts'
import {
  afterKey,
  brushReducer,
  type BrushEvent,
  type Drag,
  type Grip,
} from '../../../src/timeline/brushReducer.ts'

const data = { from: 100, to: 500 }
const open: DayRange = { from: null, to: null }

function grab(grip: Grip, day: number, days: DayRange = open, axis = data): Drag {
  const { drag } = brushReducer(null, { kind: 'grab', grip, day, days, axis, data })
  if (!drag) throw new Error('nothing was taken hold of')
  return drag
}

function moved(drag: Drag, day: number): DayRange | undefined {
  return brushReducer(drag, { kind: 'move', day }).change?.days
}

describe('the brush', () => {
  it('draws a new range in either direction', () => {
    expect(moved(grab('new', 200), 230)).toEqual({ from: 200, to: 230 })
    expect(moved(grab('new', 200), 180)).toEqual({ from: 180, to: 200 })
  })

  it('moves an end by as much as the pointer moves, wherever it was grabbed', () => {
    const days = { from: 200, to: 300 }
    expect(moved(grab('from', 197, days), 207)).toEqual({ from: 210, to: 300 })
    expect(moved(grab('to', 304, days), 314)).toEqual({ from: 200, to: 310 })
  })

  it('lets an end pass the other', () => {
    expect(moved(grab('from', 200, { from: 200, to: 210 }), 220)).toEqual({ from: 210, to: 220 })
  })

  it('drags an end that lies beyond the axis from the edge of the axis', () => {
    const axis = { from: 250, to: 400 }
    expect(moved(grab('from', 250, { from: 120, to: 300 }, axis), 255)).toEqual({ from: 255, to: 300 })
    expect(moved(grab('to', 400, open, axis), 390)).toEqual({ from: null, to: 390 })
  })

  it('moves the window without changing its length, and no further than the data', () => {
    const days = { from: 200, to: 300 }
    expect(moved(grab('window', 250, days), 260)).toEqual({ from: 210, to: 310 })
    expect(moved(grab('window', 250, days), 900)).toEqual({ from: 400, to: null })
    expect(moved(grab('window', 250, days), -900)).toEqual({ from: null, to: 200 })
  })

  it('begins a new range if there is no chosen range to move', () => {
    expect(moved(grab('window', 250), 260)).toEqual({ from: 250, to: 260 })
  })

  it('opens an end that reaches the end of the data', () => {
    expect(moved(grab('to', 300, { from: 200, to: 300 }), 500)).toEqual({ from: 200, to: null })
  })

  it('replaces the history entry while it moves, and changes nothing on release', () => {
    const step = brushReducer(grab('new', 200), { kind: 'move', day: 210 })
    expect(step.change?.history).toBe('replace')
    expect(brushReducer(step.drag, { kind: 'release', bin: { from: 200, to: 206 } })).toEqual({ drag: null })
  })

  it('chooses a bar by a click, as a history entry', () => {
    const release: BrushEvent = { kind: 'release', bin: { from: 203, to: 209 } }
    expect(brushReducer(grab('new', 205), release)).toEqual({
      drag: null,
      change: { days: { from: 203, to: 209 }, history: 'push' },
    })
    expect(brushReducer(grab('from', 205), release)).toEqual({ drag: null })
  })

  it('makes no second history entry for the bar that is already chosen', () => {
    const drag = grab('window', 205, { from: 203, to: 209 })
    expect(brushReducer(drag, { kind: 'release', bin: { from: 203, to: 209 } })).toEqual({ drag: null })
  })

  it('restores the days chosen before when a drag is cancelled', () => {
    const before = { from: 200, to: null }
    const { drag } = brushReducer(grab('from', 200, before), { kind: 'move', day: 240 })
    expect(brushReducer(drag, { kind: 'cancel' }).change).toEqual({ days: before, history: 'replace' })
    expect(brushReducer(grab('from', 200, before), { kind: 'cancel' })).toEqual({ drag: null })
  })

  it('does nothing without a drag', () => {
    expect(brushReducer(null, { kind: 'move', day: 300 })).toEqual({ drag: null })
    expect(brushReducer(null, { kind: 'release', bin: data })).toEqual({ drag: null })
  })

  it('keeps every range in order and within the data', () => {
    const grips = constantFrom<Grip>('from', 'to', 'window', 'new')
    const days = integer({ min: 50, max: 550 })
    const end = option(days)
    assert(
      property(grips, days, days, end, end, (grip, start, target, from, to) => {
        const change = moved(grab(grip, start, { from, to }), target)
        expect(change !== undefined).toBe(start !== target)
        if (!change) return
        const [first, last] = [change.from ?? data.from, change.to ?? data.to]
        expect(first).toBeLessThanOrEqual(last)
        expect(first).toBeGreaterThanOrEqual(data.from)
        expect(last).toBeLessThanOrEqual(data.to)
      }),
    )
  })
})

describe('keys on the brush', () => {
  const range = { from: 200, to: 300 }
  const key = (name: string, shiftKey = false) => ({ key: name, shiftKey })

  it('move an end by a day, by a bar with Shift, or to the limits', () => {
    expect(afterKey('from', key('ArrowRight'), range, data, 'week')).toEqual({ from: 201, to: 300 })
    expect(afterKey('to', key('ArrowDown'), range, data, 'week')).toEqual({ from: 200, to: 299 })
    expect(afterKey('to', key('ArrowRight', true), range, data, 'week')).toEqual({ from: 200, to: 307 })
    expect(afterKey('from', key('Home'), range, data, 'week')).toEqual({ from: 100, to: 300 })
    expect(afterKey('to', key('End'), range, data, 'week')).toEqual({ from: 200, to: 500 })
  })

  it('move by a calendar month', () => {
    // Day 200 is 20 July 1970.
    expect(afterKey('from', key('PageUp'), range, data, 'day')).toEqual({ from: 231, to: 300 })
    expect(afterKey('from', key('PageDown'), range, data, 'day')).toEqual({ from: 170, to: 300 })
  })

  it('do not move an end past the other', () => {
    expect(afterKey('from', key('End'), range, data, 'day')).toEqual({ from: 300, to: 300 })
    expect(afterKey('to', key('Home'), range, data, 'day')).toEqual({ from: 200, to: 200 })
  })

  it('move the whole range, up to the end', () => {
    expect(afterKey('window', key('ArrowLeft'), range, data, 'day')).toEqual({ from: 199, to: 299 })
    expect(afterKey('window', key('End'), range, data, 'day')).toEqual({ from: 400, to: 500 })
    expect(afterKey('window', key('Home'), range, data, 'day')).toEqual({ from: 100, to: 200 })
  })

  it('ignore all other keys', () => {
    expect(afterKey('from', key('Tab'), range, data, 'day')).toBeUndefined()
  })
})
