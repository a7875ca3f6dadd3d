import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listWindow, scrollToRow } from '../../../src/list/listWindow.ts'
import { FIRST_GUESS, RowHeights } from '../../../src/list/rowHeights.ts'

const TOTAL = 300
const measured = fc.dictionary(fc.nat(TOTAL - 1).map(String), fc.integer({ min: 30, max: 400 }))
const later = fc.array(fc.tuple(fc.nat(TOTAL - 1), fc.integer({ min: 30, max: 400 })))

/** Measures in two goes, and the heights as plain numbers beside it. */
function withPlain(first: Record<string, number>, then: [number, number][]) {
  const heights = new RowHeights()
  heights.measure(new Map(Object.entries(first).map(([row, height]) => [Number(row), height])))
  heights.measure(new Map(then))
  const plain = Array.from({ length: TOTAL }, () => heights.usual)
  for (const [row, height] of Object.entries(first)) plain[Number(row)] = height
  for (const [row, height] of then) plain[row] = height
  return { heights, plain, edges: plain.map((_, row) => sum(plain.slice(0, row))) }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe('RowHeights', () => {
  it('adds up the measured heights and the usual height of the rest', () => {
    fc.assert(
      fc.property(measured, later, (first, then) => {
        const { heights, plain, edges } = withPlain(first, then)
        for (const row of [0, 1, 57, 299]) expect(heights.offsetOf(row)).toBeCloseTo(edges[row] ?? -1, 6)
        expect(heights.offsetOf(TOTAL)).toBeCloseTo(sum(plain), 6)
      }),
    )
  })

  it('finds the row at any distance from the top', () => {
    fc.assert(
      fc.property(
        measured,
        later,
        fc.nat(TOTAL - 1),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (first, then, row, share) => {
          const { heights, plain, edges } = withPlain(first, then)
          expect(heights.rowAt((edges[row] ?? 0) + share * (plain[row] ?? 0))).toBe(row)
        },
      ),
    )
  })

  it('starts with a guess, then keeps the mean of the rows measured first', () => {
    const heights = new RowHeights()
    expect(heights.heightOf(5)).toBe(FIRST_GUESS)
    expect(
      heights.measure(
        new Map([
          [0, 60],
          [1, 100],
        ]),
      ),
    ).toBe(true)
    expect(heights.heightOf(5)).toBe(80)
    heights.measure(new Map([[2, 300]]))
    expect(heights.heightOf(5)).toBe(80)
    expect(heights.measure(new Map([[2, 300.2]]))).toBe(false)
  })
})

describe('the window of a list with rows of different heights', () => {
  it('covers the view from edge to edge, and brings any row wholly into it', () => {
    fc.assert(
      fc.property(
        measured,
        later,
        fc.nat(TOTAL - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (first, then, row, from) => {
          const view = 500
          const { heights, plain } = withPlain(first, then)
          const start = from * (sum(plain) - view)
          const scrollTop = scrollToRow(TOTAL, row, start, view, heights)
          const shown = listWindow(TOTAL, scrollTop, view, heights)
          const mounted = sum(plain.slice(shown.first, shown.first + shown.count))
          expect(shown.top).toBeLessThanOrEqual(scrollTop + 0.01)
          expect(shown.top + mounted).toBeGreaterThanOrEqual(scrollTop + view - 0.01)
          const edge = shown.top + sum(plain.slice(shown.first, row)) - scrollTop
          expect(edge).toBeGreaterThanOrEqual(-0.01)
          expect(edge + (plain[row] ?? 0)).toBeLessThanOrEqual(view + 0.01)
        },
      ),
    )
  })
})
