import { describe, expect, it } from 'vitest'
import { pressWay } from '../../../src/timeline/pressWay.ts'

describe('pressWay', () => {
  it.each([
    [0, 0, 'mouse', 'still'],
    [3, -3, 'mouse', 'still'],
    [4, 0, 'mouse', 'along'],
    [-30, 29, 'mouse', 'along'],
    [3, -4, 'mouse', 'away'],
    [9, 9, 'touch', 'still'],
    [2, -10, 'touch', 'away'],
    [-10, 2, 'touch', 'along'],
    [4, 0, 'pen', 'along'],
  ])('%i right and %i down by %s is %s', (right, down, pointer, way) => {
    expect(pressWay(right, down, pointer)).toBe(way)
  })
})
