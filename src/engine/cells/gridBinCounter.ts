import { eventTypes } from '../../incidents/vocabulary.ts'
import type { PositionCounter } from '../aggregate/positionCounter.ts'
import { snapshots, type RowCounter } from '../aggregate/rowCounter.ts'
import { COORDINATE_COST } from '../costs.ts'
import type { IncidentTable } from '../table/table.ts'
import type { BinGrid } from './binGrid.ts'

const TYPES = eventTypes.length

/** The counts of bin b begin at `b << BIN_SHIFT`: eight entries a bin. */
export const BIN_SHIFT = 3

/** Among the counts of a bin, behind one for each event type: rows at an imprecise position. */
export const IMPRECISE = TYPES

/**
 * Checks that the counts of a bin have room for each event type, and for the imprecise rows.
 * @throws RangeError for more than 7 event types
 */
export function checkTypesFit(types: number): void {
  const most = (1 << BIN_SHIFT) - 1
  if (types > most)
    throw new RangeError(`a grid bin has room for ${most} event types, not for ${types}: see BIN_SHIFT`)
}

checkTypesFit(TYPES)

/** What was counted in each bin of a grid, OUTSIDE included. */
export interface BinSums {
  grid: Pick<BinGrid, 'bins'>
  /** Bins x 8, row-major: rows by event type, then imprecise rows, then nothing. */
  counts: Uint32Array
  /** For each bin the sums of its rows' world coordinates, x then y. */
  xy: Float64Array
}

/** What a grid counter has counted, with the positions of the bins. */
export interface GridBinSums extends BinSums {
  grid: BinGrid
}

/** Rows of a bin. */
export function countOfBin({ counts }: BinSums, bin: number): number {
  const base = bin << BIN_SHIFT
  let sum = 0
  for (let at = base; at < base + TYPES; at += 1) sum += counts[at]!
  return sum
}

/**
 * Counts rows by grid bin and event type, and sums their coordinates, of which the centres of cells are made.
 *
 * Coordinates lie on a lattice (`Positions.xy`), so their sums are exact, and what was added can be subtracted without a
 * remainder. As long as few rows come and go, the sums follow row by row; when many do, they are left behind and made
 * anew from the counts of the positions when they are next read.
 */
export class GridBinCounter implements RowCounter {
  readonly #types: Uint8Array
  readonly #positions: IncidentTable['positions']
  readonly #atPositions: PositionCounter
  readonly #sums: GridBinSums
  /**
   * For each position where the counts of its bin begin, plus 1 where the position is imprecise: one look-up in place of
   * two in the hottest loop.
   */
  readonly #codes: Uint32Array
  readonly #snapshots: Pick<RowCounter, 'takeSnapshot' | 'restoreSnapshot'>
  /** Rows added or removed since the coordinate sums were last read; Infinity where the sums mean nothing. */
  #moved = 0
  #version = 0

  /** @param atPositions counts the same rows, whenever the sums are read */
  constructor({ columns, positions }: IncidentTable, grid: BinGrid, atPositions: PositionCounter) {
    this.#types = columns.type
    this.#positions = positions
    this.#atPositions = atPositions
    const bins = grid.bins.length
    this.#sums = { grid, counts: new Uint32Array(bins << BIN_SHIFT), xy: new Float64Array(2 * bins) }
    this.#codes = grid.ofPosition.map((bin, position) => (bin << BIN_SHIFT) | positions.imprecise[position]!)
    this.#snapshots = snapshots([this.#sums.counts])
  }

  /** Changes whenever any sum may have changed. */
  get version(): number {
    return this.#version
  }

  /** The sums over the rows of the set: valid until the set changes. */
  sums(): GridBinSums {
    if (this.#isFarBehind()) this.#sumCoordinates()
    this.#moved = 0
    return this.#sums
  }

  add(rows: Uint32Array, length: number, sign: 1 | -1): void {
    this.#moved += length
    this.#version += 1
    const types = this.#types
    const codes = this.#codes
    const { ofRow } = this.#positions
    const { counts } = this.#sums
    for (let at = 0; at < length; at += 1) {
      const row = rows[at]!
      const code = codes[ofRow[row]!]!
      const base = code & ~1
      counts[base + types[row]!]! += sign
      counts[base + IMPRECISE]! += sign & -(code & 1)
    }
    if (!this.#isFarBehind()) this.#addCoordinates(rows, length, sign)
  }

  clear(): void {
    this.#sums.counts.fill(0)
    this.#sums.xy.fill(0)
    this.#moved = 0
    this.#version += 1
  }

  fillTypes(types: Uint8Array): void {
    const { ofAllRows } = this.#atPositions
    const { counts } = this.#sums
    counts.fill(0)
    const codes = this.#codes
    // By index: an iterator of entries took twice the time of this step.
    for (let position = 0; position < codes.length; position += 1) {
      const code = codes[position]!
      const base = code & ~1
      let sum = 0
      for (let type = 0; type < TYPES; type += 1) {
        if (types[type] !== 1) continue
        const ofType = ofAllRows[position * TYPES + type]!
        counts[base + type]! += ofType
        sum += ofType
      }
      if ((code & 1) === 1) counts[base + IMPRECISE]! += sum
    }
    this.#leaveBehind()
  }

  takeSnapshot(): void {
    this.#snapshots.takeSnapshot()
  }

  restoreSnapshot(): void {
    this.#snapshots.restoreSnapshot()
    this.#leaveBehind()
  }

  /** The coordinate sums mean nothing until they are made anew. */
  #leaveBehind(): void {
    this.#moved = Infinity
    this.#version += 1
  }

  /** Whether it is cheaper to make the coordinate sums anew than to have followed each row. */
  #isFarBehind(): boolean {
    return COORDINATE_COST * this.#moved > this.#positions.count
  }

  #addCoordinates(rows: Uint32Array, length: number, sign: 1 | -1): void {
    const { ofRow, xy: ofPositions } = this.#positions
    const { grid, xy } = this.#sums
    const { ofPosition } = grid
    for (let at = 0; at < length; at += 1) {
      const position = ofRow[rows[at]!]!
      const x = 2 * ofPosition[position]!
      xy[x]! += sign * ofPositions[2 * position]!
      xy[x + 1]! += sign * ofPositions[2 * position + 1]!
    }
  }

  #sumCoordinates(): void {
    const { count, xy: ofPositions } = this.#positions
    const atPosition = this.#atPositions.counts
    const { grid, xy } = this.#sums
    const { ofPosition } = grid
    xy.fill(0)
    for (let position = 0; position < count; position += 1) {
      const rows = atPosition[position]!
      if (rows === 0) continue
      const x = 2 * ofPosition[position]!
      xy[x]! += rows * ofPositions[2 * position]!
      xy[x + 1]! += rows * ofPositions[2 * position + 1]!
    }
  }
}
