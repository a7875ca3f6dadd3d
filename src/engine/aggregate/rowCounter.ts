import { eventTypes } from '../../incidents/vocabulary.ts'
import { postingsOf, rowsOf } from '../table/postings.ts'

/**
 * Counts over a set of rows. Whoever keeps it tells it which rows come in and go out; the counter itself neither holds
 * the set nor looks at the fail mask.
 */
export interface RowCounter {
  /**
   * Adds rows to the set, or removes them.
   * @param rows of which the first `length` count; a row that is added must be out, one that is removed in
   * @param sign 1 to add, -1 to remove
   */
  add(rows: Uint32Array, length: number, sign: 1 | -1): void
  /** Empties the set. */
  clear(): void
  /**
   * Makes the set all rows of some event types. Cheaper than adding them one by one.
   * @param types 1 for each event type whose rows are in the set, in the order of `eventTypes`
   */
  fillTypes(types: Uint8Array): void
  /** Keeps a copy of the counts, in place of any earlier copy. */
  takeSnapshot(): void
  /** Makes the counts those of the last copy, which stays. @throws Error where there is none */
  restoreSnapshot(): void
}

/**
 * A counter over one array. It remembers the counts over all rows of each event type: type is the filter used most, and
 * each type is a large part of the rows.
 * @param counts all 0; what is counted, changed in place
 * @param types event type of each row
 * @param add as of RowCounter, into `counts`
 */
export function arrayCounter(counts: Uint32Array, types: Uint8Array, add: RowCounter['add']): RowCounter {
  const byType = countsByType(counts, types, add)
  return {
    add,
    clear: () => void counts.fill(0),
    fillTypes(wanted) {
      counts.fill(0)
      for (const [type, ofType] of byType.entries()) if (wanted[type] === 1) addEach(counts, ofType)
    },
    ...snapshots([counts]),
  }
}

/** Snapshots of some arrays; room for them is made when the first is taken. */
export function snapshots(
  arrays: readonly Uint32Array[],
): Pick<RowCounter, 'takeSnapshot' | 'restoreSnapshot'> {
  let copies: Uint32Array[] | undefined
  return {
    takeSnapshot() {
      copies ??= arrays.map(({ length }) => new Uint32Array(length))
      for (const [at, copy] of copies.entries()) copy.set(arrays[at]!)
    },
    restoreSnapshot() {
      if (!copies) throw new Error('a counter without a snapshot cannot be restored')
      for (const [at, copy] of copies.entries()) arrays[at]!.set(copy)
    },
  }
}

function addEach(sums: Uint32Array, more: Uint32Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at]! += more[at]!
}

/** The counts over all rows of each event type. `counts` is all 0 before and after. */
function countsByType(counts: Uint32Array, types: Uint8Array, add: RowCounter['add']): Uint32Array[] {
  const rowsByType = postingsOf(types, eventTypes.length)
  return eventTypes.map((_, type) => {
    const rows = rowsOf(rowsByType, type)
    add(rows, rows.length, 1)
    const ofType = counts.slice()
    counts.fill(0)
    return ofType
  })
}
