import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countBits,
  everyBit,
  rowBits,
  rowsIn,
  selectionOf,
  setBit,
} from '../../../src/engine/search/bitmap.ts'

const ROWS = 70
const someRows = fc.uniqueArray(fc.nat(ROWS - 1))

function bitsOf(rows: readonly number[]) {
  const bits = rowBits(ROWS)
  for (const row of rows) setBit(bits, row)
  return bits
}

const ascending = (rows: readonly number[]) => rows.toSorted((a, b) => a - b)

describe('rows as bits', () => {
  it('are the rows that were set, counted and in order', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(countBits(bitsOf(rows))).toBe(rows.length)
        expect([...rowsIn(bitsOf(rows))]).toEqual(ascending(rows))
      }),
    )
  })

  it.each([0, 1, 15, 16, 17, 32])('have none beyond the last of %i', (rows) => {
    expect([...rowsIn(everyBit(rows))]).toEqual(Array.from({ length: rows }, (_, row) => row))
  })

  it('are combined to the shorter of two lists', () => {
    fc.assert(
      fc.property(fc.array(someRows), fc.array(someRows), (wanted, excluded) => {
        const all = Array.from({ length: ROWS }, (_, row) => row)
        const passing = all.filter(
          (row) => wanted.every((rows) => rows.includes(row)) && !excluded.some((rows) => rows.includes(row)),
        )
        const selection = selectionOf(ROWS, wanted.map(bitsOf), excluded.map(bitsOf))
        const listed = selection.kind === 'only' ? passing : all.filter((row) => !passing.includes(row))
        expect(selection.kind).toBe(2 * passing.length <= ROWS ? 'only' : 'except')
        expect(selection).toMatchObject({ rows: Uint32Array.from(listed) })
      }),
    )
  })
})
