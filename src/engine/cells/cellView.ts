import { latOfMercatorY, lngOfMercatorX, mercatorX, mercatorY, type Bounds } from '../../incidents/place.ts'
import { cellSizes, type CellSizes } from '../../query/cellSize.ts'
import type { IncidentQuery, MapMode } from '../../query/incidentQuery.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { SpotCounter } from '../aggregate/positionCounter.ts'
import type { CountedSets } from '../aggregate/aggregates.ts'
import type { IncidentTable } from '../table/table.ts'
import { sumOf, type CellSum, type SquareGroup } from './cellSum.ts'
import { separateCells } from './separateCells.ts'
import { fullestBlock } from './fullestBlock.ts'
import { createSpotGrid, squareKey, type SpotGrid, type Square } from './positionGrid.ts'
import { countIn, squareCounter, type SquareCounter, type SquareSums } from './gridBinSums.ts'

/** Pixels of the world at zoom 0. */
const WORLD = 512

/** Cells are made anew at each half zoom, and stay as they are between. */
const ZOOM_STEP = 0.5

/** The area is widened to whole blocks of this many pixels, so that panning within a block changes no cell. */
const BLOCK = 512

/** More than this many points are gathered more coarsely: no screen tells them apart. */
const MOST_CELLS = 4_000

/** More squares than this are made larger, whatever of them is filled. */
const MOST_SQUARES = 4 * MOST_CELLS

/** Sides of the squares in pixels, before cells are parted. */
const SQUARE: Readonly<Record<MapMode, number>> = { cells: 34, points: 4, heat: 4 }

/** What the map draws of the rows that pass everything: bounded by the screen, not by the data. */
export interface CellView {
  cells(map: NonNullable<IncidentQuery['map']>): Cell[]
  /** Which of the cells last asked for holds what passes at a spot; null where that lies outside all of them. */
  cellAt(spot: number): number | null
}

interface Frame {
  key: string
  zoom: number
  worldSize: number
  squares: SquareCounter
  radiusOf: CellSizes
  /** While nothing has changed. */
  drawn: Drawn | undefined
}

interface Drawn {
  cells: Cell[]
  squareOf: Uint32Array
  /** Of each square, the cell that it is drawn in; -1 for none. */
  cellOf: Int32Array
}

/**
 * @param atSpots what passes at each spot
 * @param sets keep the squares that are looked at in step
 * @param single what a cell of one incident says of it; of the passing row at a spot
 */
export function createCellView(
  table: IncidentTable,
  atSpots: SpotCounter,
  sets: Pick<CountedSets, 'join' | 'leave'>,
  single: (spot: number) => Cell['incident'],
): CellView {
  const { spots } = table
  const radiusOf = sizesByZoom(table)
  let frame: Frame | undefined

  /** With no more squares than can be gathered at each step. */
  const gridOf = (isInside: (x: number, y: number) => boolean, side: number): SpotGrid => {
    const grid = createSpotGrid(spots, isInside, side)
    return grid.squares.length > MOST_SQUARES ? gridOf(isInside, 2 * side) : grid
  }

  const frameOf = ({ bounds, zoom: exactZoom, mode }: NonNullable<IncidentQuery['map']>): Frame => {
    const zoom = Math.floor(exactZoom / ZOOM_STEP) * ZOOM_STEP
    const worldSize = WORLD * 2 ** zoom
    const area = widened(bounds, worldSize)
    const key = [zoom, mode, ...Object.values(area)].join()
    if (frame?.key === key) return frame
    if (frame) sets.leave(frame.squares)
    const squares = squareCounter(table, gridOf(insideOf(area), SQUARE[mode] / worldSize), atSpots)
    sets.join(squares, 0)
    frame = { key, zoom, worldSize, squares, radiusOf: radiusOf(worldSize), drawn: undefined }
    return frame
  }

  const draw = (now: Frame, mode: MapMode, sums: SquareSums): Drawn => {
    const filled = filledSquares(sums)
    const groups = mode === 'cells' ? parted(filled, sums, now) : coarsened(filled, sums)
    const cellOf = new Int32Array(sums.grid.squares.length).fill(-1)
    for (const [at, { squares }] of groups.entries()) for (const square of squares) cellOf[square] = at
    const cells = groups.map((group) => toCell(sumOf(group, sums, spots, atSpots), now, single))
    return { cells, squareOf: sums.grid.squareOf, cellOf }
  }

  return {
    cells(map) {
      const now = frameOf(map)
      const { sums, changed } = now.squares.sums()
      if (changed || !now.drawn) now.drawn = draw(now, map.mode, sums)
      return now.drawn.cells
    },
    cellAt(spot) {
      if (!frame?.drawn) return null
      const { squareOf, cellOf } = frame.drawn
      const at = cellOf[squareOf[spot] ?? 0] ?? -1
      return at < 0 ? null : at
    },
  }
}

