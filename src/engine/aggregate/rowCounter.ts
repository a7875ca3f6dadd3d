import { eventTypes } from '../../incidents/vocabulary.ts'
import { postingsOf, rowsOf } from '../table/postings.ts'

/** Counts kept over a set of rows, which is told what enters it and what leaves. */
export interface RowCounter {
  /** Puts in the first `length` of `rows`, or takes them out; ascending. */
  add(rows: Uint32Array, length: number, sign: 1 | -1): void
  /** Nothing is in. */
  clear(): void
  /** Every row of these event types is in, and nothing else. @param types 1 for each type that is */
  fill(types: Uint8Array): void
  /** Remembers what is in, for `restore`. */
  keep(): void
  restore(): void
}

/** Rows that are handed over at a time: they and what they touch stay in the cache. */
export const CHUNK = 1 << 14

/**
 * A counter over one array, which remembers what it holds when all rows of a type are in: types are what is filtered
 * most, and each is a large part of all rows.
 * @param types event type of each row
 * @param add as of RowCounter, into `counts`
 */
export function arrayCounter(counts: Uint32Array, types: Uint8Array, add: RowCounter['add']): RowCounter {
  const whole = countsByType(counts, types, add)
  return {
    add,
    clear: () => void counts.fill(0),
    fill(wanted) {
      counts.fill(0)
      for (const [type, ofType] of whole.entries()) if (wanted[type] === 1) addEach(counts, ofType)
    },
    ...keeper([counts]),
  }
}

/** Remembers what arrays hold, in room that is made when it is first needed. */
export function keeper(arrays: readonly Uint32Array[]): Pick<RowCounter, 'keep' | 'restore'> {
  let kept: Uint32Array[] | undefined
  return {
    keep() {
      kept ??= arrays.map(({ length }) => new Uint32Array(length))
      for (const [at, array] of arrays.entries()) kept[at]?.set(array)
    },
    restore() {
      for (const [at, array] of arrays.entries()) array.set(kept?.[at] ?? [])
    },
  }
}

function addEach(sum: Uint32Array, more: Uint32Array): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (more[at] ?? 0)
}

/** What `counts` hold when all rows of a type are in, type by type; it holds nothing before and after. */
function countsByType(counts: Uint32Array, types: Uint8Array, add: RowCounter['add']): Uint32Array[] {
  const byType = postingsOf(types, eventTypes.length)
  return eventTypes.map((_, type) => {
    const rows = rowsOf(byType, type)
    add(rows, rows.length, 1)
    const ofType = counts.slice()
    counts.fill(0)
    return ofType
  })
}
