import { describe, expect, it } from 'vitest'
import { keyOf, LAST_TIER } from '../../../src/clickhouse/keyOf.ts'

describe('keyOf', () => {
  it('is the same for the same id, and has 32 bits', () => {
    // The SHA-256 of "abc" begins with ba7816bf 8f01 (FIPS 180-2, appendix B.1).
    expect(keyOf('abc')).toEqual({ key: 0xba78_16bf, tier: 0 })
    expect(keyOf('\ud800')).toEqual(keyOf('\ufffd'))
  })

  it('puts half of all ids into the first tier, half of the others into the next, and so on', () => {
    const ids = Array.from({ length: 40_000 }, (_, at) => `incident-${at}`)
    const counts = Array.from({ length: LAST_TIER + 1 }, () => 0)
    for (const { tier } of ids.map(keyOf)) counts[tier] = (counts[tier] ?? 0) + 1
    expect(counts.reduce((sum, count) => sum + count)).toBe(ids.length)
    for (const tier of [0, 1, 2, 3, 4]) {
      const expected = ids.length / 2 ** (tier + 1)
      // Five standard deviations.
      expect(Math.abs((counts[tier] ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected))
    }
  })
})
