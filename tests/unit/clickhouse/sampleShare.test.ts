import { describe, expect, it } from 'vitest'
import { createPace, createPaces } from '../../../src/clickhouse/answer/sampleShare.ts'

describe('createPace', () => {
  it('samples nothing where all rows can be read in 100 ms', () => {
    expect(createPace('numbers').tier(100_000)).toBeNull()
    expect(createPace('numbers').tier(800_000)).toBeNull()
    expect(createPace('numbers').tier(0)).toBeNull()
  })

  it('gives a tier with which a sample takes about 100 ms at the pace that was timed', () => {
    const pace = createPace('numbers')
    // 10 million rows in 1,000 ms beyond the overhead: 10,000 rows in a millisecond.
    for (let time = 0; time < 50; time += 1) pace.note(10_000_000, 1_020)
    expect(pace.tier(10_000_000)).toBe(4)
    expect(pace.tier(50_000_000)).toBe(6)
  })

  it('reads less where the base has become slower, more where it has become faster', () => {
    const pace = createPace('numbers')
    const before = pace.tier(100_000_000)
    for (let time = 0; time < 20; time += 1) pace.note(100_000_000, 100_000)
    const slow = pace.tier(100_000_000)
    for (let time = 0; time < 20; time += 1) pace.note(100_000_000, 1_000)
    const fast = pace.tier(100_000_000)
    expect([before, slow, fast]).toEqual([7, 10, 4])
  })

  it('never reads less than is as fast, however slow the base is', () => {
    const pace = createPace('numbers')
    for (let time = 0; time < 100; time += 1) pace.note(200_000, 60_000)
    expect(pace.tier(10_000_000)).toBe(7)
    expect(pace.tier(100_000)).toBeNull()
  })

  it('learns nothing from few rows, whose time is overhead', () => {
    const pace = createPace('numbers')
    for (let time = 0; time < 100; time += 1) pace.note(1_000, 500)
    expect(pace.tier(10_000_000)).toBe(createPace('numbers').tier(10_000_000))
  })
})

describe('createPaces', () => {
  it('samples fewer rows at first where their words are read, and times both apart', () => {
    const { numbers, words } = createPaces()
    expect([numbers.tier(10_000_000), words.tier(10_000_000)]).toEqual([4, 6])
    for (let time = 0; time < 50; time += 1) words.note(10_000_000, 100_000)
    expect([numbers.tier(10_000_000), words.tier(10_000_000)]).toEqual([4, 7])
  })
})
