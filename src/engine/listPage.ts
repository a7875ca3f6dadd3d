import { boundsContain, type Bounds } from '../incidents/place.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import { BLOCK, type BlockCounter } from './aggregate/blockCounter.ts'
import { countPassing, type FailMask } from './filter/failMask.ts'
import { rowsOf } from './table/postings.ts'
import { isDrawn } from './table/positions.ts'
import type { IncidentTable } from './table/table.ts'

/** Below this part of the rows, those that pass are sorted; above, the sorted rows are walked. */
const SPARSE = 1 / 32

/** The rows of one page in the asked order, and how many the whole list has. */
export interface ListPages {
  page(list: IncidentQuery['list']): { total: number; rows: number[] }
  /** The nearest row before (-1) or after (1) `row` that passes; undefined where none does. */
  next(row: number, step: 1 | -1): number | undefined
}

export function createListPages(table: IncidentTable, mask: FailMask, blocks: BlockCounter): ListPages {
  const { columns, rows } = table
  let byDeaths: Uint32Array | undefined

  // What was not reported comes last, after what was reported as none; equals by the newer day.
  const deaths = (row: number) => Math.max(columns.fatalitiesMin[row] ?? -1, columns.fatalitiesMax[row] ?? -1)
  const deadliestFirst = (a: number, b: number) => deaths(b) - deaths(a) || b - a

  /** Passing rows in time order, from the `offset`-th on, counted from either end; whole blocks are skipped. */
  const inTime = (offset: number, limit: number, step: 1 | -1): number[] => {
    const found: number[] = []
    let skip = offset
    const last = blocks.counts.length - 1
    for (
      let block = step > 0 ? 0 : last;
      block >= 0 && block <= last && found.length < limit;
      block += step
    ) {
      const count = blocks.counts[block] ?? 0
      if (count <= skip) {
        skip -= count
        continue
      }
      const [start, end] = [block * BLOCK, Math.min(rows, (block + 1) * BLOCK)]
      for (let row = step > 0 ? start : end - 1; row >= start && row < end; row += step) {
        if (mask.of[row] !== 0) continue
        if (skip > 0) skip -= 1
        else if (found.length < limit) found.push(row)
        else break
      }
    }
    return found
  }

  const deadliest = (total: number, offset: number, limit: number): number[] => {
    if (total < rows * SPARSE)
      return inTime(0, total, 1)
        .toSorted(deadliestFirst)
        .slice(offset, offset + limit)
    byDeaths ??= Uint32Array.from({ length: rows }, (_, row) => row).toSorted(deadliestFirst)
    const found: number[] = []
    let skip = offset
    for (const row of byDeaths) {
      if (found.length === limit) break
      if (mask.of[row] !== 0) continue
      if (skip > 0) skip -= 1
      else found.push(row)
    }
    return found
  }

  /** Passing rows of the spots within the bounds, in time order. */
  const within = (bounds: Bounds): number[] => {
    const { spots } = table
    const found: number[] = []
    for (let spot = 0; spot < spots.count; spot += 1) {
      if (!isDrawn(spots, spot) || !boundsContain(bounds, spots.lng[spot] ?? NaN, spots.lat[spot] ?? NaN))
        continue
      for (const row of rowsOf(spots.rows, spot)) if (mask.of[row] === 0) found.push(row)
    }
    return [...Uint32Array.from(found).toSorted()]
  }

  return {
    page(list) {
      const [offset, limit] = [Math.max(0, list.offset), Math.max(0, list.limit)]
      if (list.within) {
        const found = within(list.within)
        if (list.order === 'newest') found.reverse()
        if (list.order === 'deadliest') found.sort(deadliestFirst)
        return { total: found.length, rows: found.slice(offset, offset + limit) }
      }
      const total = countPassing(mask, 0)
      if (offset >= total || limit === 0) return { total, rows: [] }
      switch (list.order) {
        case 'oldest':
          return { total, rows: inTime(offset, limit, 1) }
        case 'newest':
          return { total, rows: inTime(offset, limit, -1) }
        case 'deadliest':
          return { total, rows: deadliest(total, offset, limit) }
      }
    },
    next(row, step) {
      let at = row + step
      while (at >= 0 && at < rows && mask.of[at] !== 0) {
        const block = Math.floor(at / BLOCK)
        // An empty block is left by its far end.
        if (blocks.counts[block] === 0) at = step > 0 ? (block + 1) * BLOCK : block * BLOCK - 1
        else at += step
      }
      return at >= 0 && at < rows ? at : undefined
    },
  }
}
