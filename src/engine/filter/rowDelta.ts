import type { Selection } from './selection.ts'

/** Rows by a change of one filter: those that pass it only afterwards, and those that passed it only before. */
export interface RowDelta {
  added: Uint32Array
  removed: Uint32Array
}

const noRows = new Uint32Array(0)

/** How many rows the delta names. */
export function deltaSize({ added, removed }: RowDelta): number {
  return added.length + removed.length
}

/**
 * The delta from one selection to the next, where both list the rows that pass, or both the rows that fail.
 * @param most the size that the delta must not exceed
 * @returns undefined where the selections are of different kinds or the delta is larger than `most`
 */
export function rowDeltaBetween(before: Selection, next: Selection, most: number): RowDelta | undefined {
  const [failedBefore, failedNext] = [failedBy(before), failedBy(next)]
  if (failedBefore && failedNext) {
    // A row that only the list of failing rows before has passes now.
    const found = differences(failedNext, failedBefore, most)
    return found && { added: found.onlyB, removed: found.onlyA }
  }
  if (before.kind !== 'only' || next.kind !== 'only') return undefined
  const found = differences(next.rows, before.rows, most)
  return found && { added: found.onlyA, removed: found.onlyB }
}

/** The rows that fail, where the selection lists them. */
function failedBy(selection: Selection): Uint32Array | undefined {
  if (selection.kind === 'all') return noRows
  return selection.kind === 'except' ? selection.rows : undefined
}

/**
 * What only the first of two ascending lists has, and what only the second has.
 * @returns undefined where that is more than `most` together
 */
function differences(
  a: Uint32Array,
  b: Uint32Array,
  most: number,
): { onlyA: Uint32Array; onlyB: Uint32Array } | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  const onlyA = new Uint32Array(Math.min(a.length, most))
  const onlyB = new Uint32Array(Math.min(b.length, most))
  let [atA, atB, countA, countB] = [0, 0, 0, 0]
  while (atA < a.length || atB < b.length) {
    // A list that has ended is behind no other.
    const rowA = a[atA] ?? Infinity
    const rowB = b[atB] ?? Infinity
    if (rowA !== rowB && countA + countB === most) return undefined
    if (rowA < rowB) onlyA[countA++] = rowA
    if (rowB < rowA) onlyB[countB++] = rowB
    if (rowA <= rowB) atA += 1
    if (rowB <= rowA) atB += 1
  }
  return { onlyA: onlyA.subarray(0, countA), onlyB: onlyB.subarray(0, countB) }
}
