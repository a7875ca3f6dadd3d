import type { Selection } from './selection.ts'

/** Rows that a change of one dimension lets in, and those that it shuts out; none of them twice. */
export interface Flips {
  entering: Uint32Array
  leaving: Uint32Array
}

const noRows = new Uint32Array(0)

/** What changes from one selection to the next, where both are lists of the same kind; undefined elsewhere, or for more than `most` rows. */
export function flipsBetween(before: Selection, next: Selection, most: number): Flips | undefined {
  const [failedBefore, failedNext] = [failedBy(before), failedBy(next)]
  if (failedBefore && failedNext) {
    const [leaving, entering] = differences(failedNext, failedBefore, most)
    return leaving && entering && { entering, leaving }
  }
  if (before.kind !== 'only' || next.kind !== 'only') return undefined
  const [entering, leaving] = differences(next.rows, before.rows, most)
  return entering && leaving && { entering, leaving }
}

/** The rows that fail, where they are listed. */
function failedBy(selection: Selection): Uint32Array | undefined {
  if (selection.kind === 'all') return noRows
  return selection.kind === 'but' ? selection.rows : undefined
}

/** Of two ascending lists, what only the first has, and what only the second; nothing where that is more than `most`. */
function differences(a: Uint32Array, b: Uint32Array, most: number): [Uint32Array, Uint32Array] | [] {
  if (Math.abs(a.length - b.length) > most) return []
  const onlyA = new Uint32Array(Math.min(a.length, most))
  const onlyB = new Uint32Array(Math.min(b.length, most))
  let [atA, atB, countA, countB] = [0, 0, 0, 0]
  while (atA < a.length || atB < b.length) {
    const [rowA, rowB] = [a[atA] ?? Infinity, b[atB] ?? Infinity]
    if (rowA !== rowB && countA + countB === most) return []
    if (rowA < rowB) onlyA[countA++] = rowA
    if (rowB < rowA) onlyB[countB++] = rowB
    if (rowA <= rowB) atA += 1
    if (rowB <= rowA) atB += 1
  }
  return [onlyA.subarray(0, countA), onlyB.subarray(0, countB)]
}
