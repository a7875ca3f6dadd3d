import { expect, it } from 'vitest'
import type { Selection } from '../../../src/engine/filter/selection.ts'
import { flipsBetween } from '../../../src/engine/filter/rowDelta.ts'

const only = (...rows: number[]): Selection => ({ kind: 'only', rows: Uint32Array.from(rows) })
const but = (...rows: number[]): Selection => ({ kind: 'but', rows: Uint32Array.from(rows) })
const flips = (entering: number[], leaving: number[]) => ({
  entering: Uint32Array.from(entering),
  leaving: Uint32Array.from(leaving),
})

it('tells what enters and leaves between lists of the same kind', () => {
  expect(flipsBetween(only(1, 2, 5), only(2, 3, 9), 9)).toEqual(flips([3, 9], [1, 5]))
  expect(flipsBetween(but(1, 2, 5), but(2, 3, 9), 9)).toEqual(flips([1, 5], [3, 9]))
  expect(flipsBetween(only(4), only(4), 0)).toEqual(flips([], []))
})

it('takes all rows as all but none', () => {
  expect(flipsBetween({ kind: 'all' }, but(3), 9)).toEqual(flips([], [3]))
  expect(flipsBetween(but(3), { kind: 'all' }, 9)).toEqual(flips([3], []))
})

it('tells nothing of lists of two kinds, nor of more than it may', () => {
  expect(flipsBetween({ kind: 'all' }, only(3), 9)).toBeUndefined()
  expect(flipsBetween(only(3), but(3), 9)).toBeUndefined()
  expect(flipsBetween(only(1, 2), only(3, 4), 3)).toBeUndefined()
  expect(flipsBetween(only(1, 2, 3), only(), 2)).toBeUndefined()
  expect(flipsBetween(only(1, 2), only(3, 4), 4)).toEqual(flips([3, 4], [1, 2]))
})
