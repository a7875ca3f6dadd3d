import type { Abortable } from '../../query/incidentSource.ts'
import type { MapArea } from '../../engine/cells/mapArea.ts'
import type { MapFrame } from '../../engine/cells/mapFrame.ts'
import { MOST_GRID_BINS } from '../../engine/costs.ts'
import type { Connection } from '../connection.ts'
import { joined, sql } from '../sql.ts'
import { NOWHERE } from '../tables.ts'
import { binOfRow, isInArea } from './gridRows.ts'
import { estimated, type Scan } from './scan.ts'

/**
 * Side of the grid bins of a map, as a part of the world's width: doubled until no more than MOST_GRID_BINS bins hold any
 * row of the scan, whatever is filtered.
 */
export async function readGridSide(
  connection: Connection,
  { table, all }: Pick<Scan, 'table' | 'all'>,
  { area, side }: MapFrame,
  options: Abortable,
): Promise<number> {
  // How often it must be doubled at most: beyond, the area has not that many bins.
  let doublings = 0
  while (squaresOf(area, side * 2 ** doublings) >= MOST_GRID_BINS) doublings += 1
  if (doublings === 0) return side
  const [column, line] = binOfRow(side)
  const levels = Array.from(
    { length: doublings },
    (_, level) => sql`uniqExact(bitShiftRight(bin_column, ${level}), bitShiftRight(bin_line, ${level}))`,
  )
  const [filled = []] = await connection.rows<number[]>(
    sql`SELECT ${joined(levels, ', ')} FROM (SELECT ${column} AS bin_column, ${line} AS bin_line FROM ${table} WHERE ${isInArea(area)} AND ${all} GROUP BY bin_column, bin_line)`,
    options,
  )
  // The engine counts the rest of the world as one bin more.
  const enough = filled.findIndex((bins) => bins < MOST_GRID_BINS)
  return side * 2 ** (enough < 0 ? doublings : enough)
}

/** Bins that the area has at most. */
function squaresOf({ top, bottom, width }: MapArea, side: number): number {
  const across = (length: number) => Math.ceil(length / side) + 1
  return across(Math.min(1, width)) * across(Math.min(1, bottom) - Math.max(0, top))
}

/** The most rows in any square of a grid over the world, whatever is filtered (`engine/cells/fullestArea.ts`). */
export async function readFullestArea(
  connection: Connection,
  scan: Pick<Scan, 'table' | 'all' | 'share'>,
  { blockSide }: MapFrame,
  options: Abortable,
): Promise<number> {
  const [column, line] = binOfRow(blockSide)
  // One number, as ClickHouse groups by one much faster than by two.
  const square = sql`toUInt64(${column}) * ${2 ** 32} + ${line}`
  const [most] = await connection.rows<[number]>(
    sql`SELECT max(rows) FROM (SELECT count() AS rows FROM ${scan.table} WHERE x != ${NOWHERE} AND ${scan.all} GROUP BY ${square})`,
    options,
  )
  return estimated(most?.[0] ?? 0, scan)
}
