import { latOfMercatorY, lngOfMercatorX, mercatorX, mercatorY, type Bounds } from '../../incidents/place.ts'
import { geoPrecisions, statuses } from '../../incidents/vocabulary.ts'
import { textAt } from '../../incidents/columns.ts'
import { LARGEST_RADIUS } from '../../query/cellSize.ts'
import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { FailMask } from '../failMask.ts'
import type { IncidentTable } from '../table.ts'
import { gatherCells, type CellSum } from './cellGrid.ts'
import { separateCells } from './separateCells.ts'

/** Pixels of the world at zoom 0. */
const WORLD = 512

/** Cells are made anew at each half zoom, and stay as they are between. */
const ZOOM_STEP = 0.5

/** The area is widened to whole blocks of this many pixels, so that panning within a block changes no cell. */
const BLOCK = 1024

/** More than this many points are gathered more coarsely: no screen tells them apart. */
const MOST_CELLS = 4_000

/** Sides of the squares in pixels, before cells are parted. */
const SQUARE = { cells: LARGEST_RADIUS, points: 4, heat: 4 }

/** What the map draws of the rows that pass everything: bounded by the screen, not by the data. */
export function countByCell(
  table: IncidentTable,
  mask: FailMask,
  map: NonNullable<IncidentQuery['map']>,
): Cell[] {
  const zoom = Math.floor(map.zoom / ZOOM_STEP) * ZOOM_STEP
  const worldSize = WORLD * 2 ** zoom
  const isInside = insideOf(map.bounds, worldSize)
  const rows: number[] = []
  for (let row = 0; row < table.rows; row += 1) {
    if (mask[row] === 0 && isInside(table.x[row] ?? NaN, table.y[row] ?? NaN)) rows.push(row)
  }
  const cells =
    map.mode === 'cells'
      ? separateCells(gatherCells(table, rows, worldSize, SQUARE.cells))
      : gatherCoarsely(table, rows, worldSize, SQUARE[map.mode])
  return cells.map((cell) => toCell(table, cell, worldSize, zoom))
}

function gatherCoarsely(
  table: IncidentTable,
  rows: readonly number[],
  worldSize: number,
  square: number,
): CellSum[] {
  const cells = gatherCells(table, rows, worldSize, square)
  return cells.length > MOST_CELLS ? gatherCoarsely(table, rows, worldSize, 2 * square) : cells
}

/** Whether world coordinates (0 to 1) lie within the bounds, widened by a block; NaN never does. */
function insideOf(
  { west, south, east, north }: Bounds,
  worldSize: number,
): (x: number, y: number) => boolean {
  const block = BLOCK / worldSize
  const outwards = (from: number, to: number): [number, number] => [
    (Math.floor(from / block) - 1) * block,
    (Math.ceil(to / block) + 1) * block,
  ]
  const [left, right] = outwards(mercatorX(west), mercatorX(east) + (east < west ? 1 : 0))
  const [top, bottom] = outwards(mercatorY(north), mercatorY(south))
  const width = right - left
  return (x, y) => y >= top && y <= bottom && (width >= 1 || wrap(x - left) <= width)
}

/** Into [0, 1): the world goes round. */
function wrap(x: number): number {
  return x - Math.floor(x)
}

function toCell(table: IncidentTable, cell: CellSum, worldSize: number, zoom: number): Cell {
  const { columns } = table
  const { count, byType, imprecise, west, south, east, north } = cell
  return {
    key: `${zoom}/${cell.column}/${cell.row}`,
    position: [lngOfMercatorX(cell.sumX / count / worldSize), latOfMercatorY(cell.sumY / count / worldSize)],
    count,
    byType,
    imprecise,
    bounds: { west, south, east, north },
    ...(cell.place >= 0 ? { place: cell.place } : {}),
    ...(count === 1
      ? {
          incident: {
            id: textAt(columns.id, cell.member),
            precision: geoPrecisions[columns.geoPrecision[cell.member] ?? 0] ?? 'country',
            status: statuses[columns.status[cell.member] ?? 0] ?? 'reported',
          },
        }
      : {}),
  }
}
