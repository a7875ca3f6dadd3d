import { LARGEST_RADIUS, type CellSizes } from '../../query/cellSize.ts'

/** Pixels that stay free between two discs. */
const GAP = 2

/** Side in pixels of the squares that discs are hashed by: discs that overlap lie in the same or in adjoining ones. */
const HASH_SQUARE = 2 * LARGEST_RADIUS + GAP

const NONE = -1

/** Cells before they are merged, in an order that depends on the data alone. */
export interface Discs {
  /** Rows of each. */
  count: Uint32Array
  /** Centres, in pixels. */
  x: Float64Array
  y: Float64Array
}

/**
 * Merges discs until no two overlap. Discs are taken from the largest down; each takes in the nearest that overlaps it,
 * moves to the centre of both, and is looked at again until it overlaps none. A disc that overlaps none can be reached
 * only by a later merge, which looks for it then: so in the end none overlaps another.
 * @param radiusOf radius of a disc in pixels, by its rows
 * @returns for each disc the one that it is merged into: itself where it stays
 */
export function separateCells(given: Discs, radiusOf: CellSizes): Uint32Array {
  const mergedInto = Uint32Array.from(given.count.keys())
  const discs = new DiscHash(given, radiusOf)
  for (const disc of largestFirst(given.count)) {
    if (mergedInto[disc] !== disc) continue
    for (let other = discs.overlapping(disc); other !== NONE; other = discs.overlapping(disc)) {
      discs.merge(disc, other)
      mergedInto[other] = disc
    }
  }
  // Follows chains of merges to their end.
  for (let disc = 0; disc < mergedInto.length; disc += 1) {
    let home = mergedInto[disc]!
    while (mergedInto[home] !== home) home = mergedInto[home]!
    mergedInto[disc] = home
  }
  return mergedInto
}

/** The discs by descending count; equal ones in the order given. */
function largestFirst(count: Uint32Array): Uint32Array {
  const size = count.length
  // Count and index in one number, so that sorting calls no comparison function: exact below 2^53.
  const keys = new Float64Array(size)
  for (let at = 0; at < size; at += 1) keys[at] = at - count[at]! * size
  keys.sort()
  const order = new Uint32Array(size)
  for (let at = 0; at < size; at += 1) order[at] = ((keys[at]! % size) + size) % size
  return order
}

/** A whole number of 32 bits: keeps the hot loop free of boxed numbers. */
function hashSquareOf(pixels: number): number {
  return Math.floor(pixels / HASH_SQUARE) | 0
}

/** Discs hashed by the square that their centres lie in, so that overlaps are looked for among few. */
class DiscHash {
  readonly #count: Uint32Array
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #radius: Float64Array
  readonly #radiusOf: CellSizes
  /** First disc of each slot, and the next one of the same slot after each disc; NONE at the end. */
  readonly #heads: Int32Array
  readonly #next: Int32Array

  constructor({ count, x, y }: Discs, radiusOf: CellSizes) {
    this.#count = count.slice()
    this.#x = x.slice()
    this.#y = y.slice()
    this.#radius = new Float64Array(count.length)
    this.#radiusOf = radiusOf
    // A power of two, at most half full.
    this.#heads = new Int32Array(1 << Math.ceil(Math.log2(2 * count.length + 2))).fill(NONE)
    this.#next = new Int32Array(count.length).fill(NONE)
    for (let disc = 0; disc < count.length; disc += 1) this.#put(disc)
  }

  /** Puts a second disc into the first, at the centre of both. */
  merge(disc: number, other: number): void {
    this.#remove(other)
    this.#remove(disc)
    const [own, more] = [this.#count[disc]!, this.#count[other]!]
    this.#x[disc] = (this.#x[disc]! * own + this.#x[other]! * more) / (own + more)
    this.#y[disc] = (this.#y[disc]! * own + this.#y[other]! * more) / (own + more)
    this.#count[disc] = own + more
    this.#put(disc)
  }

  /** The nearest disc that overlaps, of several as near the largest, then the first; NONE where none does. */
  overlapping(disc: number): number {
    const x = this.#x
    const y = this.#y
    const radius = this.#radius
    const next = this.#next
    const ownX = x[disc]!
    const ownY = y[disc]!
    const reach = radius[disc]! + GAP
    const column = hashSquareOf(ownX)
    const line = hashSquareOf(ownY)
    let nearest = NONE
    let least = Infinity
    for (let atLine = line - 1; atLine <= line + 1; atLine += 1) {
      for (let atColumn = column - 1; atColumn <= column + 1; atColumn += 1) {
        for (let other = this.#heads[this.#slotOf(atColumn, atLine)]!; other >= 0; other = next[other]!) {
          if (other === disc) continue
          const dx = x[other]! - ownX
          const dy = y[other]! - ownY
          const limit = reach + radius[other]!
          if (Math.abs(dx) >= limit || Math.abs(dy) >= limit) continue
          const distance = Math.sqrt(dx * dx + dy * dy)
          if (distance >= limit || distance > least) continue
          if (distance < least || this.#comesFirst(other, nearest)) {
            nearest = other
            least = distance
          }
        }
      }
    }
    return nearest
  }

  /** Whether a disc is the larger of two, or the first of two as large. */
  #comesFirst(disc: number, other: number): boolean {
    const more = this.#count[disc]! - this.#count[other]!
    return more > 0 || (more === 0 && disc < other)
  }

  #put(disc: number): void {
    this.#radius[disc] = this.#radiusOf(this.#count[disc]!)
    const slot = this.#slotOfDisc(disc)
    this.#next[disc] = this.#heads[slot]!
    this.#heads[slot] = disc
  }

  /** @param disc is in the list of its slot */
  #remove(disc: number): void {
    const slot = this.#slotOfDisc(disc)
    if (this.#heads[slot] === disc) {
      this.#heads[slot] = this.#next[disc]!
      return
    }
    let before = this.#heads[slot]!
    while (this.#next[before] !== disc) before = this.#next[before]!
    this.#next[before] = this.#next[disc]!
  }

  #slotOfDisc(disc: number): number {
    return this.#slotOf(hashSquareOf(this.#x[disc]!), hashSquareOf(this.#y[disc]!))
  }

  #slotOf(column: number, line: number): number {
    return (Math.imul(column, 0x9e37_79b1) ^ Math.imul(line, 0x85eb_ca6b)) & (this.#heads.length - 1)
  }
}
