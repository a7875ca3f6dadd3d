import { boundsContain, type Bounds } from '../incidents/place.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import { BLOCK_ROWS, type RowBlockCounter } from './aggregate/rowBlockCounter.ts'
import { SPARSE_SHARE } from './costs.ts'
import type { FailMask } from './filter/failMask.ts'
import { rowsOf } from './table/postings.ts'
import { isDrawn } from './table/positions.ts'
import type { IncidentTable } from './table/table.ts'

/** Towards later rows, or towards earlier ones. */
type Direction = 1 | -1

/** The rows of one page in the order asked for, and the length of the whole list. */
export interface ListPage {
  total: number
  rows: number[]
}

/** Finds pages of the list of the rows that pass every filter, and the neighbours of one row in it. */
export class ListPages {
  readonly #table: IncidentTable
  readonly #mask: FailMask
  readonly #blocks: RowBlockCounter
  /** All rows, deadliest first; sorted when first needed. */
  #byDeaths: Uint32Array | undefined

  /** @param blocks counts the rows that pass every filter, and is fresh whenever a page is asked for */
  constructor(table: IncidentTable, mask: FailMask, blocks: RowBlockCounter) {
    this.#table = table
    this.#mask = mask
    this.#blocks = blocks
  }

  page(list: IncidentQuery['list']): ListPage {
    const [offset, limit] = [Math.max(0, list.offset), Math.max(0, list.limit)]
    if (list.within) {
      const rows = this.#sorted(this.#within(list.within), list.order)
      return { total: rows.length, rows: [...rows.subarray(offset, offset + limit)] }
    }
    const total = this.#mask.countIgnoring(0)
    if (offset >= total || limit === 0) return { total, rows: [] }
    switch (list.order) {
      case 'oldest':
        return { total, rows: this.#byDay(offset, limit, 1) }
      case 'newest':
        return { total, rows: this.#byDay(offset, limit, -1) }
      case 'deadliest':
        return { total, rows: this.#deadliest(total, offset, limit) }
    }
  }

  /** The nearest row on one side of a row that passes every filter; undefined where none does. */
  next(row: number, direction: Direction): number | undefined {
    const { rows } = this.#table
    let at = row + direction
    while (at >= 0 && at < rows && this.#mask.ofRow[at] !== 0) {
      const block = Math.floor(at / BLOCK_ROWS)
      // From an empty block on to the nearest row of the next one.
      if (this.#blocks.counts[block] === 0)
        at = direction > 0 ? (block + 1) * BLOCK_ROWS : block * BLOCK_ROWS - 1
      else at += direction
    }
    return at >= 0 && at < rows ? at : undefined
  }

  /** Passing rows from the `offset`-th on, counted from the first row or from the last. Whole blocks are skipped. */
  #byDay(offset: number, limit: number, direction: Direction): number[] {
    const { counts } = this.#blocks
    const found: number[] = []
    let skip = offset
    for (
      let block = direction > 0 ? 0 : counts.length - 1;
      block >= 0 && block < counts.length && found.length < limit;
      block += direction
    ) {
      const count = counts[block]!
      if (count > skip) this.#takeFromBlock(found, block, skip, limit, direction)
      skip = Math.max(0, skip - count)
    }
    return found
  }

  /** Adds the passing rows of a block but the first `skip` ones, until `limit` are found. */
  #takeFromBlock(found: number[], block: number, skip: number, limit: number, direction: Direction): void {
    const { ofRow } = this.#mask
    const start = block * BLOCK_ROWS
    const end = Math.min(this.#table.rows, start + BLOCK_ROWS)
    let left = skip
    for (let row = direction > 0 ? start : end - 1; row >= start && row < end; row += direction) {
      if (ofRow[row] !== 0) continue
      if (left > 0) left -= 1
      else if (found.length < limit) found.push(row)
      else return
    }
  }

  /** @param total rows that pass every filter */
  #deadliest(total: number, offset: number, limit: number): number[] {
    const { rows } = this.#table
    if (total < rows * SPARSE_SHARE) {
      const passing = Uint32Array.from(this.#byDay(0, total, 1))
      return [...this.#sorted(passing, 'deadliest').subarray(offset, offset + limit)]
    }
    this.#byDeaths ??= this.#sorted(
      Uint32Array.from({ length: rows }, (_, row) => row),
      'deadliest',
    )
    const { ofRow } = this.#mask
    const found: number[] = []
    let skip = offset
    for (const row of this.#byDeaths) {
      if (found.length === limit) break
      if (ofRow[row] !== 0) continue
      if (skip > 0) skip -= 1
      else found.push(row)
    }
    return found
  }

  /** Passing rows whose position is drawn within the bounds, ascending. */
  #within(bounds: Bounds): Uint32Array {
    const { positions } = this.#table
    const { ofRow } = this.#mask
    const found: number[] = []
    for (let position = 0; position < positions.count; position += 1) {
      if (!isDrawn(positions, position)) continue
      if (!boundsContain(bounds, positions.lng[position]!, positions.lat[position]!)) continue
      for (const row of rowsOf(positions.rows, position)) if (ofRow[row] === 0) found.push(row)
    }
    return Uint32Array.from(found).toSorted()
  }

  /** @param rows ascending */
  #sorted(rows: Uint32Array, order: IncidentQuery['list']['order']): Uint32Array {
    switch (order) {
      case 'oldest':
        return rows
      case 'newest':
        return rows.toReversed()
      case 'deadliest': {
        const { fatalitiesMin, fatalitiesMax } = this.#table.columns
        // -1 where no one gives a number: after what was reported as none. Equal ones by the later day.
        const deaths = (row: number) => Math.max(fatalitiesMin[row]!, fatalitiesMax[row]!)
        return rows.toSorted((a, b) => deaths(b) - deaths(a) || b - a)
      }
    }
  }
}
