import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Casualties, CasualtyCount } from '../../../src/incidents/incident.ts'
import { tollOf } from '../../../src/incidents/toll.ts'
import { countWords } from '../../../src/incidents/vocabulary.ts'

const exactly = (count: number) => ({ min: count, max: count })

function entry(by: string, killed: CasualtyCount, group = 'all'): Casualties {
  return { by, group, killed, sources: ['s1'] }
}

function either(by: string, killedOrWounded: CasualtyCount): Casualties {
  return { by, group: 'all', killedOrWounded, sources: ['s1'] }
}

const toll = (...casualties: Casualties[]) => tollOf(casualties, 'killed')
const withoutNumber = { min: null, max: null }

describe('tollOf without numbers', () => {
  it('is not-reported where no claimant mentions any dead', () => {
    expect(toll()).toEqual({ standing: 'not-reported', ...withoutNumber })
    expect(toll({ by: 'a', group: 'all', wounded: exactly(3), sources: ['s1'] })).toEqual({
      standing: 'not-reported',
      ...withoutNumber,
    })
  })

  it('gives no number for "some", for "none confirmed", or where dead and wounded are not separated', () => {
    expect(toll(entry('a', 'some'))).toEqual({ standing: 'some', ...withoutNumber })
    expect(toll(entry('a', 'none-confirmed'))).toEqual({ standing: 'none-confirmed', ...withoutNumber })
    expect(toll(either('a', 'some'))).toEqual({ standing: 'killed-or-wounded', ...withoutNumber })
    expect(toll(either('a', exactly(12)))).toEqual({ standing: 'killed-or-wounded', ...withoutNumber })
  })

  it('takes "none or unknown" for no number, and for no contradiction of anyone', () => {
    const unknown = { standing: 'none-or-unknown', ...withoutNumber }
    expect(toll(entry('a', 'none-or-unknown'))).toEqual(unknown)
    expect(toll(either('a', 'none-or-unknown'))).toEqual(unknown)
    expect(toll(entry('a', 'none-or-unknown'), entry('b', 'none-confirmed')).standing).toBe('none-confirmed')
    expect(toll(entry('a', 'none-or-unknown'), entry('b', 'some')).standing).toBe('some')
    expect(toll(entry('a', 'none-or-unknown'), entry('b', exactly(3)))).toEqual({
      standing: 'one-claimant',
      min: 3,
      max: 3,
    })
  })

  it('is contested where one claimant reports dead or wounded and another says that none is confirmed', () => {
    expect(toll(either('sohr', 'some'), entry('afp', 'none-confirmed'))).toEqual({
      standing: 'contested',
      ...withoutNumber,
    })
  })
})

describe('tollOf with numbers', () => {
  it('is one-claimant where the same claimant gives several numbers', () => {
    expect(toll(entry('a', exactly(3)))).toEqual({ standing: 'one-claimant', min: 3, max: 3 })
    expect(toll(entry('a', exactly(3)), entry('a', exactly(4)))).toEqual({
      standing: 'one-claimant',
      min: 3,
      max: 4,
    })
  })

  it('is several-claimants where all numbers can be true', () => {
    expect(toll(entry('a', exactly(6)), entry('b', { min: 4, max: 6 }))).toEqual({
      standing: 'several-claimants',
      min: 4,
      max: 6,
    })
    expect(toll(entry('a', { min: 22 }), entry('b', { min: 24 }))).toEqual({
      standing: 'several-claimants',
      min: 22,
      max: null,
    })
  })

  it('is contested where two statements exclude each other', () => {
    expect(toll(entry('a', exactly(6)), entry('b', exactly(4)))).toEqual({
      standing: 'contested',
      min: 4,
      max: 6,
    })
    expect(toll(entry('a', exactly(6)), entry('b', 'none-confirmed')).standing).toBe('contested')
    expect(toll(entry('a', exactly(6)), entry('b', 'none')).standing).toBe('contested')
    expect(toll(entry('a', 'some'), entry('b', 'none')).standing).toBe('contested')
  })

  it('counts the word none as 0', () => {
    expect(toll(entry('a', 'none'), entry('b', 'none'))).toEqual({
      standing: 'several-claimants',
      min: 0,
      max: 0,
    })
  })
})

describe('tollOf with groups', () => {
  it('gives the number of the only group', () => {
    expect(toll(entry('a', exactly(5), 'soldiers'))).toEqual({ standing: 'one-claimant', min: 5, max: 5 })
  })

  it('does not add groups: without a total, the minimum is that of the largest group', () => {
    expect(toll(entry('a', exactly(3), 'civilians'), entry('b', exactly(2), 'soldiers'))).toEqual({
      standing: 'by-group',
      min: 3,
      max: null,
    })
  })

  it('uses the total where one is given as well as groups', () => {
    expect(toll(entry('a', exactly(5)), entry('b', exactly(4), 'soldiers'))).toEqual({
      standing: 'one-claimant',
      min: 5,
      max: 5,
    })
  })

  it('is contested where a group is larger than the total', () => {
    expect(toll(entry('a', exactly(7)), entry('b', { min: 24 }, 'civilians')).standing).toBe('contested')
  })
})

describe('tollOf for any casualties', () => {
  const count: fc.Arbitrary<CasualtyCount> = fc.oneof(
    fc.constantFrom(...countWords),
    fc.nat(20).map((min) => ({ min })),
    fc.nat(20).map((max) => ({ max })),
    fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  )
  const casualties: fc.Arbitrary<Casualties[]> = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), count, fc.constantFrom('all', 'civilians', 'soldiers'))
      .map(([by, killed, group]) => entry(by, killed, group)),
    { maxLength: 5 },
  )

  it('gives only numbers that a claimant has given', () => {
    fc.assert(
      fc.property(casualties, (entries) => {
        const { min, max } = tollOf(entries, 'killed')
        const given = entries.flatMap(({ killed }) =>
          typeof killed === 'object' ? [killed.min ?? 0, killed.max ?? 0] : killed === 'none' ? [0] : [],
        )
        expect([min, max].filter((end) => end !== null && !given.includes(end))).toEqual([])
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it('does not depend on the order of the casualties', () => {
    fc.assert(
      fc.property(casualties, (entries) => {
        expect(tollOf(entries.toReversed(), 'killed')).toEqual(tollOf(entries, 'killed'))
      }),
      { numRuns: 1000, seed: 8 },
    )
  })
})
