import { byField, fieldIds, type FieldId } from '../../incidents/fields.ts'
import { isFiltered, noFilters, type Filters } from '../../query/incidentQuery.ts'
import type { CountedSets } from '../aggregate/aggregates.ts'
import { createDayFlips } from '../table/dayOrder.ts'
import { bitOf, fillBit, flipBit, testBit, type FailMask } from './failMask.ts'
import { everyRow, type Selection } from './selection.ts'
import { flipsBetween, type Flips } from './rowDelta.ts'
import type { IncidentTable } from '../table/table.ts'

/** To set the bit of every row, and to begin counting, takes as long as to turn over this part of the rows. */
const START = 1 / 64

/** What is counted now is remembered when no more than this part of the rows is to be left. */
const FEW = 1 / 8

/** How the last change was carried through; for tests and benchmarks, which want to know that the short way was taken. */
export type StepKind = 'none' | 'delta' | 'listed' | 'recount'

/** Which rows pass the filters, brought from one set of filters to the next with as little work as there is change. */
export interface Passing {
  /** @returns the longest way that any dimension took */
  apply(filters: Filters): StepKind
  /** The dimension is to be asked again, although its filter is the same. */
  forget(dimension: FieldId): void
}

export function createPassing(
  table: IncidentTable,
  mask: FailMask,
  sets: CountedSets,
  selectionOf: (filters: Filters, dimension: FieldId) => Selection,
): Passing {
  let applied = noFilters
  /** Of every dimension but the days. */
  const current: Record<FieldId, Selection> = byField(() => everyRow)
  const forgotten = new Set<FieldId>()
  const [start, few] = [Math.floor(table.rows * START), Math.floor(table.rows * FEW)]
  const flipsOfDays = createDayFlips(table.dayOrder, table.columns)

  const flip = (dimension: FieldId, flips: Flips): StepKind => {
    const bit = bitOf[dimension]
    flipBit(mask, bit, flips.entering)
    flipBit(mask, bit, flips.leaving)
    sets.flipped(bit, flips)
    return flips.entering.length + flips.leaving.length === 0 ? 'none' : 'delta'
  }

  /** Sets the bit of every row anew. */
  const select = (dimension: FieldId, next: Selection): StepKind => {
    const bit = bitOf[dimension]
    if (next.kind === 'all') {
      fillBit(mask, bit, false)
      if (sets.restoreWithout(bit)) return 'listed'
      sets.changed(bit)
      return 'recount'
    }
    if (!isFiltered(applied, dimension) && next.kind === 'only' && next.rows.length <= few)
      sets.keepWithout(bit)
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
        sets.changed(bit, next.rows)
        return next.rows.length > few ? 'recount' : 'listed'
    }
  }

  const change = (filters: Filters, dimension: FieldId): StepKind => {
    // The days move at each step of a brush: the rows that pass are not listed for it.
    const moved = dimension === 'days' ? flipsOfDays(applied.days, filters.days, start) : undefined
    if (moved) return flip(dimension, moved)
    const next = selectionOf(filters, dimension)
    if (dimension === 'days') return select(dimension, next)
    const before = current[dimension]
    current[dimension] = next
    // Counting anew looks at what passes or fails then.
    const flips = flipsBetween(before, next, start + ('rows' in next ? next.rows.length : 0))
    return flips ? flip(dimension, flips) : select(dimension, next)
  }

  return {
    apply(filters) {
      let longest: StepKind = 'none'
      for (const dimension of fieldIds) {
        if (!forgotten.has(dimension) && sameFilter(filters[dimension], applied[dimension])) continue
        longest = longer(longest, change(filters, dimension))
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
  return ways.indexOf(a) < ways.indexOf(b) ? b : a
}

function sameFilter(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
