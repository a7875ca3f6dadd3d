import type { IncidentColumns } from '../../incidents/columns.ts'

interface DistinctPositions {
  /**
   * One row of each position. Positions are numbered by longitude, then by first appearance; those that are not given
   * come last.
   */
  firstRows: Uint32Array
  /** Position of each row. */
  ofRow: Uint32Array
}

/**
 * Numbers the distinct combinations of longitude, latitude, place and class of precision. Rows without a position share
 * one where they share the others.
 * @param precisionClass of each row, 0 to 7
 */
export function distinctPositions(columns: IncidentColumns, precisionClass: Uint8Array): DistinctPositions {
  const { rows, lng } = columns
  const table = new PositionTable(columns, precisionClass)
  const ofRow = new Uint32Array(rows)
  for (let row = 0; row < rows; row += 1) ofRow[row] = table.numberOf(row)

  const first = Uint32Array.from(table.firstRows)
  const lngs = Float32Array.from(first, (row) => (Number.isNaN(lng[row]) ? Infinity : lng[row]!))
  // The difference of two that are not given is NaN, as falsy as 0.
  const order = Uint32Array.from(first.keys()).toSorted((a, b) => lngs[a]! - lngs[b]! || a - b)
  const rank = new Uint32Array(first.length)
  for (const [position, number] of order.entries()) rank[number] = position
  for (let row = 0; row < rows; row += 1) ofRow[row] = rank[ofRow[row]!]!
  return { firstRows: order.map((number) => first[number]!), ofRow }
}

const EMPTY = -1

/** A hash table by open addressing (linear probing), which numbers positions in the order of their first rows. */
class PositionTable {
  /** First row of each number. */
  readonly firstRows: number[] = []
  readonly #columns: IncidentColumns
  readonly #precisionClass: Uint8Array
  /** Number of the position in each slot; a power of two, at most half full. */
  #slots = new Int32Array(1 << 10).fill(EMPTY)

  constructor(columns: IncidentColumns, precisionClass: Uint8Array) {
    this.#columns = columns
    this.#precisionClass = precisionClass
  }

  /** Number of the row's position, which is added where it is new. */
  numberOf(row: number): number {
    const slot = this.#slotOf(row)
    const known = this.#slots[slot]!
    if (known !== EMPTY) return known
    const added = this.firstRows.length
    this.firstRows.push(row)
    if (2 * this.firstRows.length > this.#slots.length) this.#grow()
    else this.#slots[slot] = added
    return added
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(EMPTY)
    for (const [number, row] of this.firstRows.entries()) this.#slots[this.#slotOf(row)] = number
  }

  /** The slot of the row's position, or the empty one that it would take. */
  #slotOf(row: number): number {
    const slots = this.#slots
    const hash = this.#hash(row)
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
    for (let number = slots[slot]!; number !== EMPTY; number = slots[slot]!) {
      if (this.#isSame(this.firstRows[number]!, row)) break
      slot = (slot + 1) & (slots.length - 1)
    }
    return slot
  }

  #isSame(a: number, b: number): boolean {
    const { lng, lat, place } = this.#columns
    return (
      // By Object.is: NaN, no position, is the same as NaN.
      Object.is(lng[a], lng[b]) &&
      Object.is(lat[a], lat[b]) &&
      place[a] === place[b] &&
      this.#precisionClass[a] === this.#precisionClass[b]
    )
  }

  #hash(row: number): number {
    const { lng, lat, place } = this.#columns
    return (
      Math.imul(lng[row]! * 1e6, 0x9e37_79b1) ^
      Math.imul(lat[row]! * 1e6, 0x85eb_ca6b) ^
      Math.imul(place[row]! * 3 + this.#precisionClass[row]!, 0xc2b2_ae35)
    )
  }
}
