import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Aggregates } from '../../../src/engine/aggregate/aggregates.ts'
import type { RowCounter } from '../../../src/engine/aggregate/rowCounter.ts'
import { bitOf, FailMask } from '../../../src/engine/filter/failMask.ts'

const ROWS = 24
/** Event type of each row: not in order, so that no type is a range of rows. */
const types = Uint8Array.from({ length: ROWS }, (_, row) => (row * 5) % 7)
const allRows = Array.from({ length: ROWS }, (_, row) => row)

/** A counter that holds the very set of its rows, and refuses to add a row twice or to remove one that is not in it. */
class RowSet implements RowCounter {
  rows = new Set<number>()
  #snapshot: Set<number> | undefined
  readonly calls = { add: 0, fill: 0, restore: 0 }

  add(rows: Uint32Array, length: number, sign: 1 | -1): void {
    this.calls.add += length
    for (const row of rows.subarray(0, length)) {
      if (this.rows.has(row) === sign > 0)
        throw new Error(`row ${row} is ${sign > 0 ? 'in' : 'not in'} the set`)
      if (sign > 0) this.rows.add(row)
      else this.rows.delete(row)
    }
  }

  clear(): void {
    this.rows.clear()
  }

  fillTypes(wanted: Uint8Array): void {
    this.calls.fill += 1
    this.rows = new Set(allRows.filter((row) => wanted[types[row] ?? -1] === 1))
  }

  takeSnapshot(): void {
    this.#snapshot = new Set(this.rows)
  }

