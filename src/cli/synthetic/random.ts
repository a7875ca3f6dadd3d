/** A reproducible stream of random numbers. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** true with this probability. */
  chance(part: number): boolean
  pick<T>(of: readonly T[]): T
  /** From -1.5 to 1.5, bell-shaped around 0. */
  near(): number
}

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, uniform enough for invented data. */
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
    chance: (part) => next() < part,
    pick(of) {
      const one = of[below(of.length)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
    near: () => next() + next() + next() - 1.5,
  }
}

/**
 * Draws indices below `size` by the Zipf–Mandelbrot law: index n has the weight 1 / (n + shift) ^ power, so that the
 * first is the most frequent.
 */
export function skewed(random: Random, size: number, power: number, shift = 1): () => number {
  const sums = new Float64Array(size)
  let sum = 0
  for (let index = 0; index < size; index += 1) {
    sum += 1 / (index + shift) ** power
    sums[index] = sum
  }
  return () => {
    const at = random.next() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
