/** A set of row numbers, in one bit each of all numbers up to the highest: a `Set` holds 2^24 items at most. */
export class RowSet {
  private words = new Uint32Array(1_024)
  /** How many rows are in it. */
  size = 0

  has(row: number): boolean {
    return ((this.words[Math.floor(row / 32)] ?? 0) & (1 << (row % 32))) !== 0
  }

  add(row: number): void {
    if (this.has(row)) return
    const at = Math.floor(row / 32)
    if (at >= this.words.length) {
      const larger = new Uint32Array(Math.max(2 * this.words.length, at + 1))
      larger.set(this.words)
      this.words = larger
    }
    this.words[at] = (this.words[at] ?? 0) | (1 << (row % 32))
    this.size += 1
  }

  /** The rows in rising order. */
  *[Symbol.iterator](): Generator<number, void, void> {
    for (const [at, word] of this.words.entries())
      for (let bit = 0; word >>> bit !== 0 && bit < 32; bit += 1) if (word & (1 << bit)) yield 32 * at + bit
  }
}
