import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitOf, FailMask, failedFields } from '../../../src/engine/filter/failMask.ts'

const ROWS = 9
const bits = [bitOf.days, bitOf.type, bitOf.text, bitOf.area]

/** One change of a mask, as FailMask makes it, and as it is for a plain array of masks. */
interface Change {
  apply(mask: FailMask): void
  plain(masks: readonly number[]): number[]
}

const anyBit = fc.constantFrom(...bits)
const someRows = fc.uniqueArray(fc.nat(ROWS - 1))
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(anyBit, fc.boolean()).map(([bit, fails]) => ({
    apply: (mask: FailMask) => mask.setAll(bit, fails),
    plain: (masks: readonly number[]) => masks.map((each) => (fails ? each | bit : each & ~bit)),
  })),
  fc.tuple(anyBit, someRows).map(([bit, rows]) => ({
    apply: (mask: FailMask) => mask.toggle(bit, Uint32Array.from(rows)),
    plain: (masks: readonly number[]) => masks.map((each, row) => (rows.includes(row) ? each ^ bit : each)),
  })),
  fc.tuple(anyBit, someRows).map(([bit, rows]) => ({
    apply: (mask: FailMask) => mask.setWhere(bit, (row) => rows.includes(row)),
    plain: (masks: readonly number[]) =>
      masks.map((each, row) => (rows.includes(row) ? each & ~bit : each | bit)),
  })),
)

describe('FailMask', () => {
  it('has after any changes the masks that a plain array has, and a tally that agrees', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
        const mask = new FailMask(ROWS)
        let masks = Array.from({ length: ROWS }, () => 0)
        for (const change of changes) {
          change.apply(mask)
          masks = change.plain(masks)
          expect([...mask.ofRow]).toEqual(masks)
          const { tally } = mask
          expect([...tally.masks()].toSorted((a, b) => a - b)).toEqual(
            [...new Set(masks)].toSorted((a, b) => a - b),
          )
          for (const each of tally.masks())
            expect(tally.count(each)).toBe(masks.filter((other) => other === each).length)
          expect(tally.usedBits()).toBe(masks.reduce((all, each) => all | each, 0))
          expect(tally.countWithout(bitOf.text)).toBe(masks.filter((each) => !(each & bitOf.text)).length)
          expect(mask.countIgnoring(0)).toBe(masks.filter((each) => each === 0).length)
          expect(mask.countIgnoring(bitOf.days)).toBe(
            masks.filter((each) => (each & ~bitOf.days) === 0).length,
          )
        }
      }),
    )
  })

  it('names the filters of a mask', () => {
    expect(failedFields(0)).toEqual([])
    expect(failedFields(bitOf.text | bitOf.days)).toEqual(['days', 'text'])
  })
})
