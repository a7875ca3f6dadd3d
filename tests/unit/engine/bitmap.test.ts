import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countBits,
  fullBitmap,
  emptyBitmap,
  rowsIn,
  selectRows,
  setBit,
} from '../../../src/engine/search/bitmap.ts'

const ROWS = 70
const someRows = fc.uniqueArray(fc.nat(ROWS - 1))

function bitmapOf(rows: readonly number[]) {
  const bitmap = emptyBitmap(ROWS)
  for (const row of rows) setBit(bitmap, row)
  return bitmap
}

const ascending = (rows: readonly number[]) => rows.toSorted((a, b) => a - b)

describe('a bitmap', () => {
  it('has the rows that were added, counted and in ascending order', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(countBits(bitmapOf(rows))).toBe(rows.length)
        expect([...rowsIn(bitmapOf(rows))]).toEqual(ascending(rows))
      }),
    )
  })

  it.each([0, 1, 15, 16, 17, 32])('that is full has no row beyond the last of %i', (rows) => {
    expect([...rowsIn(fullBitmap(rows))]).toEqual(Array.from({ length: rows }, (_, row) => row))
  })

  it('selection lists the rows that pass, or those that fail, whichever are fewer', () => {
    fc.assert(
      fc.property(fc.array(someRows), fc.array(someRows), (wanted, excluded) => {
        const all = Array.from({ length: ROWS }, (_, row) => row)
        const passing = all.filter(
          (row) => wanted.every((rows) => rows.includes(row)) && !excluded.some((rows) => rows.includes(row)),
        )
        const selection = selectRows(ROWS, wanted.map(bitmapOf), excluded.map(bitmapOf))
        const listed = selection.kind === 'only' ? passing : all.filter((row) => !passing.includes(row))
        expect(selection.kind).toBe(2 * passing.length <= ROWS ? 'only' : 'except')
        expect(selection).toMatchObject({ rows: Uint32Array.from(listed) })
      }),
    )
  })

  it('selection lists the rows that pass where as many fail', () => {
    const half = bitmapOf(Array.from({ length: ROWS / 2 }, (_, row) => row))
    expect(selectRows(ROWS, [half], []).kind).toBe('only')
    expect(selectRows(ROWS, [], [half]).kind).toBe('only')
  })
})
