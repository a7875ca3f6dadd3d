import { eventTypes } from '../../incidents/vocabulary.ts'
import { CHUNK_ROWS } from '../costs.ts'
import { bitOf, type FailMask } from '../filter/failMask.ts'
import type { RowCounter } from './rowCounter.ts'

/**
 * Feeds counters with rows chosen by the fail mask. Several counters over the same set are fed together, chunk by chunk,
 * so that the mask is read once for all of them.
 */
export class RowFeed {
  readonly #mask: FailMask
  readonly #chunk = new Uint32Array(CHUNK_ROWS)
  /** A row of each event type, -1 for a type that no row has: rows of a type pass or fail the type filter together. */
  readonly #rowOfType: readonly number[]

  /** @param types event type of each row */
  constructor(mask: FailMask, types: Uint8Array) {
    this.#mask = mask
    this.#rowOfType = eventTypes.map((_, type) => types.indexOf(type))
  }

  /**
   * Adds to the counters, or removes from them, the rows of a list that have none of the bits.
   * @param bits of filters; where no row fails one of them, the list is passed on without a look at the mask
   */
  feedList(counters: readonly RowCounter[], sign: 1 | -1, list: Uint32Array, bits: number): void {
    if ((this.#mask.tally.usedBits() & bits) !== 0) {
      this.#feedWhere(counters, sign, bits, 0, list)
      return
    }
    for (let start = 0; start < list.length; start += CHUNK_ROWS) {
      const chunk = list.subarray(start, start + CHUNK_ROWS)
      feed(counters, sign, chunk, chunk.length)
    }
  }

  /**
   * Counts anew the rows that pass every filter but that of `ownBit`, whatever it says: up from no row, by `within` or
   * by a look at every mask; or, where more than half of the rows of the passing event types are to be counted, down
   * from those, which looks at every mask unless all of them are.
   * @param ownBit bit of the filter that the counters ignore; 0 for none
   * @param within a list that holds all these rows, where one is known
   */
  recount(counters: readonly RowCounter[], ownBit: number, within?: Uint32Array): void {
    const counted = this.#mask.countIgnoring(ownBit)
    const typeBit = bitOf.type & ~ownBit
    const ofPassingTypes = this.#mask.tally.countWithout(typeBit)
    if (2 * counted > ofPassingTypes) {
      const types = this.#passingTypes(typeBit)
      for (const counter of counters) counter.fillTypes(types)
      if (counted < ofPassingTypes) this.#feedWhere(counters, -1, typeBit, ~ownBit)
      return
    }
    for (const counter of counters) counter.clear()
    if (counted === 0) return
    if (within) this.feedList(counters, 1, within, ~ownBit)
    else this.#feedWhere(counters, 1, ~ownBit, 0)
  }

  /** 1 for each event type whose rows do not have the bit. @param typeBit bit of the type filter; 0 for all types */
  #passingTypes(typeBit: number): Uint8Array {
    const { ofRow } = this.#mask
    return Uint8Array.from(this.#rowOfType, (row) => (row < 0 || (ofRow[row]! & typeBit) !== 0 ? 0 : 1))
  }

  /**
   * Feeds the rows whose masks have none of the bits `none` and, where `some` is not 0, at least one of `some`.
   * @param list the rows to look at; every row where it is left out
   */
  #feedWhere(
    counters: readonly RowCounter[],
    sign: 1 | -1,
    none: number,
    some: number,
    list?: Uint32Array,
  ): void {
    const { ofRow, rows } = this.#mask
    const chunk = this.#chunk
    const total = list ? list.length : rows
    let length = 0
    for (let at = 0; at < total; at += 1) {
      const row = list ? list[at]! : at
      const mask = ofRow[row]!
      if ((mask & none) !== 0 || (some !== 0 && (mask & some) === 0)) continue
      chunk[length++] = row
      if (length < CHUNK_ROWS) continue
      feed(counters, sign, chunk, length)
      length = 0
    }
    feed(counters, sign, chunk, length)
  }
}

/** @param rows of which the first `length` count */
function feed(counters: readonly RowCounter[], sign: 1 | -1, rows: Uint32Array, length: number): void {
  if (length > 0) for (const counter of counters) counter.add(rows, length, sign)
}
