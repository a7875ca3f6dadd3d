/** CSS pixels of a row before any has been measured. */
export const FIRST_GUESS = 84

/** Less than this is rounding, in CSS pixels. */
const TOLERANCE = 0.5

/**
 * Heights of the rows of a list that is never drawn whole, in CSS pixels: as measured where a row has been drawn, the
 * usual height elsewhere. The usual height is the mean of the rows that were measured first, and then holds, so that
 * what is not in view does not move.
 */
export class RowHeights {
  /** Of a row that has not been measured. */
  usual: number
  readonly #measured = new Map<number, number>()
  /** Measured rows in order, and by how much each and those before it are taller than usual together. */
  #rows: number[] = []
  #excess: number[] = []

  constructor(usual = FIRST_GUESS) {
    this.usual = usual
  }

  /** Takes over what rows measure now. @returns whether any height has changed */
  measure(heights: ReadonlyMap<number, number>): boolean {
    const changed = [...heights].filter(
      ([row, height]) =>
        Math.abs(height - (this.#measured.get(row) ?? Number.NaN)) > TOLERANCE || !this.#measured.has(row),
    )
    if (changed.length === 0) return false
    if (this.#measured.size === 0) this.usual = sumOf(changed.map(([, height]) => height)) / changed.length
    for (const [row, height] of changed) this.#measured.set(row, height)
    this.#order()
    return true
  }

  heightOf(row: number): number {
    return this.#measured.get(row) ?? this.usual
  }

  /** From the top of the list to the upper edge of a row; for the number of rows, the height of them all. */
  offsetOf(row: number): number {
    return (
      row * this.usual +
      this.#excessBefore(firstIndex(this.#rows.length, (index) => (this.#rows[index] ?? 0) >= row))
    )
  }

  /** The row at a distance from the top of an endless list. */
  rowAt(offset: number): number {
    const after = firstIndex(this.#rows.length, (index) => this.#edgeOf(index) > offset)
    const last = this.#rows[after - 1]
    if (last === undefined) return Math.floor(offset / this.usual)
    const below = offset - this.#edgeOf(after - 1) - this.heightOf(last)
    return below < 0 ? last : last + 1 + Math.floor(below / this.usual)
  }

  /** Upper edge of a measured row, by its place among them. */
  #edgeOf(index: number): number {
    return (this.#rows[index] ?? 0) * this.usual + this.#excessBefore(index)
  }

  #excessBefore(index: number): number {
    return this.#excess[index - 1] ?? 0
  }

  #order(): void {
    this.#rows = [...this.#measured.keys()].toSorted((a, b) => a - b)
    let sum = 0
    this.#excess = this.#rows.map((row) => (sum += this.heightOf(row) - this.usual))
  }
}

/**
 * The first index below `length` for which the test holds, or `length`; by binary search.
 * @param holds false up to some index, and true from it on
 */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
