import { cellSizes, type CellSizes } from '../../query/cellSize.ts'
import type { Cell } from '../../query/incidentResult.ts'
import type { PositionCounter } from '../aggregate/positionCounter.ts'
import type { Aggregates } from '../aggregate/aggregates.ts'
import { MOST_GRID_BINS } from '../costs.ts'
import type { IncidentTable } from '../table/table.ts'
import type { Positions } from '../table/positions.ts'
import { createBinGrid, type BinGrid } from './binGrid.ts'
import { filledBins, groupsApart, groupsBySquares } from './binGroups.ts'
import { sumOfGroup } from './cellSum.ts'
import { fullestArea } from './fullestArea.ts'
import { GridBinCounter } from './gridBinCounter.ts'
import { areaTest } from './mapArea.ts'
import { mapFrame, type MapFrame, type MapQuery } from './mapFrame.ts'
import { toCell } from './toCell.ts'

/** The grid of the map that was last asked for. */
interface Frame extends MapFrame {
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
  request(map: MapQuery): GridBinCounter {
    const frame = mapFrame(map)
    if (this.#frame?.key === frame.key) return this.#frame.counter
    if (this.#frame) this.#aggregates.unregister(this.#frame.counter)
    const grid = boundedGrid(this.#table.positions, areaTest(frame.area), frame.side)
    const counter = new GridBinCounter(this.#table, grid, this.#atPositions)
    this.#aggregates.register(counter, 0)
    this.#frame = { ...frame, counter, radiusOf: this.#sizesAt(frame), drawn: undefined }
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
      return toCell(sum, frame, sum.count === 1 ? this.#incidentAt(sum.position) : undefined)
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
  #sizesAt({ zoom, blockSide }: MapFrame): CellSizes {
    const known = this.#sizes.get(zoom)
    if (known) return known
    const sizes = cellSizes(fullestArea(this.#table.positions, blockSide))
    this.#sizes.set(zoom, sizes)
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
