/**
 * How many rows have each fail mask. There are 2^filters possible masks, but rows have only a few of them at a time (at
 * most 2^(filters set)): those are listed, and every sum visits the list alone. Counts sum to the rows of the table.
 */
export class MaskTally {
  readonly #counts: Uint32Array
  /** Every mask with a count above 0; some may have dropped to 0 since the last sweep. */
  #listed: number[] = [0]
  readonly #isListed: Uint8Array

  /**
   * All rows have the mask 0.
   * @param filters how many there are: a mask has one bit for each
   */
  constructor(rows: number, filters: number) {
    this.#counts = new Uint32Array(1 << filters)
    this.#isListed = new Uint8Array(1 << filters)
    this.#counts[0] = rows
    this.#isListed[0] = 1
  }

  /** Rows that have this mask. */
  count(mask: number): number {
    return this.#counts[mask]!
  }

  /** The masks that any row has, in no order. Valid until the tally changes. */
  masks(): readonly number[] {
    if (this.#listed.some((mask) => this.#counts[mask] === 0)) {
      for (const mask of this.#listed) if (this.#counts[mask] === 0) this.#isListed[mask] = 0
      this.#listed = this.#listed.filter((mask) => this.#isListed[mask] === 1)
    }
    return this.#listed
  }

  /** Rows whose mask has none of these bits. */
  countWithout(bits: number): number {
    let sum = 0
    for (const mask of this.#listed) if ((mask & bits) === 0) sum += this.#counts[mask]!
    return sum
  }

  /** Every bit that any row's mask has. */
  usedBits(): number {
    let bits = 0
    for (const mask of this.masks()) bits |= mask
    return bits
  }

  /** `count` rows have changed from one mask to another. */
  move(from: number, to: number, count: number): void {
    if (count === 0 || from === to) return
    this.#counts[from]! -= count
    this.#counts[to]! += count
    this.#list(to)
  }

  /**
   * Forgets all counts, so that the rows can be counted anew after one bit of their masks has changed.
   * @param bit the bit that may have changed
   * @returns the counts, all 0: the caller adds 1 at the new mask of every row
   */
  beginRecount(bit: number): Uint32Array {
    // A copy, as more masks are listed meanwhile.
    for (const mask of this.#listed.slice()) {
      this.#counts[mask] = 0
      this.#list(mask | bit)
      this.#list(mask & ~bit)
    }
    return this.#counts
  }

  #list(mask: number): void {
    if (this.#isListed[mask] === 1) return
    this.#isListed[mask] = 1
    this.#listed.push(mask)
  }
}
