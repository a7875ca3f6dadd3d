import { eventTypes } from '../../incidents/vocabulary.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import type { MapArea } from '../../engine/cells/mapArea.ts'
import { imprecisePrecisions, LATTICE } from '../../engine/table/positions.ts'
import type { Connection } from '../connection.ts'
import { joined, sql, type Sql } from '../sql.ts'
import { NOWHERE } from '../tables.ts'
import { estimated, type Scan } from './scan.ts'

/** The rows of a grid bin, summed up. */
export interface GridRow {
  column: number
  line: number
  count: number
  /** In the order of `eventTypes`. */
  byType: readonly number[]
  imprecise: number
  /** Sums of coordinates on the lattice. */
  x: number
  y: number
  west: number
  east: number
  south: number
  north: number
  /** The least and the largest index of a place that its rows name; equal where they name one. Absent in a sample. */
  places?: readonly [number, number] | undefined
  /** Number of one of its rows, with its codes of precision and status. Absent in a sample. */
  row?: readonly [row: number, precision: number, status: number] | undefined
}

/** Column and line of the bin that a row lies in. @param side of a bin, as a part of the world's width */
export function binOfRow(side: number): readonly [column: Sql, line: Sql] {
  // Dividing by 2^28 loses nothing, so both divisions of the engine are one here. A conversion drops the fraction.
  return [sql`toUInt32(x / ${side * LATTICE})`, sql`toUInt32(y / ${side * LATTICE})`]
}

/** Condition that the map draws the row, and in the area: as `areaTest` of the engine, in numbers of the same size. */
export function isInArea({ left, top, bottom, width }: MapArea): Sql {
  const lines = sql`x != ${NOWHERE} AND y >= ${Math.max(0, Math.ceil(top * LATTICE))} AND y <= ${Math.max(0, Math.floor(bottom * LATTICE))}`
  if (width >= 1) return lines
  const fromLeft = sql`(x / ${LATTICE} - (${left}))`
  return sql`${lines} AND ${fromLeft} - floor(${fromLeft}) <= ${width}`
}

/**
 * Sums up the rows that pass, by bins of a grid, in the order of columns and then lines.
 * @param side of a bin, as a part of the world's width
 */
export async function readGridRows(
  connection: Connection,
  scan: Scan,
  area: MapArea,
  side: number,
  options: Abortable,
): Promise<GridRow[]> {
  const [column, line] = binOfRow(side)
  const types = eventTypes.map((_, type) => sql`countIf(type = ${type})`)
  const sums = [
    sql`countIf(geo_precision IN (${imprecisePrecisions}))`,
    sql`sum(x), sum(y), min(lng), max(lng), min(lat), max(lat)`,
    ...(scan.isSample ? [] : [sql`min(place), max(place), any(row), any(geo_precision), any(status)`]),
  ]
  const rows = await connection.rows<number[]>(
    sql`SELECT ${column} AS bin_column, ${line} AS bin_line, ${joined([...types, ...sums], ', ')} FROM ${scan.table} WHERE ${isInArea(area)} AND ${scan.passing()} GROUP BY bin_column, bin_line ORDER BY bin_column, bin_line`,
    options,
  )
  return rows.map((row) => gridRowOf(row, scan))
}

function gridRowOf(values: readonly number[], scan: Scan): GridRow {
  const [column, line] = values
  const read = values.slice(2, 2 + eventTypes.length)
  const byType = read.map((count) => estimated(count, scan))
  const [rows, count] = [sum(read), sum(byType)]
  const [imprecise, x, y, west, east, south, north, ...more] = values.slice(2 + eventTypes.length)
  const [leastPlace, mostPlace, row, precision, status] = more
  return {
    column: given(column),
    line: given(line),
    count,
    byType,
    imprecise: Math.min(count, estimated(given(imprecise), scan)),
    // As many times the mean as the estimate is, so that their quotient is the mean. 1 where nothing is estimated.
    x: given(x) * (count / rows),
    y: given(y) * (count / rows),
    west: Math.fround(given(west)),
    east: Math.fround(given(east)),
    south: Math.fround(given(south)),
    north: Math.fround(given(north)),
    ...(more.length === 0
      ? {}
      : {
          places: [given(leastPlace), given(mostPlace)],
          row: [given(row), given(precision), given(status)],
        }),
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

/** @throws RangeError where the answer has fewer columns than were selected */
function given(value: number | undefined): number {
  if (value === undefined) throw new RangeError('a column of the answer is missing')
  return value
}
