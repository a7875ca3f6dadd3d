import { describe, expect, it } from 'vitest'
import { figureOf, overall } from '../../../src/details/casualtyRanges.ts'

describe('figureOf', () => {
  it.each([
    [undefined, { kind: 'notReported' }],
    [
      { min: 0, max: 0 },
      { kind: 'exactly', count: 0 },
    ],
    [
      { min: 3, max: 3 },
      { kind: 'exactly', count: 3 },
    ],
    [
      { min: 2, max: 5 },
      { kind: 'between', min: 2, max: 5 },
    ],
    [{ min: 2 }, { kind: 'atLeast', min: 2 }],
    [{ max: 5 }, { kind: 'upTo', max: 5 }],
  ])('%j', (range, figure) => {
    expect(figureOf(range)).toEqual(figure)
  })
})

describe('overall', () => {
  const by = (killed: { min?: number; max?: number }) => ({ killed, group: 'all', source: 's1' })

  it('spans from the least to the most that anyone gives, and adds nothing up', () => {
    const entries = [by({ min: 2, max: 3 }), by({ min: 1, max: 1 }), by({ min: 4, max: 9 })]
    expect(overall(entries, 'killed')).toEqual({ kind: 'between', min: 1, max: 9 })
  })

  it('is open upwards where one claimant’s figure is', () => {
    expect(overall([by({ min: 2, max: 3 }), by({ min: 4 })], 'killed')).toEqual({ kind: 'atLeast', min: 2 })
  })

  it('is not reported where no one gives a figure, which is not zero', () => {
    expect(overall([by({ min: 2, max: 3 })], 'wounded')).toEqual({ kind: 'notReported' })
    expect(overall([], 'killed')).toEqual({ kind: 'notReported' })
  })
})