/**
 * The same sizes wherever the screen is and whatever is filtered: they change with the zoom alone, so that nothing
 * grows or shrinks while panning, and cells can be compared before and after a filter.
 */
function sizesByZoom({ spots }: IncidentTable): (worldSize: number) => CellSizes {
  const known = new Map<number, CellSizes>()
  return (worldSize) => {
    const sizes = known.get(worldSize) ?? cellSizes(fullestBlock(spots, BLOCK / worldSize))
    known.set(worldSize, sizes)
    return sizes
  }
}

function filledSquares(sums: SquareSums): number[] {
  const filled: number[] = []
  const { length } = sums.grid.squares
  for (let square = 1; square < length; square += 1) if (countIn(sums, square) > 0) filled.push(square)
  return filled
}

function parted(filled: readonly number[], sums: SquareSums, { worldSize, radiusOf }: Frame): SquareGroup[] {
  const { grid, xy } = sums
  const discs = {
    count: new Uint32Array(filled.length),
    x: new Float64Array(filled.length),
    y: new Float64Array(filled.length),
  }
  for (let at = 0; at < filled.length; at += 1) {
    const square = filled[at] ?? 0
    const count = countIn(sums, square)
    discs.count[at] = count
    discs.x[at] = ((xy[2 * square] ?? 0) / count) * worldSize
    discs.y[at] = ((xy[2 * square + 1] ?? 0) / count) * worldSize
  }
  const into = separateCells(discs, radiusOf)
  const groups = new Map<number, SquareGroup>()
  for (let at = 0; at < into.length; at += 1) {
    const home = into[at] ?? 0
    putInto(groups, home, filled[at] ?? 0, grid.squares[filled[home] ?? 0] ?? ORIGIN)
  }
  return [...groups.values()]
}

/** Joins squares by fours until they are few enough. */
function coarsened(filled: readonly number[], { grid }: SquareSums): SquareGroup[] {
  let shift = 1
  for (;;) {
    const groups = new Map<number, SquareGroup>()
    for (const square of filled) {
      const { column, line } = grid.squares[square] ?? ORIGIN
      const key = { column: Math.floor(column / shift), line: Math.floor(line / shift) }
      putInto(groups, squareKey(key), square, key)
    }
    if (groups.size <= MOST_CELLS) return [...groups.values()]
    shift *= 2
  }
}

const ORIGIN: Square = { column: 0, line: 0 }

/** @param key of the group, where the square is its first */
function putInto(groups: Map<number, SquareGroup>, home: number, square: number, key: Square): void {
  const group = groups.get(home)
  if (group) group.squares.push(square)
  else groups.set(home, { key, squares: [square] })
}

interface Area {
  left: number
  top: number
  bottom: number
  /** 1 or more: the whole way round. */
  width: number
}

/** The bounds in world coordinates (0 to 1), widened by a block. */
function widened({ west, south, east, north }: Bounds, worldSize: number): Area {
  const block = BLOCK / worldSize
  const outwards = (from: number, to: number): [number, number] => [
    (Math.floor(from / block) - 1) * block,
    (Math.ceil(to / block) + 1) * block,
  ]
  const [left, right] = outwards(mercatorX(west), mercatorX(east) + (east < west ? 1 : 0))
  const [top, bottom] = outwards(mercatorY(north), mercatorY(south))
  return { left, top, bottom, width: right - left }
}

/** Whether world coordinates lie within the area; NaN never does. */
function insideOf({ left, top, bottom, width }: Area): (x: number, y: number) => boolean {
  return (x, y) => y >= top && y <= bottom && (width >= 1 || wrap(x - left) <= width)
}

/** Into [0, 1): the world goes round. */
function wrap(x: number): number {
  return x - Math.floor(x)
}

function toCell(sum: CellSum, { zoom, radiusOf }: Frame, single: (spot: number) => Cell['incident']): Cell {
  const { key, count, x, y, byType, imprecise, bounds, place, spot } = sum
  return {
    key: `${zoom}/${key.column}/${key.line}`,
    position: [lngOfMercatorX(x / count), latOfMercatorY(y / count)],
    count,
    radius: radiusOf(count),
    byType,
    imprecise,
    bounds,
    ...(place >= 0 ? { place } : {}),
    ...(count === 1 ? { incident: single(spot) } : {}),
  }
}
