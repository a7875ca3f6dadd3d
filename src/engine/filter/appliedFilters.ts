import { byField, fieldIds, type FieldId } from '../../incidents/fields.ts'
import { isFiltered, noFilters, type Filters } from '../../query/incidentQuery.ts'
import type { Aggregates } from '../aggregate/aggregates.ts'
import { RECOUNT_OVERHEAD, SNAPSHOT_SHARE } from '../costs.ts'
import type { IncidentTable } from '../table/table.ts'
import { DayDeltas } from './dayDelta.ts'
import { bitOf, type FailMask } from './failMask.ts'
import { deltaSize, rowDeltaBetween, type RowDelta } from './rowDelta.ts'
import { everyRow, type Selection } from './selection.ts'

/**
 * How the mask was brought to changed filters, from the least work to the most. Aggregates that nobody wanted before are
 * counted anew when they are wanted, whatever this says.
 * - `none`: no row changed.
 * - `delta`: the bits of only the rows that changed were toggled, and only these rows counted.
 * - `listed`: the bit of every row was set, and the counts taken from a short list of rows, or restored from before the
 *   filter was set.
 * - `recount`: the bit of every row was set, and what passes counted anew.
 *
 * Tests and benchmarks assert it, so that a fast path cannot be lost unnoticed.
 */
export type StepKind = (typeof stepKinds)[number]

const stepKinds = ['none', 'delta', 'listed', 'recount'] as const

/**
 * The filters that the fail mask stands for. `apply` brings the mask and the aggregates from one set of filters to the
 * next, filter by filter, each by the cheapest way.
 */
export class AppliedFilters {
  readonly #mask: FailMask
  readonly #aggregates: Aggregates
  readonly #selectionOf: (filters: Filters, field: FieldId) => Selection
  readonly #dayDeltas: DayDeltas
  /** Work that counting anew takes beside the rows that it visits, in rows. */
  readonly #overhead: number
  /** Length of a selection up to which a snapshot is taken before it is applied, and the step is called `listed`. */
  readonly #short: number
  #filters = noFilters
  /** The selection of each filter but `days`, whose deltas come from the ranges. */
  readonly #selections: Record<FieldId, Selection> = byField(() => everyRow)
  /** Filters to be evaluated again though they have not changed. */
  readonly #outdated = new Set<FieldId>()

  /** @param selectionOf the rows that pass one of the filters */
  constructor(
    table: IncidentTable,
    mask: FailMask,
    aggregates: Aggregates,
    selectionOf: (filters: Filters, field: FieldId) => Selection,
  ) {
    this.#mask = mask
    this.#aggregates = aggregates
    this.#selectionOf = selectionOf
    this.#dayDeltas = new DayDeltas(table.dayOrder, table.columns)
    this.#overhead = Math.floor(table.rows * RECOUNT_OVERHEAD)
    this.#short = Math.floor(table.rows * SNAPSHOT_SHARE)
  }

  /** @returns of the ways in which the changed filters were applied, the one that took the most work */
  apply(filters: Filters): StepKind {
    let most: StepKind = 'none'
    for (const field of fieldIds) {
      if (!this.#outdated.has(field) && isSameFilter(filters[field], this.#filters[field])) continue
      const step = this.#change(filters, field)
      if (stepKinds.indexOf(step) > stepKinds.indexOf(most)) most = step
    }
    this.#outdated.clear()
    this.#filters = filters
    return most
  }

  /** What the filter selects has changed: the next `apply` evaluates it again, though it be the same. */
  outdate(field: FieldId): void {
    this.#outdated.add(field)
  }

  #change(filters: Filters, field: FieldId): StepKind {
    if (field === 'days') {
      // Tried first without listing the rows that pass: the days change at each step of a brush.
      const delta = this.#dayDeltas.between(this.#filters.days, filters.days, this.#overhead)
      return delta
        ? this.#applyDelta(field, delta)
        : this.#applySelection(field, this.#selectionOf(filters, field))
    }
    const before = this.#selections[field]
    const next = this.#selectionOf(filters, field)
    this.#selections[field] = next
    const delta = rowDeltaBetween(before, next, this.#overhead + this.#recounted(next))
    return delta ? this.#applyDelta(field, delta) : this.#applySelection(field, next)
  }

  /** Rows that counting anew visits for a selection: those that pass or, counting down, those that fail. */
  #recounted(selection: Selection): number {
    if (!('rows' in selection)) return 0
    const { length } = selection.rows
    return Math.min(length, this.#mask.rows - length)
  }

  #applyDelta(field: FieldId, delta: RowDelta): StepKind {
    if (deltaSize(delta) === 0) return 'none'
    const bit = bitOf[field]
    this.#mask.toggle(bit, delta.added)
    this.#mask.toggle(bit, delta.removed)
    this.#aggregates.applyDelta(bit, delta)
    return 'delta'
  }

  /** Sets the bit of every row. */
  #applySelection(field: FieldId, next: Selection): StepKind {
    const bit = bitOf[field]
    switch (next.kind) {
      case 'all':
        this.#mask.setAll(bit, false)
        return this.#aggregates.restoreExcept(bit) ? 'listed' : 'recount'
      case 'test':
        this.#mask.setWhere(bit, next.passes)
        this.#aggregates.invalidate(bit)
        return 'recount'
      case 'except':
        this.#mask.setAll(bit, false)
        this.#mask.toggle(bit, next.rows)
        this.#aggregates.invalidate(bit)
        return 'recount'
      case 'only': {
        const isShort = next.rows.length <= this.#short
        // Now, while no row has the bit: the counts are those that hold once the filter is dropped.
        if (isShort && !isFiltered(this.#filters, field)) this.#aggregates.snapshotExcept(bit)
        this.#mask.setAll(bit, true)
        this.#mask.toggle(bit, next.rows)
        this.#aggregates.invalidate(bit, next.rows)
        return isShort ? 'listed' : 'recount'
      }
    }
  }
}

/** Filters are plain data: equal ones have equal JSON. */
function isSameFilter(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
