import { byDimension, dimensions, noFilters, type Dimension, type Filters } from '../query/incidentQuery.ts'
import type { CountedSets } from './countedSets.ts'
import { rowsBetween } from './dayOrder.ts'
import { bitOf, fillBit, flipBit, testBit, type FailMask } from './failMask.ts'
import { dayFilter } from './filters/dayFilter.ts'
import { everyRow, type Selection } from './filters/selection.ts'
import type { IncidentTable } from './table.ts'

/** A step that turns over more than this part of the rows is counted anew: that is cheaper. */
const MOST_FLIPS = 1 / 8

/** How the last change was carried through; for tests and benchmarks, which want to know that the short way was taken. */
export type StepKind = 'none' | 'delta' | 'listed' | 'recount'

/** Which rows pass the filters, brought from one set of filters to the next with as little work as there is change. */
export interface Passing {
  /** @returns the longest way that any dimension took */
  apply(filters: Filters): StepKind
  /** The dimension is to be asked again, although its filter is the same. */
  forget(dimension: Dimension): void
}

export function createPassing(
  table: IncidentTable,
  mask: FailMask,
  sets: CountedSets,
  selectionOf: (filters: Filters, dimension: Dimension) => Selection,
): Passing {
  let applied = noFilters
  const current: Record<Dimension, Selection> = byDimension(() => everyRow)
  const forgotten = new Set<Dimension>()
  const mostFlips = Math.floor(table.rows * MOST_FLIPS)
  /** Room for the rows that a moved range of days turns over. */
  let flips = new Uint32Array(0)

  const flip = (dimension: Dimension, list: Uint32Array): StepKind => {
    flipBit(mask, bitOf[dimension], list)
    sets.flipped(bitOf[dimension], list)
    return list.length === 0 ? 'none' : 'delta'
  }

  const select = (dimension: Dimension, next: Selection): StepKind => {
    const bit = bitOf[dimension]
    const before = current[dimension]
    current[dimension] = next
    const difference = differenceOf(before, next, mostFlips)
    if (difference) return flip(dimension, difference)
    if (next.kind === 'all') {
      fillBit(mask, bit, false)
      if (sets.restoreWithout(bit)) return 'listed'
      sets.changed(bit)
      return 'recount'
    }
    if (before.kind === 'all' && next.kind === 'only' && next.rows.length <= mostFlips) sets.keepWithout(bit)
    switch (next.kind) {
      case 'test':
        testBit(mask, bit, next.passes)
        sets.changed(bit)
        return 'recount'
      case 'but':
        fillBit(mask, bit, false)
        flipBit(mask, bit, next.rows)
        sets.changed(bit)
        return 'recount'
      case 'only':
        fillBit(mask, bit, true)
        flipBit(mask, bit, next.rows)
        if (next.rows.length > mostFlips) {
          sets.changed(bit)
          return 'recount'
        }
        sets.changed(bit, next.rows)
        return 'listed'
    }
  }

  /** Rows that a moved range of days lets in or out; undefined where they are too many. */
  const daysFlipped = (filters: Filters): Uint32Array | undefined => {
    const { ranges, wide } = rowsBetween(table.dayOrder, table.columns, applied.days, filters.days)
    const sum =
      ranges.reduce((total, [start, end]) => total + end - start, 0) +
      wide.reduce((total, { length }) => total + length, 0)
    if (sum > mostFlips) return undefined
    const passes = dayFilter(table.columns, filters.days)
    if (flips.length < sum) flips = new Uint32Array(2 * sum)
    let count = 0
    const look = (row: number) => {
      const failed = ((mask.of[row] ?? 0) & bitOf.days) !== 0
      if (failed !== passes(row)) return
      flips[count++] = row
      // Turned over at once, so that a row that is met again does not differ any more.
      mask.of[row] = (mask.of[row] ?? 0) ^ bitOf.days
    }
    for (const [start, end] of ranges) for (let row = start; row < end; row += 1) look(row)
    for (const rows of wide) for (const row of rows) look(row)
    const found = flips.subarray(0, count)
    for (const row of found) mask.of[row] = (mask.of[row] ?? 0) ^ bitOf.days
    return found
  }

  return {
    apply(filters) {
      let longest: StepKind = 'none'
      for (const dimension of dimensions) {
        if (!forgotten.has(dimension) && sameFilter(filters[dimension], applied[dimension])) continue
        const next = selectionOf(filters, dimension)
        const moved = dimension === 'days' ? daysFlipped(filters) : undefined
        if (moved) current.days = next
        const way = moved ? flip('days', moved) : select(dimension, next)
        longest = longer(longest, way)
      }
      forgotten.clear()
      applied = filters
      sets.settle()
      return longest
    },
    forget: (dimension) => void forgotten.add(dimension),
  }
}

const ways: readonly StepKind[] = ['none', 'delta', 'listed', 'recount']

function longer(a: StepKind, b: StepKind): StepKind {
  return ways[Math.max(ways.indexOf(a), ways.indexOf(b))] ?? 'recount'
}

function sameFilter(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

const noRows = new Uint32Array(0)

/** Rows in one selection and not in the other, where both are lists of the same kind; undefined elsewhere, or for more than `most`. */
function differenceOf(before: Selection, next: Selection, most: number): Uint32Array | undefined {
  const rows = (selection: Selection, kind: 'only' | 'but') => {
    if (selection.kind === kind) return selection.rows
    return kind === 'but' && selection.kind === 'all' ? noRows : undefined
  }
  for (const kind of ['only', 'but'] as const) {
    const [a, b] = [rows(before, kind), rows(next, kind)]
    if (a && b) return symmetricDifference(a, b, most)
  }
  return undefined
}

/** Of two ascending lists; undefined where it has more than `most`. */
function symmetricDifference(a: Uint32Array, b: Uint32Array, most: number): Uint32Array | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  const found = new Uint32Array(Math.min(a.length + b.length, most))
  let [atA, atB, count] = [0, 0, 0]
  while (atA < a.length || atB < b.length) {
    const [rowA, rowB] = [a[atA] ?? Infinity, b[atB] ?? Infinity]
    if (rowA !== rowB) {
      if (count === most) return undefined
      found[count++] = Math.min(rowA, rowB)
    }
    if (rowA <= rowB) atA += 1
    if (rowB <= rowA) atB += 1
  }
  return found.subarray(0, count)
}
