import { arrayCounter, type RowCounter } from './rowCounter.ts'

export interface ValueCounter extends RowCounter {
  /** Rows in that have the value, in the order of the vocabulary or dictionary. */
  counts(): Uint32Array
}

/** Counts of a code are spread over so many: the next row of the same code need not wait until the last is written. */
const LANES = 2

/** Counts codes of a column: rows of each code, in lanes. */
export interface CodeCounter extends ValueCounter {
  codes: Uint8Array
  lanes: Uint32Array
}

/** For a column of one code a row. @param types event type of each row */
export function codeCounter(codes: Uint8Array, size: number, types: Uint8Array): CodeCounter {
  const lanes = new Uint32Array(LANES * size)
  const counter = arrayCounter(lanes, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const code = LANES * (codes[rows[at] ?? 0] ?? 0) + (at % LANES)
      lanes[code] = (lanes[code] ?? 0) + sign
    }
  })
  return {
    ...counter,
    codes,
    lanes,
    counts() {
      const counts = new Uint32Array(size)
      for (let at = 0; at < lanes.length; at += 1) {
        const code = Math.floor(at / LANES)
        counts[code] = (counts[code] ?? 0) + (lanes[at] ?? 0)
      }
      return counts
    },
  }
}

/** `add` of four counters at once: they wait for their rows together, and not for each other. */
export function addFour(
  [a, b, c, d]: readonly [CodeCounter, CodeCounter, CodeCounter, CodeCounter],
  rows: Uint32Array,
  length: number,
  sign: 1 | -1,
): void {
  const [codesA, codesB, codesC, codesD] = [a.codes, b.codes, c.codes, d.codes]
  const [lanesA, lanesB, lanesC, lanesD] = [a.lanes, b.lanes, c.lanes, d.lanes]
  for (let at = 0; at < length; at += 1) {
    const row = rows[at] ?? 0
    const lane = at % LANES
    const codeA = LANES * (codesA[row] ?? 0) + lane
    const codeB = LANES * (codesB[row] ?? 0) + lane
    const codeC = LANES * (codesC[row] ?? 0) + lane
    const codeD = LANES * (codesD[row] ?? 0) + lane
    lanesA[codeA] = (lanesA[codeA] ?? 0) + sign
    lanesB[codeB] = (lanesB[codeB] ?? 0) + sign
    lanesC[codeC] = (lanesC[codeC] ?? 0) + sign
    lanesD[codeD] = (lanesD[codeD] ?? 0) + sign
  }
}
