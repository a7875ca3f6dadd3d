import { eventTypes, geoPrecisions, statuses } from '../../incidents/vocabulary.ts'
import type { CellSizes } from '../../query/cellSize.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { GridBin } from '../../engine/cells/binGrid.ts'
import { filledBins, groupsApart, groupsBySquares, type BinGroup } from '../../engine/cells/binGroups.ts'
import type { CellSum } from '../../engine/cells/cellSum.ts'
import { BIN_SHIFT, type BinSums } from '../../engine/cells/gridBinCounter.ts'
import { areaTest } from '../../engine/cells/mapArea.ts'
import type { MapFrame } from '../../engine/cells/mapFrame.ts'
import { toCell } from '../../engine/cells/toCell.ts'
import { codeOf } from '../../engine/table/codeOf.ts'
import { LATTICE } from '../../engine/table/positions.ts'
import type { GridRow } from './gridRows.ts'

/** Cells of a map, and which of them draws a row. */
export interface DrawnCells {
  cells: Cell[]
  /**
   * Index of the cell that draws a row which passes every filter; null where the map does not draw it.
   * @param x column `x` of the row, on the lattice
   */
  cellAt(x: number, y: number): number | null
}

/** What a map is drawn with. */
export interface Drawing {
  frame: MapFrame
  /** Side of the bins as a part of the world's width: that of the frame, or doubled. */
  side: number
  radiusOf: CellSizes
}

/** A cell before it is drawn: its bins. */
interface CellRows {
  key: GridBin
  rows: GridRow[]
}

/** Groups bins into cells, as the engine does. @param rows of the bins, by columns and then lines */
export function groupRows(rows: readonly GridRow[], { frame, radiusOf }: Drawing): CellRows[] {
  const sums = sumsOf(rows)
  const filled = filledBins(sums)
  const groups: BinGroup[] =
    frame.mode === 'cells'
      ? groupsApart(filled, sums, frame.worldSize, radiusOf)
      : groupsBySquares(filled, sums)
  return groups.map(({ key, bins }) => ({ key, rows: bins.flatMap((bin) => rows[bin - 1] ?? []) }))
}

/** What the engine groups: bin 0 stands for the rest of the world. */
function sumsOf(rows: readonly GridRow[]): BinSums {
  const bins: GridBin[] = [{ column: NaN, line: NaN }, ...rows]
  const counts = new Uint32Array(bins.length << BIN_SHIFT)
  const xy = new Float64Array(2 * bins.length)
  for (const [at, { byType, x, y }] of rows.entries()) {
    counts.set(byType, (at + 1) << BIN_SHIFT)
    xy.set([x / LATTICE, y / LATTICE], 2 * (at + 1))
  }
  return { grid: { bins }, counts, xy }
}

/** Row number of the only row of a cell; undefined where it has more, or is of a sample. */
export function onlyRow({ rows }: CellRows): number | undefined {
  const [first, ...others] = rows
  return first?.count === 1 && others.length === 0 ? first.row?.[0] : undefined
}

/** Draws the cells. @param idOf ids of the incidents that are alone in a cell, by row number */
export function drawCells(
  groups: readonly CellRows[],
  { frame, side, radiusOf }: Drawing,
  idOf: ReadonlyMap<number, string>,
): DrawnCells {
  const cellOfBin = new Map<string, number>()
  const keyOf = (column: number, line: number) => `${column}/${line}`
  for (const [cell, { rows }] of groups.entries())
    for (const { column, line } of rows) cellOfBin.set(keyOf(column, line), cell)
  const isInside = areaTest(frame.area)
  return {
    cells: groups.map((group) =>
      toCell(sumOf(group), { zoom: frame.zoom, radiusOf }, incidentOf(group, idOf)),
    ),
    cellAt(x, y) {
      const [wide, high] = [x / LATTICE, y / LATTICE]
      if (!isInside(wide, high)) return null
      return cellOfBin.get(keyOf(Math.floor(wide / side), Math.floor(high / side))) ?? null
    },
  }
}

function sumOf({ key, rows }: CellRows): Omit<CellSum, 'position'> {
  const byType = eventTypes.map((_, type) => rows.reduce((sum, row) => sum + (row.byType[type] ?? 0), 0))
  const total = (of: (row: GridRow) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  const [place] = rows[0]?.places ?? []
  const isAllThere = rows.every(({ places }) => places?.[0] === place && places?.[1] === place)
  return {
    key,
    count: total(({ count }) => count),
    x: total(({ x }) => x / LATTICE),
    y: total(({ y }) => y / LATTICE),
    byType,
    imprecise: total(({ imprecise }) => imprecise),
    bounds: {
      west: Math.min(...rows.map(({ west }) => west)),
      south: Math.min(...rows.map(({ south }) => south)),
      east: Math.max(...rows.map(({ east }) => east)),
      north: Math.max(...rows.map(({ north }) => north)),
    },
    place: isAllThere ? place : undefined,
  }
}

function incidentOf(group: CellRows, idOf: ReadonlyMap<number, string>): Cell['incident'] {
  const row = onlyRow(group)
  const id = row === undefined ? undefined : idOf.get(row)
  const [, precision, status] = group.rows[0]?.row ?? []
  if (id === undefined || precision === undefined || status === undefined) return undefined
  return { id, precision: codeOf(geoPrecisions, precision), status: codeOf(statuses, status) }
}
