import { latOfMercatorY, lngOfMercatorX } from '../../incidents/place.ts'
import { cellSizes, type CellSizes } from '../../query/cellSize.ts'
import type { IncidentQuery, MapMode } from '../../query/incidentQuery.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { PositionCounter } from '../aggregate/positionCounter.ts'
import type { Aggregates } from '../aggregate/aggregates.ts'
import { AREA_BLOCK_PIXELS, MOST_GRID_BINS } from '../costs.ts'
import type { IncidentTable } from '../table/table.ts'
import type { Positions } from '../table/positions.ts'
import { createBinGrid, type BinGrid } from './binGrid.ts'
import { filledBins, groupsApart, groupsBySquares } from './binGroups.ts'
import { sumOfGroup, type CellSum } from './cellSum.ts'
import { fullestArea } from './fullestArea.ts'
import { GridBinCounter } from './gridBinCounter.ts'
import { areaAround, areaTest } from './mapArea.ts'

/** Pixels of the world's width at zoom 0. */
const WORLD_PIXELS = 512

/** Cells change at each half zoom, and stay as they are in between. */
const ZOOM_STEP = 0.5

/** Sides of the grid bins in pixels, before bins are grouped into cells. */
const BIN_PIXELS: Readonly<Record<MapMode, number>> = { cells: 34, points: 4, heat: 4 }

/** What a map shows: its area, zoom and mode. */
type MapQuery = NonNullable<IncidentQuery['map']>

/** The grid of the map that was last asked for. */
interface Frame {
  key: string
  mode: MapMode
  /** Rounded down to ZOOM_STEP. */
  zoom: number
  /** Width of the world in pixels. */
  worldSize: number
  counter: GridBinCounter
  radiusOf: CellSizes
  drawn: Drawn | undefined
}

interface Drawn {
  /** Version of the counter that it was drawn from. */
  version: number
  cells: Cell[]
  /** Index of the cell that each bin is drawn in; -1 for none. */
  cellOfBin: Int32Array
}

/** What the map draws of the rows that pass every filter: bounded by the pixels of the screen, not by the data. */
export class CellView {
  readonly #table: IncidentTable
  readonly #atPositions: PositionCounter
  readonly #aggregates: Pick<Aggregates, 'register' | 'unregister'>
  readonly #incidentAt: (position: number) => Cell['incident']
  readonly #sizes = new Map<number, CellSizes>()
  #frame: Frame | undefined

  /**
   * @param atPositions counts the rows that pass every filter
   * @param incidentAt what a cell of one incident says of it: the only passing row at the position
   */
  constructor(
    table: IncidentTable,
    atPositions: PositionCounter,
    aggregates: Pick<Aggregates, 'register' | 'unregister'>,
    incidentAt: (position: number) => Cell['incident'],
  ) {
    this.#table = table
    this.#atPositions = atPositions
    this.#aggregates = aggregates
    this.#incidentAt = incidentAt
  }

  /**
   * Makes this the map that `cells` draws.
   * @returns its counter, which is registered, and is to be fresh whenever cells are read
   */
  request({ bounds, zoom: exactZoom, mode }: MapQuery): GridBinCounter {
    const zoom = Math.floor(exactZoom / ZOOM_STEP) * ZOOM_STEP
    const worldSize = WORLD_PIXELS * 2 ** zoom
    const area = areaAround(bounds, worldSize)
    const key = [zoom, mode, ...Object.values(area)].join()
    if (this.#frame?.key === key) return this.#frame.counter
    if (this.#frame) this.#aggregates.unregister(this.#frame.counter)
    const grid = boundedGrid(this.#table.positions, areaTest(area), BIN_PIXELS[mode] / worldSize)
    const counter = new GridBinCounter(this.#table, grid, this.#atPositions)
    this.#aggregates.register(counter, 0)
    const radiusOf = this.#sizesAt(worldSize)
    this.#frame = { key, mode, zoom, worldSize, counter, radiusOf, drawn: undefined }
    return counter
  }

  /** The cells of the map last shown. @throws Error where none has been */
  cells(): Cell[] {
    return this.#drawn().cells
  }

  /** Index of the cell that the passing rows at a position are drawn in; null where it lies outside of the map. */
  cellAt(position: number): number | null {
    const { cellOfBin } = this.#drawn()
    const cell = cellOfBin[this.#current().counter.sums().grid.ofPosition[position]!]!
    return cell < 0 ? null : cell
  }

  #current(): Frame {
    if (!this.#frame) throw new Error('no map has been shown')
    return this.#frame
  }

  /** Draws the cells, unless nothing has changed since they were drawn. */
  #drawn(): Drawn {
    const frame = this.#current()
    const { version } = frame.counter
    if (frame.drawn?.version !== version) frame.drawn = { ...this.#draw(frame), version }
    return frame.drawn
  }

  #draw(frame: Frame): Omit<Drawn, 'version'> {
    const { mode, worldSize, radiusOf, counter } = frame
    const sums = counter.sums()
    const filled = filledBins(sums)
    const groups =
      mode === 'cells' ? groupsApart(filled, sums, worldSize, radiusOf) : groupsBySquares(filled, sums)
    const cellOfBin = new Int32Array(sums.grid.bins.length).fill(-1)
    for (const [cell, { bins }] of groups.entries()) for (const bin of bins) cellOfBin[bin] = cell
    const { positions } = this.#table
    const cells = groups.map((group) => {
      const sum = sumOfGroup(group, sums, positions, this.#atPositions.counts)
      return toCell(sum, frame, this.#incidentAt)
    })
    this.#countOwn(cells, cellOfBin, sums.grid.ofPosition)
    return { cells, cellOfBin }
  }

  /** Adds to each cell how many incidents of the user's own files it has. */
  #countOwn(cells: Cell[], cellOfBin: Int32Array, binOf: ArrayLike<number>): void {
    const { own } = this.#table.positions
    if (!own) return
    for (const cell of cells) cell.own = 0
    for (const position of own) {
      const cell = cells[cellOfBin[binOf[position]!]!]
      if (cell) cell.own = (cell.own ?? 0) + this.#atPositions.counts[position]!
    }
  }

  /**
   * Sizes of discs depend on the zoom and the data set alone, not on the filters or the part of the world in sight: so
   * that none changes while panning, and cells can be compared before and after a filter.
   */
  #sizesAt(worldSize: number): CellSizes {
    const known = this.#sizes.get(worldSize)
    if (known) return known
    const sizes = cellSizes(fullestArea(this.#table.positions, AREA_BLOCK_PIXELS / worldSize))
    this.#sizes.set(worldSize, sizes)
    return sizes
  }
}

/** @param side of a bin as a part of the world's width; doubled until there are no more than MOST_GRID_BINS */
function boundedGrid(
  positions: Positions,
  isInside: (x: number, y: number) => boolean,
  side: number,
): BinGrid {
  const grid = createBinGrid(positions, isInside, side)
  return grid.bins.length > MOST_GRID_BINS ? boundedGrid(positions, isInside, 2 * side) : grid
}

function toCell(
  { key, count, x, y, byType, imprecise, bounds, place, position }: CellSum,
  { zoom, radiusOf }: Frame,
  incidentAt: (position: number) => Cell['incident'],
): Cell {
  return {
    key: `${zoom}/${key.column}/${key.line}`,
    position: [lngOfMercatorX(x / count), latOfMercatorY(y / count)],
    count,
    radius: radiusOf(count),
    byType,
    imprecise,
    bounds,
    ...(place === undefined ? {} : { place }),
    ...(count === 1 ? { incident: incidentAt(position) } : {}),
  }
}
