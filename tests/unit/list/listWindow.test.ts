import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listWindow,
  pageFor,
  rowAfterKey,
  rowsToMount,
  scrollToRow,
  TALLEST,
} from '../../../src/list/listWindow.ts'
import { RowHeights } from '../../../src/list/rowHeights.ts'

const ROW_HEIGHT = 96
const equal = new RowHeights(ROW_HEIGHT)

const totals = fc.oneof(fc.nat(200), fc.integer({ min: 0, max: 2_000_000 }))
const heights = fc.integer({ min: 50, max: 2_000 })

/** Where a mounted row's upper edge stands in the view, in CSS pixels. */
function edgeInView(total: number, row: number, scrollTop: number, viewHeight: number): number {
  const { first, top } = listWindow(total, scrollTop, viewHeight, equal)
  return top + (row - first) * ROW_HEIGHT - scrollTop
}

describe('listWindow', () => {
  it('mounts the rows in view and some beyond', () => {
    expect(listWindow(98, 0, 480, equal)).toEqual({
      first: 0,
      count: 11,
      topRow: 0,
      height: 98 * ROW_HEIGHT,
      top: 0,
    })
    const middle = listWindow(98, 20 * ROW_HEIGHT, 480, equal)
    expect(middle.first).toBe(14)
    expect(middle.top).toBe(14 * ROW_HEIGHT)
  })

  it('mounts nothing of an empty list', () => {
    expect(listWindow(0, 0, 480, equal)).toMatchObject({ count: 0, height: 0 })
  })

  it('is never taller than browsers can draw, and still reaches the first and the last row', () => {
    const total = 1_000_000
    expect(listWindow(total, 0, 480, equal)).toMatchObject({ first: 0, height: TALLEST, top: 0 })
    const end = listWindow(total, TALLEST - 480, 480, equal)
    expect(end.first + end.count).toBe(total)
    expect(edgeInView(total, total - 1, TALLEST - 480, 480)).toBeCloseTo(480 - ROW_HEIGHT, 3)
  })

  it('fills the view wherever it is scrolled to', () => {
    fc.assert(
      fc.property(totals, heights, fc.double({ min: -1, max: 2, noNaN: true }), (total, view, share) => {
        const { height } = listWindow(total, 0, view, equal)
        const scrollTop = share * height
        const shown = listWindow(total, scrollTop, view, equal)
        expect(shown.first).toBeGreaterThanOrEqual(0)
        expect(shown.first + shown.count).toBeLessThanOrEqual(total)
        const at = Math.min(Math.max(0, scrollTop), Math.max(0, height - view))
        const covered = Math.min(view, total * ROW_HEIGHT)
        expect(shown.top).toBeLessThanOrEqual(at + 0.01)
        expect(shown.top + shown.count * ROW_HEIGHT).toBeGreaterThanOrEqual(at + covered - 0.01)
      }),
    )
  })
})

describe('scrollToRow', () => {
  it('brings any row of any list wholly into view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: ROW_HEIGHT, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, view, from, to) => {
          const row = Math.min(total - 1, Math.floor(to * total))
          const { height } = listWindow(total, 0, view, equal)
          const scrollTop = scrollToRow(total, row, from * Math.max(0, height - view), view, equal)
          const edge = edgeInView(total, row, scrollTop, view)
          expect(edge).toBeGreaterThanOrEqual(-0.01)
          expect(edge + ROW_HEIGHT).toBeLessThanOrEqual(view + 0.01)
        },
      ),
    )
  })

  it('does not scroll if the row is in view already', () => {
    expect(scrollToRow(100, 3, 100, 480, equal)).toBe(100)
  })
})

describe('rowsToMount', () => {
  it('keeps the row that has the focus when it is scrolled away, in its order', () => {
    expect(rowsToMount({ first: 5, count: 3 }, { row: 2, isWithin: true })).toEqual([2, 5, 6, 7])
    expect(rowsToMount({ first: 5, count: 3 }, { row: 40, isWithin: true })).toEqual([5, 6, 7, 40])
  })

  it('keeps no other row', () => {
    expect(rowsToMount({ first: 5, count: 3 }, { row: 6, isWithin: true })).toEqual([5, 6, 7])
    expect(rowsToMount({ first: 5, count: 3 }, { row: 2, isWithin: false })).toEqual([5, 6, 7])
    expect(rowsToMount({ first: 0, count: 0 }, { row: 0, isWithin: true })).toEqual([])
  })
})

describe('pageFor', () => {
  it('covers the window in whole blocks', () => {
    expect(pageFor({ first: 0, count: 11 })).toEqual({ offset: 0, limit: 30 })
    expect(pageFor({ first: 25, count: 11 })).toEqual({ offset: 0, limit: 60 })
    expect(pageFor({ first: 31, count: 11 })).toEqual({ offset: 30, limit: 30 })
  })
})

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 97, 97],
    ['Home', 50, 0],
    ['End', 50, 97],
    ['PageDown', 50, 54],
    ['PageUp', 2, 0],
    ['a', 5, undefined],
  ])('%s leads from row %i to %s', (key, row, to) => {
    expect(rowAfterKey(key, row, 98, 4)).toBe(to)
  })
})
