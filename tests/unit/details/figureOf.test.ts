import { describe, expect, it } from 'vitest'
import type { CasualtyCount } from '../../../src/incidents/incident.ts'
import { figureOf } from '../../../src/details/figureOf.ts'

describe('figureOf', () => {
  it.each<[CasualtyCount | undefined, ReturnType<typeof figureOf>]>([
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
    ['none-confirmed', { kind: 'word', word: 'none-confirmed' }],
  ])('%j', (range, figure) => {
    expect(figureOf(range)).toEqual(figure)
  })
})
