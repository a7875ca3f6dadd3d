import { addFour, type CodeCounter } from './codeCounter.ts'
import { addLists, type ListCounter } from './listCounter.ts'
import type { RowCounter } from './rowCounter.ts'

/** Tells all the counters of the same rows: those of a kind together, which is faster than one by one. */
export function addRows(
  counters: readonly RowCounter[],
  rows: Uint32Array,
  length: number,
  sign: 1 | -1,
): void {
  if (length === 0) return
  const codes = counters.filter(countsCodes)
  const lists = counters.filter(countsLists)
  const [a, b, c, d, ...more] = codes
  const four = a && b && c && d && more.length === 0 ? ([a, b, c, d] as const) : undefined
  if (four) addFour(four, rows, length, sign)
  addLists(lists, rows, length, sign)
  for (const counter of counters) {
    if (countsLists(counter) || (four && countsCodes(counter))) continue
    counter.add(rows, length, sign)
  }
}

function countsCodes(counter: RowCounter): counter is CodeCounter {
  return 'codes' in counter
}

function countsLists(counter: RowCounter): counter is ListCounter {
  return 'list' in counter
}
