import { latOfMercatorY, lngOfMercatorX, mercatorX, mercatorY, type Bounds } from '../../incidents/place.ts'
import { LARGEST_RADIUS } from '../../query/cellSize.ts'
import type { IncidentQuery, MapMode } from '../../query/incidentQuery.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { SpotCounter } from '../counts/spotCounter.ts'
import type { Spots } from '../spots.ts'
import { absorb, copyOf, emptySum, sumSpots, type CellSum } from './cellSum.ts'
import { separateCells } from './separateCells.ts'
import { createSpotGrid, LINE_FACTOR, type SpotGrid } from './spotGrid.ts'

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
const SQUARE: Readonly<Record<MapMode, number>> = { cells: LARGEST_RADIUS, points: 4, heat: 4 }

/** What the map draws of the rows that pass everything: bounded by the screen, not by the data. */
export interface CellView {
  cells(map: NonNullable<IncidentQuery['map']>): Cell[]
}

interface Frame {
  key: string
  zoom: number
  worldSize: number
  grid: SpotGrid
  /** One a square. */
  sums: CellSum[]
  /** While nothing has changed. */
  cells: Cell[] | undefined
}

/** @param single what a cell of one incident says of it; of the passing row at a spot */
export function createCellView(
  spots: Spots,
  counter: SpotCounter,
  single: (spot: number) => Cell['incident'],
): CellView {
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
    const grid = gridOf(insideOf(area), SQUARE[mode] / worldSize)
    frame = {
      key,
      zoom,
      worldSize,
      grid,
      sums: grid.squares.map(({ column, line }) => emptySum(column, line)),
      cells: undefined,
    }
    counter.touched.fill(1)
    return frame
  }

  /** Sums again the squares of those spots alone whose counts may have changed. */
  const refresh = (now: Frame) => {
    const { grid, sums, worldSize } = now
    const stale = new Uint8Array(sums.length)
    const { touched } = counter
    const { squareOf } = grid
    for (let spot = 0; spot < touched.length; spot += 1) {
      if (touched[spot] === 0) continue
      const square = squareOf[spot] ?? 0
      if (square < stale.length) stale[square] = 1
    }
    touched.fill(0)
    for (const [at, sum] of sums.entries()) {
      if (stale[at] !== 1) continue
      sumSpots(sum, spots, counter, grid.members(at), worldSize)
      now.cells = undefined
    }
  }

  const cellsOf = (now: Frame, mode: MapMode): Cell[] => {
    const filled = now.sums.filter(({ count }) => count > 0)
    const sums = mode === 'cells' ? separateCells(filled) : coarsened(filled)
    return sums.map((sum) => toCell(sum, now, single))
  }

  return {
    cells(map) {
      const now = frameOf(map)
      refresh(now)
      now.cells ??= cellsOf(now, map.mode)
      return now.cells
    },
  }
}

/** Joins squares by fours until they are few enough. */
function coarsened(sums: readonly CellSum[]): readonly CellSum[] {
  if (sums.length <= MOST_CELLS) return sums
  const coarse = new Map<number, CellSum>()
  for (const sum of sums) {
    const [column, line] = [Math.floor(sum.column / 2), Math.floor(sum.line / 2)]
    const key = line * LINE_FACTOR + column
    const known = coarse.get(key)
    if (known) absorb(known, sum)
    else coarse.set(key, { ...copyOf(sum), column, line })
  }
  return coarsened([...coarse.values()])
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

function toCell(sum: CellSum, { zoom, worldSize }: Frame, single: (spot: number) => Cell['incident']): Cell {
  const { count, byType, imprecise, west, south, east, north } = sum
  return {
    key: `${zoom}/${sum.column}/${sum.line}`,
    position: [lngOfMercatorX(sum.sumX / count / worldSize), latOfMercatorY(sum.sumY / count / worldSize)],
    count,
    // The sum goes on.
    byType: [...byType],
    imprecise,
    bounds: { west, south, east, north },
    ...(sum.place >= 0 ? { place: sum.place } : {}),
    ...(count === 1 ? { incident: single(sum.spot) } : {}),
  }
}
