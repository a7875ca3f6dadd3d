import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinedKey } from '../../../src/clickhouse/answer/combinedKey.ts'
import { sql } from '../../../src/clickhouse/sql.ts'

describe('combinedKey', () => {
  it('splits a key into the numbers that it was made of', () => {
    const anyNumbers = fc.array(
      fc.integer({ min: 1, max: 200 }).chain((below) => fc.tuple(fc.nat(below - 1), fc.constant(below))),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const { split } = combinedKey(numbers.map(([number, below]) => [sql`${number}`, below]))
        const key = numbers.reduceRight((higher, [number, below]) => higher * below + number, 0)
        expect(split(key)).toEqual(numbers.map(([number]) => number))
      }),
    )
  })

  it('is written as a sum of digits', () => {
    const { key } = combinedKey([
      [sql`a`, 7],
      [sql`b - 3`, 10],
      [sql`c`, 5],
    ])
    expect(key.text).toBe('toUInt64(a) + (b - 3) * 7 + (c) * 70')
    expect(combinedKey([]).key.text).toBe('0')
    expect(combinedKey([]).split(0)).toEqual([])
  })
})
