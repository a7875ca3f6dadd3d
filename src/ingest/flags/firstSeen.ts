/** Which number a text was first seen with. */
export interface FirstSeen {
  /**
   * Notes a text.
   * @param parts of the text
   * @param number from 0 to 2^31 - 1
   * @returns the number that it was first seen with: the given one, where it is new
   */
  note(parts: readonly (string | number | undefined)[], number: number): number
}

/**
 * Remembers texts by a hash of 53 bits, in 12 bytes each: of a million different texts, two are taken for the same with
 * a chance of 1 in 18,000. Good for hints, not for what has to be exact.
 */
export function createFirstSeen(): FirstSeen {
  let keys = new Float64Array(1024)
  let numbers = new Int32Array(1024)
  let used = 0

  /** Where a hash is, or would be: open addressing; 0 stands for an empty slot. */
  function slotOf(table: Float64Array, hash: number): number {
    const mask = table.length - 1
    let slot = hash & mask
    while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  function grow(): void {
    const [oldKeys, oldNumbers] = [keys, numbers]
    keys = new Float64Array(oldKeys.length * 2)
    numbers = new Int32Array(keys.length)
    for (let i = 0; i < oldKeys.length; i += 1) {
      const hash = oldKeys[i] ?? 0
      if (hash === 0) continue
      const slot = slotOf(keys, hash)
      keys[slot] = hash
      numbers[slot] = oldNumbers[i] ?? 0
    }
  }

  return {
    note(parts, number) {
      if (used * 2 >= keys.length) grow()
      const hash = hashOf(parts)
      const slot = slotOf(keys, hash)
      if (keys[slot] === hash) return numbers[slot] ?? number
      keys[slot] = hash
      numbers[slot] = number
      used += 1
      return number
    },
  }
}

/** A number as two whole numbers: its bits. */
const float = new Float64Array(1)
const halves = new Uint32Array(float.buffer)

/** What stands behind each part, so that parts do not run into each other: no character has these codes. */
const END_OF_TEXT = 0x1_0000
const END_OF_NUMBER = 0x1_0001
const NOT_GIVEN = 0x1_0002

/**
 * A whole number from 1 to 2^53: two hashes by multiplication (D. E. Knuth, The Art of Computer Programming, volume 3,
 * section 6.4) of 32 and 21 bits.
 */
function hashOf(parts: readonly (string | number | undefined)[]): number {
  let a = 0x9e3779b1
  let b = 0x85ebca6b
  for (const part of parts) {
    let end = NOT_GIVEN
    if (typeof part === 'string') {
      for (let i = 0; i < part.length; i += 1) {
        const code = part.charCodeAt(i)
        a = Math.imul(a ^ code, 0x01000193)
        b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15)
      }
      end = END_OF_TEXT
    } else if (part !== undefined) {
      // 0 and -0 are one number with different bits.
      float[0] = part + 0
      for (const half of halves) {
        a = Math.imul(a ^ half, 0x01000193)
        b = Math.imul(b ^ half, 0x5bd1e995) ^ (b >>> 15)
      }
      end = END_OF_NUMBER
    }
    a = Math.imul(a ^ end, 0x01000193)
    b = Math.imul(b ^ end, 0x5bd1e995) ^ (b >>> 15)
  }
  return ((b ^ (b >>> 11)) >>> 11) * 2 ** 32 + (a >>> 0) + 1
}
