import { eventTypes, geoPrecisions } from '../../incidents/vocabulary.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import type { GridBin } from '../../engine/cells/binGrid.ts'
import type { MapArea } from '../../engine/cells/mapArea.ts'
import { isWiderThanTown, LATTICE } from '../../engine/table/positions.ts'
import type { Connection } from '../connection.ts'
import { joined, sql, type Sql } from '../sql.ts'
import { NOWHERE } from '../tables.ts'
import { combinedKey } from './combinedKey.ts'
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

/** The first and the last line of the lattice that the area has. */
function linesOf({ top, bottom }: Pick<MapArea, 'top' | 'bottom'>): [first: number, last: number] {
  const first = Math.max(0, Math.ceil(top * LATTICE))
  return [first, Math.max(0, Math.min(LATTICE, Math.floor(bottom * LATTICE)))]
}

/** Condition that the map draws the row, and in the area: as `areaTest` of the engine, in numbers of the same size. */
export function isInArea({ left, top, bottom, width }: MapArea): Sql {
  const [first, last] = linesOf({ top, bottom })
  const lines = sql`x != ${NOWHERE} AND y >= ${first} AND y <= ${last}`
  if (width >= 1) return lines
  const fromLeft = sql`(x / ${LATTICE} - (${left}))`
  return sql`${lines} AND ${fromLeft} - floor(${fromLeft}) <= ${width}`
}

/** Counts of two conditions in one sum are each below this. */
const HALF = 2 ** 32

/** Number, precision and status of a row in one. Numbers of rows are below 2^47, as the key is below 2^53. */
const rowKey = combinedKey([
  [sql`status`, 8],
  [sql`geo_precision`, 8],
  [sql`row`, 2 ** 47],
])

/** More columns than a grid has at any zoom of a map. */
const MOST_COLUMNS = 2 ** 33

/** The columns of an answer that are counts: of each event type, then of rows at an imprecise position. */
const counted: readonly Sql[] = [
  ...eventTypes.map((_, type) => sql`type = ${type}`),
  sql`geo_precision IN (${[...geoPrecisions.keys()].filter(isWiderThanTown)})`,
]

/**
 * How often each condition holds. Two are counted in one sum, as what ClickHouse does for each row and sum takes longest;
 * numbers above 2^53 are no good in JSON, so the sums are taken apart before.
 */
function countsOf(conditions: readonly Sql[]): Sql {
  const pairs = conditions.flatMap((condition, at) => {
    const next = conditions[at + 1]
    if (at % 2 === 1) return []
    if (next === undefined) return [sql`countIf(${condition})`]
    const both = sql`sum((${condition}) + (${next}) * ${HALF})`
    return [sql`bitAnd(${both}, ${HALF - 1}), bitShiftRight(${both}, 32)`]
  })
  return joined(pairs, ', ')
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
  const bin = binKey(area, side)
  const ofOneRow = scan.isSample ? [] : [sql`min(place), max(place), any(${rowKey.key})`]
  const sums = joined([sql`sum(x), sum(y), min(lng), max(lng), min(lat), max(lat)`, ...ofOneRow], ', ')
  const rows = await connection.rows<number[]>(
    sql`SELECT ${bin.key} AS bin, ${countsOf(counted)}, ${sums} FROM ${scan.table} WHERE ${isInArea(area)} AND ${scan.passing()} GROUP BY bin ORDER BY bin`,
    options,
  )
  return rows.map(([key, ...values]) => ({ ...bin.binAt(given(key)), ...sumsOf(values, scan) }))
}

/** Column and line in one key, in the order of columns and then lines; its lines begin with the first of the area. */
function binKey(area: MapArea, side: number): { key: Sql; binAt(key: number): GridBin } {
  const [ofRow, lineOfRow] = binOfRow(side)
  const [first, last] = linesOf(area).map((y) => Math.floor(y / (side * LATTICE)))
  const firstLine = given(first)
  const { key, split } = combinedKey([
    [sql`${lineOfRow} - ${firstLine}`, Math.max(1, given(last) - firstLine + 1)],
    [ofRow, MOST_COLUMNS],
  ])
  return {
    key,
    binAt(each) {
      const [line = 0, column = 0] = split(each)
      return { column, line: firstLine + line }
    },
  }
}

function sumsOf(values: readonly number[], scan: Scan): Omit<GridRow, 'column' | 'line'> {
  const read = values.slice(0, eventTypes.length)
  const byType = read.map((count) => estimated(count, scan))
  const [rows, count] = [sum(read), sum(byType)]
  const [imprecise, x, y, west, east, south, north, ...more] = values.slice(eventTypes.length)
  const [leastPlace, mostPlace, ofRow] = more
  return {
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
    ...(more.length > 0 && { places: [given(leastPlace), given(mostPlace)], row: rowOf(given(ofRow)) }),
  }
}

function rowOf(key: number): GridRow['row'] {
  const [status = 0, precision = 0, row = 0] = rowKey.split(key)
  return [row, precision, status]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

/** @throws RangeError where the answer has fewer columns than were selected */
function given(value: number | undefined): number {
  if (value === undefined) throw new RangeError('a column of the answer is missing')
  return value
}
