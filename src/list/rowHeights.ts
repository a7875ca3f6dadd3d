/** Height of a row before any has been measured, in CSS pixels. */
export const FIRST_GUESS = 84

/** Smaller differences are rounding errors, in CSS pixels. */
const TOLERANCE = 0.5

/**
 * Heights of the rows of a list of which only a part is mounted, in CSS pixels. A row that has been mounted has
 * its measured height, any other the usual height. The usual height is the mean of the first rows measured and
 * then stays the same, so that rows outside the view do not shift those in it.
 */
export class RowHeights {
  /** Height of a row that has not been measured. */
  usual: number
  readonly #measured = new Map<number, number>()
  /**
   * Indices of the measured rows, ascending; and for each the sum of the differences from the usual height up
   * to and including it.
   */
  #rows: number[] = []
  #excess: number[] = []

  constructor(usual = FIRST_GUESS) {
    this.usual = usual
  }

  /** Takes in the present heights of rows, by index. @returns whether any height has changed */
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

  /** Height of a row. */
  heightOf(row: number): number {
    return this.#measured.get(row) ?? this.usual
  }

  /**
   * Distance from the top of the list to the upper edge of a row. For the number of rows it is the height of
   * the list.
   */
  offsetOf(row: number): number {
    return (
      row * this.usual +
      this.#excessBefore(firstIndex(this.#rows.length, (index) => (this.#rows[index] ?? 0) >= row))
    )
  }

  /** Index of the row at a distance from the top; of a list without an end. */
  rowAt(offset: number): number {
    const after = firstIndex(this.#rows.length, (index) => this.#edgeOf(index) > offset)
    const last = this.#rows[after - 1]
    if (last === undefined) return Math.floor(offset / this.usual)
    const below = offset - this.#edgeOf(after - 1) - this.heightOf(last)
    return below < 0 ? last : last + 1 + Math.floor(below / this.usual)
  }

  /** Upper edge of a measured row. @param index among the measured rows */
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
