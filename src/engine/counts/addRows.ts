import { addFour, type CodeCounter } from './codeCounter.ts'
import { addThree, type ListCounter } from './listCounter.ts'
import type { RowCounter } from './rowCounter.ts'

/** Tells all the counters of the same rows: those of a kind together, which is faster than one by one. */
export function addRows(
  counters: readonly RowCounter[],
  rows: Uint32Array,
  length: number,
  sign: 1 | -1,
): void {
  if (length === 0) return
  const [a, b, c, d] = counters.filter(countsCodes)
  const [e, f, g] = counters.filter(countsLists)
  const four = a && b && c && d && ([a, b, c, d] as const)
  const three = e && f && g && ([e, f, g] as const)
  if (four) addFour(four, rows, length, sign)
  if (three) addThree(three, rows, length, sign)
  for (const counter of counters) {
    if (four?.some((told) => told === counter) || three?.some((told) => told === counter)) continue
    counter.add(rows, length, sign)
  }
}

function countsCodes(counter: RowCounter): counter is CodeCounter {
  return 'codes' in counter
}

function countsLists(counter: RowCounter): counter is ListCounter {
  return 'list' in counter
}
