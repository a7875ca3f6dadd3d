import type { Ids, ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter, keeper } from './rowCounter.ts'

/** To count a row in or out in all that it lies in takes as long as to sum so many places. */
const DEARER = 2

/**
 * For the place of each row; what it lies in counts with it.
 * @param chains (offsets, ids) for each place, itself and what it lies in
 * @param types event type of each row
 */
export function placeCounter(place: Ids, { offsets, ids }: ListColumn, types: Uint8Array): ValueCounter {
  const own = new Uint32Array(offsets.length - 1)
  /** With what lies in each. */
  const whole = new Uint32Array(own.length)
  /** `whole` is to be summed from `own`: that is cheaper where many rows came or went. */
  let stale = true
  let added = 0
  const addAbove = (id: number, count: number) => {
    // A chain begins with the place itself.
    for (let at = (offsets[id] ?? 0) + 1; at < (offsets[id + 1] ?? 0); at += 1) {
      const above = ids[at] ?? 0
      whole[above] = (whole[above] ?? 0) + count
    }
  }
  const counter = arrayCounter(own, types, (rows, length, sign) => {
    added += length
    if (DEARER * added > own.length) stale = true
    for (let at = 0; at < length; at += 1) {
      const id = place[rows[at] ?? 0] ?? 0
      own[id] = (own[id] ?? 0) + sign
      if (stale) continue
      whole[id] = (whole[id] ?? 0) + sign
      addAbove(id, sign)
    }
  })
  const kept = keeper([own, whole])
  const sumUp = () => {
    if (stale) {
      whole.set(own)
      for (let id = 0; id < own.length; id += 1) {
        const count = own[id] ?? 0
        if (count > 0) addAbove(id, count)
      }
    }
    stale = false
    added = 0
  }
  return {
    ...counter,
    clear() {
      counter.clear()
      whole.fill(0)
      stale = false
      added = 0
    },
    fill(wanted) {
      counter.fill(wanted)
      stale = true
    },
    keep() {
      sumUp()
      kept.keep()
    },
    restore() {
      kept.restore()
      stale = false
      added = 0
    },
    counts() {
      sumUp()
      return whole.slice()
    },
  }
}