  restoreSnapshot(): void {
    this.calls.restore += 1
    if (!this.#snapshot) throw new Error('no snapshot')
    this.rows = new Set(this.#snapshot)
  }

  sorted(): number[] {
    return [...this.rows].toSorted((a, b) => a - b)
  }
}

/** A mask, its aggregates, and three counters: one that ignores nothing, one each that ignores days and text. */
function setUp() {
  const mask = new FailMask(ROWS)
  const aggregates = new Aggregates(mask, types)
  const counters = { all: new RowSet(), days: new RowSet(), text: new RowSet() }
  const ownBits = { all: 0, days: bitOf.days, text: bitOf.text }
  const names = ['all', 'days', 'text'] as const
  for (const name of names) aggregates.register(counters[name], ownBits[name])
  const expected = (name: (typeof names)[number]) =>
    allRows.filter((row) => ((mask.ofRow[row] ?? 0) & ~ownBits[name]) === 0)
  const toggle = (bit: number, rows: readonly number[]) => {
    const added = Uint32Array.from(rows.filter((row) => ((mask.ofRow[row] ?? 0) & bit) !== 0))
    const removed = Uint32Array.from(rows.filter((row) => ((mask.ofRow[row] ?? 0) & bit) === 0))
    mask.toggle(bit, added)
    mask.toggle(bit, removed)
    aggregates.applyDelta(bit, { added, removed })
  }
  const setOnly = (bit: number, rows: readonly number[], isListed: boolean) => {
    const only = Uint32Array.from(rows)
    mask.setAll(bit, true)
    mask.toggle(bit, only)
    aggregates.invalidate(bit, isListed ? only : undefined)
  }
  const drop = (bit: number) => {
    mask.setAll(bit, false)
    return aggregates.restoreExcept(bit)
  }
  return { aggregates, counters, names, expected, toggle, setOnly, drop }
}

type Setting = ReturnType<typeof setUp>

function expectRight(
  { counters, names, expected }: Setting,
  of: Iterable<Setting['names'][number]> = names,
): void {
  const counted = Array.from(of, (name) => [name, counters[name].sorted()])
  expect(counted).toEqual(Array.from(of, (name) => [name, expected(name)]))
}

describe('Aggregates', () => {
  it('counts nothing on registration, and the rows of each set on refresh', () => {
    const setting = setUp()
    expect(setting.counters.all.sorted()).toEqual([])
    setting.aggregates.refresh(Object.values(setting.counters))
    expectRight(setting)
  })

  it('applyDelta visits the rows of the delta alone, in all counters but that of the filter', () => {
    const setting = setUp()
    const { aggregates, counters, toggle } = setting
    aggregates.refresh(Object.values(counters))
    for (const { calls } of Object.values(counters)) Object.assign(calls, { add: 0, fill: 0 })
    toggle(bitOf.days, [3, 4, 5])
    expect(counters.all.calls).toMatchObject({ add: 3, fill: 0 })
    expect(counters.days.calls).toMatchObject({ add: 0, fill: 0 })
    expectRight(setting)
  })

  it('applyDelta leaves out rows that fail a third filter', () => {
    const setting = setUp()
    const { aggregates, counters, toggle } = setting
    aggregates.refresh(Object.values(counters))
    toggle(bitOf.area, [4, 5, 6])
    counters.all.calls.add = 0
    toggle(bitOf.days, [3, 4])
    expect(counters.all.calls.add).toBe(1)
    expectRight(setting)
  })

  it('invalidate makes stale all counters but that of the filter', () => {
    const setting = setUp()
    const { aggregates, counters, setOnly } = setting
    aggregates.refresh(Object.values(counters))
    setOnly(bitOf.text, [1, 2], true)
    expectRight(setting, ['text'])
    expect(counters.all.rows.size).toBe(ROWS)
    aggregates.refresh(Object.values(counters))
    expectRight(setting)
  })

  it('invalidate with a list looks at no row beyond the list', () => {
    const { aggregates, counters, setOnly } = setUp()
    aggregates.refresh(Object.values(counters))
    setOnly(bitOf.text, [1, 2], true)
    // A list that lacks a row, so that it shows.
    aggregates.invalidate(bitOf.text, Uint32Array.of(1))
    aggregates.refresh([counters.all])
    expect(counters.all.sorted()).toEqual([1])
  })

  it('does not count by a list whose filter has changed since', () => {
    const setting = setUp()
    const { aggregates, counters, setOnly, toggle } = setting
    setOnly(bitOf.text, [1, 2], true)
    toggle(bitOf.text, [9])
    aggregates.refresh(Object.values(counters))
    expectRight(setting)
    expect(counters.all.rows.has(9)).toBe(true)
  })

  it('restoreExcept brings snapshots back without counting', () => {
    const setting = setUp()
    const { aggregates, counters, setOnly, drop } = setting
    aggregates.refresh(Object.values(counters))
    aggregates.snapshotExcept(bitOf.text)
    setOnly(bitOf.text, [1, 2], true)
    aggregates.refresh(Object.values(counters))
    counters.all.calls.add = 0
    counters.all.calls.fill = 0
    expect(drop(bitOf.text)).toBe(true)
    aggregates.refresh(Object.values(counters))
    expect(counters.all.calls).toMatchObject({ add: 0, fill: 0, restore: 1 })
    expectRight(setting)
  })

  it('restoreExcept brings nothing back after another filter has changed', () => {
    const setting = setUp()
    const { aggregates, counters, setOnly, toggle, drop } = setting
    aggregates.refresh(Object.values(counters))
    aggregates.snapshotExcept(bitOf.text)
    setOnly(bitOf.text, [1, 2], true)
    toggle(bitOf.days, [2, 3])
    expect(drop(bitOf.text)).toBe(false)
    aggregates.refresh(Object.values(counters))
    expect(counters.all.calls.restore).toBe(0)
    expectRight(setting)
  })

  it('restoreExcept counts anew what was registered after the snapshot', () => {
    const setting = setUp()
    const { aggregates, counters, setOnly, drop } = setting
    aggregates.refresh(Object.values(counters))
    aggregates.snapshotExcept(bitOf.text)
    setOnly(bitOf.text, [1, 2], true)
    const late = new RowSet()
    aggregates.register(late, 0)
    const wanted = [...Object.values(counters), late]
    aggregates.refresh(wanted)
    expect(drop(bitOf.text)).toBe(false)
    aggregates.refresh(wanted)
    expect(counters.all.calls.restore).toBe(1)
    expect(late.sorted()).toEqual(allRows)
  })

  it('refresh counts nothing that is not wanted, and the rest when it is', () => {
    const setting = setUp()
    const { aggregates, counters, toggle } = setting
    aggregates.refresh([counters.all])
    toggle(bitOf.days, [3])
    toggle(bitOf.text, [4])
    expect(counters.days.calls).toEqual({ add: 0, fill: 0, restore: 0 })
    expectRight(setting, ['all'])
    aggregates.refresh([counters.days])
    expectRight(setting, ['days'])
  })

  it('refresh refuses a counter that is not registered, or no longer', () => {
    const { aggregates, counters } = setUp()
    aggregates.unregister(counters.all)
    expect(() => aggregates.refresh([counters.all])).toThrow('not registered')
    expect(() => aggregates.refresh([new RowSet()])).toThrow('not registered')
  })

  it('counts the wanted rows rightly after any walk of changes and refreshes', () => {
    const anyBit = fc.constantFrom(bitOf.days, bitOf.text, bitOf.area)
    const someRows = fc.uniqueArray(fc.nat(ROWS - 1)).map((rows) => rows.toSorted((a, b) => a - b))
    const anyChange = fc.oneof(
      fc.tuple(anyBit, someRows).map(
        ([bit, rows]) =>
          ({ toggle }: Setting) =>
            toggle(bit, rows),
      ),
      fc
        .tuple(anyBit, someRows, fc.boolean(), fc.boolean())
        .map(([bit, rows, isListed, takesSnapshot]) => ({ aggregates, drop, setOnly }: Setting) => {
          // A snapshot is taken only while no row fails the filter.
          drop(bit)
          if (takesSnapshot) aggregates.snapshotExcept(bit)
          setOnly(bit, rows, isListed)
        }),
      anyBit.map(
        (bit) =>
          ({ drop }: Setting) =>
            void drop(bit),
      ),
    )
    const wanted = fc.subarray(['all', 'days', 'text'] as const)
    const walk = fc.array(fc.tuple(fc.array(anyChange, { maxLength: 3 }), wanted), { maxLength: 10 })
    fc.assert(
      fc.property(walk, (steps) => {
        const setting = setUp()
        for (const [changes, names] of steps) {
          for (const change of changes) change(setting)
          setting.aggregates.refresh(names.map((name) => setting.counters[name]))
          for (const name of names) expect(setting.counters[name].sorted()).toEqual(setting.expected(name))
        }
      }),
      { numRuns: 500 },
    )
  })
})
