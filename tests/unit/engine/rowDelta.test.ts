import { expect, it } from 'vitest'
import type { Selection } from '../../../src/engine/filter/selection.ts'
import { rowDeltaBetween } from '../../../src/engine/filter/rowDelta.ts'

const only = (...rows: number[]): Selection => ({ kind: 'only', rows: Uint32Array.from(rows) })
const except = (...rows: number[]): Selection => ({ kind: 'except', rows: Uint32Array.from(rows) })
const delta = (added: number[], removed: number[]) => ({
  added: Uint32Array.from(added),
  removed: Uint32Array.from(removed),
})

it('names the rows added and removed between two selections of the same kind', () => {
  expect(rowDeltaBetween(only(1, 2, 5), only(2, 3, 9), 9)).toEqual(delta([3, 9], [1, 5]))
  expect(rowDeltaBetween(except(1, 2, 5), except(2, 3, 9), 9)).toEqual(delta([1, 5], [3, 9]))
  expect(rowDeltaBetween(only(4), only(4), 0)).toEqual(delta([], []))
})

it('treats all rows as all except none', () => {
  expect(rowDeltaBetween({ kind: 'all' }, except(3), 9)).toEqual(delta([], [3]))
  expect(rowDeltaBetween(except(3), { kind: 'all' }, 9)).toEqual(delta([3], []))
})

it('is undefined between selections of different kinds, and for a test', () => {
  expect(rowDeltaBetween({ kind: 'all' }, only(3), 9)).toBeUndefined()
  expect(rowDeltaBetween(only(3), except(3), 9)).toBeUndefined()
  expect(rowDeltaBetween(only(3), { kind: 'test', passes: () => true }, 9)).toBeUndefined()
})

it('is undefined where it would name more rows than allowed', () => {
  expect(rowDeltaBetween(only(1, 2), only(3, 4), 3)).toBeUndefined()
  expect(rowDeltaBetween(only(1, 2, 3), only(), 2)).toBeUndefined()
  expect(rowDeltaBetween(only(1, 2), only(3, 4), 4)).toEqual(delta([3, 4], [1, 2]))
})
