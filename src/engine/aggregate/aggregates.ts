import type { FailMask } from '../filter/failMask.ts'
import type { RowDelta } from '../filter/rowDelta.ts'
import type { RowCounter } from './rowCounter.ts'
import { RowFeed } from './rowFeed.ts'

/**
 * Keeps counters in step with the fail mask.
 *
 * Each aggregate is a counter and its own bit: the bit of the one filter that it ignores (a facet ignores the filter on
 * its own field, the timeline the filter on days), or 0 for none. Between calls holds:
 *
 * 1. An aggregate is either fresh or stale. Fresh: its counter counts exactly the rows that pass every other filter,
 *    whether or not they pass the one of its own bit. Stale: its counts mean nothing; if `within` is known, its list holds all the rows that are to be counted.
 * 2. After `refresh(wanted)` every wanted aggregate is fresh. Others may be stale: nobody counts what nobody reads.
 * 3. An aggregate with a snapshot holds, apart, its counts over the rows that pass every filter but those of its own
 *    bit and of `#snapshotBit`, whatever these two say. A change of any other filter makes all snapshots void.
 *
 * Whoever changes a bit of the mask tells so, after the change and before the next one, by `applyDelta`, `invalidate` or
 * `restoreExcept`. Aggregates are registered before they are wanted, at any time: they begin stale.
 */
export class Aggregates {
  readonly #feed: RowFeed
  readonly #mask: FailMask
  readonly #aggregates = new Map<RowCounter, Aggregate>()
  /** The filter whose bit the snapshots ignore; 0 while there is none. */
  #snapshotBit = 0

  /** @param types event type of each row */
  constructor(mask: FailMask, types: Uint8Array) {
    this.#mask = mask
    this.#feed = new RowFeed(mask, types)
  }

  /** @param ownBit bit of the filter that the counter ignores; 0 for none */
  register(counter: RowCounter, ownBit: number): void {
    this.#aggregates.set(counter, { counter, ownBit, stale: {}, isWanted: false, hasSnapshot: false })
  }

  unregister(counter: RowCounter): void {
    this.#aggregates.delete(counter)
  }

  /**
   * The rows of the delta have had the bit toggled. Visits them alone, once for all aggregates that ignore the same
   * filter. Aggregates that the last `refresh` did not want become stale instead.
   */
  applyDelta(bit: number, { added, removed }: RowDelta): void {
    this.#voidSnapshots(bit)
    const counted: Aggregate[] = []
    for (const aggregate of this.#affectedBy(bit)) {
      if (aggregate.stale) aggregate.stale = staleWithout(bit, aggregate.stale)
      else if (aggregate.isWanted) counted.push(aggregate)
      else aggregate.stale = {}
    }
    for (const [ownBit, group] of this.#byOwnBit(counted)) {
      const counters = group.map(({ counter }) => counter)
      const otherBits = ~(bit | ownBit)
      this.#feed.feedList(counters, -1, removed, otherBits)
      this.#feed.feedList(counters, 1, added, otherBits)
    }
  }

  /**
   * The bit of many rows has changed: all aggregates but those with this own bit become stale.
   * @param passing the rows that pass the filter now, where they are listed; not to be changed afterwards
   */
  invalidate(bit: number, passing?: Uint32Array): void {
    this.#voidSnapshots(bit)
    for (const aggregate of this.#affectedBy(bit)) {
      // An earlier list may give way: each holds all rows that pass every filter.
      aggregate.stale = passing
        ? { within: { bit, rows: passing } }
        : staleWithout(bit, aggregate.stale ?? {})
    }
  }

  /**
   * Takes snapshots of the fresh and wanted aggregates, before the bit of any row is set. `restoreExcept` of the same bit
   * brings them back, as long as no other filter has changed.
   */
  snapshotExcept(bit: number): void {
    this.#snapshotBit = bit
    for (const aggregate of this.#aggregates.values()) {
      aggregate.hasSnapshot = aggregate.ownBit !== bit && aggregate.isWanted && !aggregate.stale
      if (aggregate.hasSnapshot) aggregate.counter.takeSnapshot()
    }
  }

  /**
   * No row has the bit any more: aggregates become what their snapshots hold, and those without one become stale.
   * @returns whether every aggregate concerned that the last `refresh` wanted is fresh now
   */
  restoreExcept(bit: number): boolean {
    this.#voidSnapshots(bit)
    let isFresh = true
    for (const aggregate of this.#affectedBy(bit)) {
      if (aggregate.hasSnapshot) {
        aggregate.counter.restoreSnapshot()
        aggregate.stale = undefined
      } else {
        aggregate.stale = staleWithout(bit, aggregate.stale ?? {})
        if (aggregate.isWanted) isFresh = false
      }
    }
    return isFresh
  }

  /**
   * Counts anew the wanted aggregates that are stale.
   * @param wanted the counters about to be read; those that are not among them may be left stale from now on
   * @throws Error for a counter that is not registered
   */
  refresh(wanted: readonly RowCounter[]): void {
    for (const aggregate of this.#aggregates.values()) aggregate.isWanted = false
    const stale: Aggregate[] = []
    for (const counter of wanted) {
      const aggregate = this.#aggregates.get(counter)
      if (!aggregate) throw new Error('a counter is wanted that is not registered')
      aggregate.isWanted = true
      if (aggregate.stale) stale.push(aggregate)
    }
    for (const [ownBit, group] of this.#byOwnBit(stale)) {
      for (const [within, same] of groupBy(group, (each) => each.stale?.within?.rows)) {
        const counters = same.map(({ counter }) => counter)
        this.#feed.recount(counters, ownBit, within)
      }
    }
    for (const aggregate of stale) aggregate.stale = undefined
  }

  /** The aggregates that do not ignore the filter. */
  #affectedBy(bit: number): Aggregate[] {
    return [...this.#aggregates.values()].filter(({ ownBit }) => ownBit !== bit)
  }

  /** A filter has changed: snapshots stand only if it is the one that they ignore. */
  #voidSnapshots(bit: number): void {
    if (this.#snapshotBit === bit) return
    this.#snapshotBit = 0
    for (const aggregate of this.#aggregates.values()) aggregate.hasSnapshot = false
  }

  /**
   * Aggregates over the same rows together, by the part of their own bit that matters: to ignore a filter that no row
   * fails is the same as to ignore none.
   */
  #byOwnBit(aggregates: readonly Aggregate[]): Map<number, Aggregate[]> {
    const usedBits = this.#mask.tally.usedBits()
    return groupBy(aggregates, ({ ownBit }) => ownBit & usedBits)
  }
}

interface Aggregate {
  counter: RowCounter
  ownBit: number
  stale: Stale | undefined
  /** Whether the last `refresh` wanted it. */
  isWanted: boolean
  hasSnapshot: boolean
}

interface Stale {
  /** The rows that pass the filter of `bit`, which has not changed since. */
  within?: { bit: number; rows: Uint32Array } | undefined
}

/** A list of rows that pass the filter of the bit is no longer one. */
function staleWithout(bit: number, stale: Stale): Stale {
  return stale.within?.bit === bit ? {} : stale
}

function groupBy<Key, T>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
