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
  /** Number of its row, with its codes of precision and status, where it has one. Absent in a sample. */
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

/** Two counts in one sum are each below this. */
const HALF = 2 ** 32

/**
 * Number, precision and status of a row in one. Numbers of rows are below 2^47, as the key is below 2^53. It is summed, and
 * so means something where there is one row: ClickHouse takes much longer for `any`.
 */
const rowKey = combinedKey([
  [sql`status`, 8],
  [sql`geo_precision`, 8],
  [sql`row`, 2 ** 47],
])

/** More columns than a grid has at any zoom of a map. */
const MOST_COLUMNS = 2 ** 33

const isImprecise = sql`geo_precision IN (${[...geoPrecisions.keys()].filter(isWiderThanTown)})`

/**
 * How many rows there are, and how many of them at an imprecise position: counted in one sum, as what ClickHouse does for
 * each row and sum takes longest. Numbers above 2^53 are no good in JSON, so the sum is taken apart before.
 */
function countsOfRows(): Sql {
  const both = sql`sum(1 + (${isImprecise}) * ${HALF})`
  return sql`bitAnd(${both}, ${HALF - 1}), bitShiftRight(${both}, 32)`
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
  const ofOneRow = scan.isSample ? [] : [sql`min(place), max(place), sum(${rowKey.key})`]
  const sums = joined([sql`sum(x), sum(y), min(lng), max(lng), min(lat), max(lat)`, ...ofOneRow], ', ')
  const rows = await connection.rows<SelectedSums>(
    sql`SELECT ${bin.key} AS bin, ${countsOfRows()}, ${sums} FROM ${scan.table} WHERE ${isInArea(area)} AND ${scan.passing()} GROUP BY bin ORDER BY bin`,
    options,
  )
  const bins: OneBin[] = []
  for (const selected of rows) {
    const { column, line, type } = bin.binAt(selected[0])
    let last = bins.at(-1)
    if (last?.column !== column || last.line !== line) bins.push((last = { column, line, sums: [] }))
    last.sums.push(sumsOf(type, selected))
  }
  return bins.map((each) => gridRow(each, scan))
}

/** What is selected of the rows of one bin and event type. Places and rows are absent in a sample. */
type SelectedSums = readonly [
  key: number,
  count: number,
  imprecise: number,
  x: number,
  y: number,
  west: number,
  east: number,
  south: number,
  north: number,
  leastPlace?: number,
  mostPlace?: number,
  rowKeys?: number,
]

type TypeSums = ReturnType<typeof sumsOf>

interface OneBin extends GridBin {
  /** Of each event type that it has. */
  sums: TypeSums[]
}

function sumsOf(type: number, selected: SelectedSums) {
  const [, count, imprecise, x, y, west, east, south, north, leastPlace, mostPlace, rowKeys] = selected
  return { type, count, imprecise, x, y, west, east, south, north, leastPlace, mostPlace, rowKeys }
}

/**
 * Event type, column and line in one key, in the order of columns and then lines; its lines begin with the first of the
 * area. ClickHouse counts types faster by a larger key than by a sum for each.
 */
function binKey(area: MapArea, side: number): { key: Sql; binAt(key: number): GridBin & { type: number } } {
  const [ofRow, lineOfRow] = binOfRow(side)
  const [first = 0, last = 0] = linesOf(area).map((y) => Math.floor(y / (side * LATTICE)))
  const { key, split } = combinedKey([
    [sql`type`, eventTypes.length],
    [sql`${lineOfRow} - ${first}`, Math.max(1, last - first + 1)],
    [ofRow, MOST_COLUMNS],
  ])
  return {
    key,
    binAt(each) {
      const [type = 0, line = 0, column = 0] = split(each)
      return { column, line: first + line, type }
    },
  }
}

function gridRow({ column, line, sums }: OneBin, scan: Scan): GridRow {
  const byType = eventTypes.map(() => 0)
  for (const { type, count } of sums) byType[type] = estimated(count, scan)
  const total = (of: (each: TypeSums) => number) => sums.reduce((all, each) => all + of(each), 0)
  const degrees = (of: (each: TypeSums) => number) => sums.map((each) => Math.fround(of(each)))
  const rows = total(({ count }) => count)
  const count = byType.reduce((all, each) => all + each, 0)
  const imprecise = total((each) => each.imprecise)
  return {
    column,
    line,
    count,
    byType,
    imprecise: Math.min(count, estimated(imprecise, scan)),
    // As many times the mean as the estimate is, so that their quotient is the mean. 1 where nothing is estimated.
    x: total(({ x }) => x) * (count / rows),
    y: total(({ y }) => y) * (count / rows),
    west: Math.min(...degrees(({ west }) => west)),
    east: Math.max(...degrees(({ east }) => east)),
    south: Math.min(...degrees(({ south }) => south)),
    north: Math.max(...degrees(({ north }) => north)),
    ...(!scan.isSample && {
      places: [
        Math.min(...sums.map(({ leastPlace }) => leastPlace ?? NaN)),
        Math.max(...sums.map(({ mostPlace }) => mostPlace ?? NaN)),
      ],
      row: rows === 1 ? rowOf(sums) : undefined,
    }),
  }
}

function rowOf([only]: readonly TypeSums[]): GridRow['row'] {
  const [status = 0, precision = 0, row = 0] = rowKey.split(only?.rowKeys ?? NaN)
  return [row, precision, status]
}
