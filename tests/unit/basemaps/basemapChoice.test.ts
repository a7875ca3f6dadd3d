import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isDivided,
  readChoice,
  writeChoice,
  type BasemapChoice,
} from '../../../src/basemaps/basemapChoice.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const day = (text: string) => parseDay(text) ?? NaN
const anyDay = fc.integer({ min: 0, max: 40_000 })
const anyId = fc.stringMatching(/^[a-z][a-z-]{0,20}$/).filter((id) => id !== 'compare')
const anyChoice: fc.Arbitrary<BasemapChoice> = fc.record({
  id: anyId,
  variant: fc.option(anyId),
  days: fc.oneof(
    fc.constantFrom('one' as const, 'two' as const),
    fc.record({ day: anyDay, after: fc.option(anyDay) }),
  ),
})

describe('the choice of a basemap in a link', () => {
  it.each([
    ['detailed', { id: 'detailed', variant: null, days: 'one' }],
    ['openfreemap/liberty', { id: 'openfreemap', variant: 'liberty', days: 'one' }],
    ['s/2025-10-22', { id: 's', variant: null, days: { day: day('2025-10-22'), after: null } }],
    [
      's/30m/2025-10-21..2025-10-23',
      { id: 's', variant: '30m', days: { day: day('2025-10-21'), after: day('2025-10-23') } },
    ],
    ['s/compare', { id: 's', variant: null, days: 'two' }],
    ['s/2025-02-30', { id: 's', variant: '2025-02-30', days: 'one' }],
    ['s/2025-10-21..', { id: 's', variant: '2025-10-21..', days: 'one' }],
    [
      's/2025-10-21..2025-10-22..2025-10-23',
      { id: 's', variant: '2025-10-21..2025-10-22..2025-10-23', days: 'one' },
    ],
  ])('is read from %s', (text, choice) => {
    expect(readChoice(text)).toEqual(choice)
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(readChoice(writeChoice(choice))).toEqual(choice)
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('is read from any text, and is the same when written and read again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9./-]{0,60}$/), (text) => {
        const choice = readChoice(text)
        expect(readChoice(writeChoice(choice)).days).toEqual(choice.days)
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('divides the map for two days only', () => {
    expect(
      ['s', 's/compare', 's/2025-10-22', 's/2025-10-21..2025-10-23'].map(readChoice).map(isDivided),
    ).toEqual([false, true, false, true])
  })
})
