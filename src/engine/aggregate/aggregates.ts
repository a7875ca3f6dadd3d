import { eventTypes } from '../../incidents/vocabulary.ts'
import { CHUNK, type RowCounter } from './rowCounter.ts'
import { bitOf, countPassing, failedBits, type FailMask } from '../filter/failMask.ts'
import type { Flips } from '../filter/rowDelta.ts'

/** Keeps counters in step with the mask. Each counts the rows that pass every dimension but its own. */
export interface CountedSets {
  /** @param ignores bit of the dimension that the counter ignores; 0 for none. It is brought up to date at once. */
  join(counter: RowCounter, ignores: number): void
  leave(counter: RowCounter): void
  /** The next `changed` of this bit may be undone: what is counted now is then taken up again. */
  keepWithout(bit: number): void
  /** No row fails the bit any more. @returns whether what was counted before it was set still held, and holds again */
  restoreWithout(bit: number): boolean
  /** The bit of these rows has been turned over. */
  flipped(bit: number, flips: Flips): void
  /**
   * The bit of many rows has changed.
   * @param only the rows that do not fail it now, where they are listed
   */
  changed(bit: number, only?: Uint32Array): void
  /** Counts what is still to be counted. */
  settle(): void
}

interface Member {
  counter: RowCounter
  ignores: number
  /** What it holds is no longer so: it is to be counted anew, of `within` alone where that is known. */
  stale: { within: Uint32Array | undefined } | undefined
}

/** @param types event type of each row */
export function createCountedSets(mask: FailMask, types: Uint8Array): CountedSets {
  const members = new Map<RowCounter, Member>()
  const chunk = new Uint32Array(CHUNK)
  // All rows of a type pass or fail together: one tells of all.
  const sampleOfType = eventTypes.map((_, type) => types.indexOf(type))
  /** The bit without which the kept counts are so. */
  let kept = 0

  /**
   * Tells the counters of the rows that fail none of `none` and, where it is not 0, any of `some`.
   * @param list the rows to look at; without it all
   */
  const tellWhere = (
    counters: readonly RowCounter[],
    sign: 1 | -1,
    none: number,
    some: number,
    list?: Uint32Array,
  ) => {
    const total = list ? list.length : mask.rows
    let length = 0
    for (let at = 0; at < total; at += 1) {
      const row = list ? (list[at] ?? 0) : at
      const failed = mask.of[row] ?? 0
      if ((failed & none) !== 0 || (some !== 0 && (failed & some) === 0)) continue
      chunk[length++] = row
      if (length < CHUNK) continue
      add(counters, chunk, length, sign)
      length = 0
    }
    add(counters, chunk, length, sign)
  }

  /** Tells the counters of the rows of a list that fail none of `others`. */
  const tell = (counters: readonly RowCounter[], others: number, list: Uint32Array, sign: 1 | -1) => {
    if ((failedBits(mask) & others) !== 0) {
      tellWhere(counters, sign, others, 0, list)
      return
    }
    for (let start = 0; start < list.length; start += CHUNK) {
      const piece = list.subarray(start, start + CHUNK)
      add(counters, piece, piece.length, sign)
    }
  }

  /** From none, or from all whose type passes, whichever is nearer. @param within all that can be in, where it is known */
  const recount = (counters: readonly RowCounter[], ignores: number, within?: Uint32Array) => {
    const size = countPassing(mask, ignores)
    const ofType = passingTypes(mask, ignores)
    if (2 * size > ofType.rows) {
      for (const counter of counters) counter.fill(ofType.types)
      // What fails, though its type passes.
      if (size < ofType.rows) tellWhere(counters, -1, bitOf.type & ~ignores, ~ignores)
      return
    }
    for (const counter of counters) counter.clear()
    if (size === 0) return
    if (within) tell(counters, ~ignores, within, 1)
    else tellWhere(counters, 1, ~ignores, 0)
  }

  /** The event types that pass, and how many rows they have. */
  const passingTypes = ({ tally }: FailMask, ignores: number): { types: Uint8Array; rows: number } => {
    const bit = bitOf.type & ~ignores
    const rows = tally.reduce((sum, count, failed) => (failed & bit ? sum : sum + count), 0)
    if (rows === mask.rows) return { types: new Uint8Array(sampleOfType.length).fill(1), rows }
    return {
      types: Uint8Array.from(sampleOfType, (row) => (row >= 0 && ((mask.of[row] ?? 0) & bit) === 0 ? 1 : 0)),
      rows,
    }
  }

  /** Counters of the same set together: their rows are looked up once. A dimension that nothing fails is as good as none. */
  const groups = (chosen: Iterable<Member>): Map<number, Member[]> => {
    const groupOf = new Map<number, Member[]>()
    const failed = failedBits(mask)
    for (const member of chosen) {
      const ignores = member.ignores & failed
      const group = groupOf.get(ignores)
      if (group) group.push(member)
      else groupOf.set(ignores, [member])
    }
    return groupOf
  }

  return {
    join(counter, ignores) {
      kept = 0
      members.set(counter, { counter, ignores, stale: undefined })
      recount([counter], ignores)
    },
    leave: (counter) => void members.delete(counter),
    keepWithout(bit) {
      const others = [...members.values()].filter(({ ignores }) => ignores !== bit)
      if (others.some(({ stale }) => stale)) return
      for (const { counter } of others) counter.keep()
      kept = bit
    },
    restoreWithout(bit) {
      if (kept !== bit) return false
      for (const member of members.values()) {
        if (member.ignores === bit) continue
        member.counter.restore()
        member.stale = undefined
      }
      return true
    },
    flipped(bit, flips) {
      if (kept !== bit) kept = 0
      const touched = [...members.values()].filter(({ ignores, stale }) => ignores !== bit && !stale)
      for (const [ignores, group] of groups(touched)) {
        const counters = group.map(({ counter }) => counter)
        const others = ~(bit | ignores)
        tell(counters, others, flips.leaving, -1)
        tell(counters, others, flips.entering, 1)
      }
    },
    changed(bit, only) {
      if (kept !== bit) kept = 0
      for (const member of members.values()) {
        // Of several changes at once the rows left by the last are still all that can be in.
        if (member.ignores !== bit) member.stale = { within: only ?? member.stale?.within }
      }
    },
    settle() {
      const stale = [...members.values()].filter((member) => member.stale)
      for (const [ignores, group] of groups(stale)) {
        const byList = new Map<Uint32Array | undefined, RowCounter[]>()
        for (const { stale: of, counter } of group) {
          const list = byList.get(of?.within)
          if (list) list.push(counter)
          else byList.set(of?.within, [counter])
        }
        for (const [within, counters] of byList) recount(counters, ignores, within)
      }
      for (const member of stale) member.stale = undefined
    },
  }
}

function add(counters: readonly RowCounter[], rows: Uint32Array, length: number, sign: 1 | -1): void {
  if (length > 0) for (const counter of counters) counter.add(rows, length, sign)
}
