import { bisectRight } from 'd3-array'

/** A stream of pseudo-random numbers; the same seed gives the same stream. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number, uniform from 0 to `end` - 1. */
  below(end: number): number
  /** true with the given probability. @param probability 0 to 1 */
  chance(probability: number): boolean
  /** An item, each with the same probability. @throws RangeError for an empty list */
  pick<T>(of: readonly T[]): T
  /** The sum of three uniform numbers, shifted to mean 0: in (-1.5, 1.5), mostly in (-1, 1). */
  near(): number
}

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, of sufficient quality for invented data. */
export function createRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick(of) {
      const one = of[below(of.length)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
    near: () => next() + next() + next() - 1.5,
  }
}

/**
 * Draws items by the Zipf-Mandelbrot law: item n (from 0) has the weight 1 / (n + shift) ^ power, so the first items are
 * drawn most.
 * @param items what to draw from, at least one
 * @param power 0 draws all items equally often; the larger, the more the first ones
 * @param shift above 0; the larger, the smaller the differences among the first items
 * @returns function that draws one item a call, and takes one number of the stream
 */
export function skewed<T>(random: Random, items: readonly T[], power: number, shift = 1): () => T {
  const sums = new Float64Array(items.length)
  let sum = 0
  for (let index = 0; index < items.length; index += 1) {
    sum += 1 / (index + shift) ** power
    sums[index] = sum
  }
  return () => {
    const at = random.next() * sum
    const item = items[Math.min(bisectRight(sums, at), items.length - 1)]
    if (item === undefined) throw new RangeError('nothing to draw from')
    return item
  }
}

/**
 * An index, with a probability in proportion to its share.
 * @param shares weights of the indices, not all 0
 */
export function drawShare(random: Random, shares: readonly number[]): number {
  let at = random.next() * shares.reduce((a, b) => a + b, 0)
  const index = shares.findIndex((share) => (at -= share) < 0)
  // Rounding can leave a rest of 0 behind the last share.
  return Math.max(0, index)
}
