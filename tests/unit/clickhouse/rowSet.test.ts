import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowSet } from '../../../src/clickhouse/load/rowSet.ts'

describe('a set of rows', () => {
  it('has what was added, once, in rising order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000)), fc.array(fc.nat(100_000)), (added, others) => {
        const rows = new RowSet()
        for (const row of added) rows.add(row)
        const expected = new Set(added)
        expect(rows.size).toBe(expected.size)
        expect([...rows]).toEqual([...expected].toSorted((a, b) => a - b))
        for (const row of others) expect(rows.has(row)).toBe(expected.has(row))
      }),
    )
  })
})
