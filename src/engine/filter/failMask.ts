import { byField, fieldIds, type FieldId } from '../../incidents/fields.ts'
import { MaskTally } from './maskTally.ts'

/** Bits of the mask of a row, which is an entry of a Uint16Array. */
const MASK_BITS = 16

/**
 * The bit of the filter at this index.
 * @throws RangeError for an index that the mask of a row has no bit for
 */
export function bitAt(index: number): number {
  if (index >= MASK_BITS)
    throw new RangeError(`a fail mask has ${MASK_BITS} bits, so there can be no filter number ${index + 1}`)
  return 1 << index
}

/** Bit of each filter in the mask of a row. */
export const bitOf: Readonly<Record<FieldId, number>> = byField((field) => bitAt(fieldIds.indexOf(field)))

/** The filters whose bits a mask has. */
export function failedFields(mask: number): FieldId[] {
  return fieldIds.filter((field) => (mask & bitOf[field]) !== 0)
}

/**
 * Which filters each row fails: one bit a filter, set where the row fails it. A row with the mask 0 passes every filter;
 * one with the mask `bitOf[field]` fails the filter on `field` alone. The tally agrees with the masks after each call.
 */
export class FailMask {
  readonly rows: number
  /** Mask of each row. */
  readonly ofRow: Uint16Array
  readonly tally: MaskTally
  /** The same masks, two rows an entry: halves the time to set a bit of every row. */
  readonly #pairs: Uint32Array

  /** Every row passes every filter. */
  constructor(rows: number) {
    this.rows = rows
    this.#pairs = new Uint32Array((rows + 1) >> 1)
    this.ofRow = new Uint16Array(this.#pairs.buffer, 0, rows)
    this.tally = new MaskTally(rows, fieldIds.length)
  }

  /**
   * Rows that pass every filter but that of `bit`, whatever it says of them.
   * @param bit of one filter; 0 for none
   */
  countIgnoring(bit: number): number {
    return this.tally.count(0) + (bit === 0 ? 0 : this.tally.count(bit))
  }

  /** Makes every row fail the filter, or pass it. */
  setAll(bit: number, fails: boolean): void {
    const { tally } = this
    // A copy, as moves list more masks.
    for (const mask of tally.masks().slice())
      tally.move(mask, fails ? mask | bit : mask & ~bit, tally.count(mask))
    const pairs = this.#pairs
    const [only, ...others] = tally.masks()
    if (only !== undefined && others.length === 0) pairs.fill(inPairs(only))
    else if (fails) for (let at = 0; at < pairs.length; at += 1) pairs[at]! |= inPairs(bit)
    else for (let at = 0; at < pairs.length; at += 1) pairs[at]! &= ~inPairs(bit)
  }

  /**
   * Makes those of the rows fail the filter that passed it, and those pass that failed it.
   * @param rows none of them twice
   */
  toggle(bit: number, rows: Uint32Array): void {
    const { ofRow, tally } = this
    // Neighbouring rows mostly have the same mask: the tally is told of a run of them at once.
    let [runMask, runLength] = [0, 0]
    for (const row of rows) {
      const mask = ofRow[row]!
      ofRow[row] = mask ^ bit
      if (mask !== runMask) {
        tally.move(runMask, runMask ^ bit, runLength)
        runMask = mask
        runLength = 0
      }
      runLength += 1
    }
    tally.move(runMask, runMask ^ bit, runLength)
  }

  /** Makes exactly those rows pass the filter for which the test says so. */
  setWhere(bit: number, passes: (row: number) => boolean): void {
    const { ofRow, rows } = this
    const counts = this.tally.beginRecount(bit)
    for (let row = 0; row < rows; row += 1) {
      const before = ofRow[row]!
      const after = passes(row) ? before & ~bit : before | bit
      ofRow[row] = after
      counts[after]! += 1
    }
  }
}

/** The mask in both halves of an entry of `#pairs`. */
function inPairs(mask: number): number {
  return mask | (mask << 16)
}
