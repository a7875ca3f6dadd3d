import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFirstSeen } from '../../../../src/ingest/flags/firstSeen.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

describe('createFirstSeen', () => {
  it('gives the number that each text was first seen with, as a map does', () => {
    const texts = fc.array(
      fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.constant(undefined))),
    )
    fc.assert(
      fc.property(texts, (lists) => {
        const seen = createFirstSeen()
        const map = new Map<string, number>()
        lists.forEach((parts, number) => {
          const key = JSON.stringify(parts.map((part) => part ?? null))
          if (!map.has(key)) map.set(key, number)
          expect(seen.note(parts, number)).toBe(map.get(key))
        })
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('tells 100,000 texts that differ little apart', () => {
    const seen = createFirstSeen()
    const numbers = Array.from({ length: 100_000 }, (_, i) => seen.note([`https://example.org/news/${i}`], i))
    expect(numbers.every((number, i) => number === i)).toBe(true)
    expect(seen.note(['https://example.org/news/5'], 100_000)).toBe(5)
  })
})
