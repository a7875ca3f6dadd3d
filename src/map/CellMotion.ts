import { wrapLng, type LngLat } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'
import { wholesOf } from './wholesOf.ts'

/** Milliseconds that a cell takes on its way. */
const DURATION = 200

/** The way of a cell between its own place and that of the cell of a farther zoom that holds its incidents. */
interface Way {
  cell: Cell
  /** Where it begins: the place of the other cell, or where that was drawn at the moment. */
  from: LngLat
  to: LngLat
  /** When it begins. */
  at: number
}

/** A cell on its way, and where it is drawn. */
export interface MovingCell {
  cell: Cell
  position: LngLat
}

/**
 * Where cells are drawn while they come out of those of a farther zoom, or run into them. `now` is in milliseconds of
 * any clock that never goes back.
 */
export class CellMotion {
  /** The cells that are on the way to their own place, by key. */
  #arriving: ReadonlyMap<string, Way> = new Map()
  /** Cells that are no more, on the way to those that hold their incidents now. */
  #leaving: readonly Way[] = []
  #end = -Infinity

  /**
   * Sets cells moving where those of one zoom replace those of another.
   * @param zoomed levels by which the zoom has grown; `null` where the cells have changed for another reason
   */
  change(before: readonly Cell[], after: readonly Cell[], zoomed: number | null, now: number): void {
    if (zoomed === null) {
      this.stop()
      return
    }
    const known = new Set(before.map(({ key }) => key))
    // A small change of zoom leaves the cells as they are: what is on its way goes on.
    if (zoomed === 0 || after.some(({ key }) => known.has(key))) return
    const isCloser = zoomed > 0
    const [parts, wholes] = isCloser ? [after, before] : [before, after]
    const ways = Array.from(wholesOf(parts, wholes), ([cell, whole]): Way => {
      return isCloser
        ? { cell, from: this.positionOf(whole, now), to: cell.position, at: now }
        : { cell, from: this.positionOf(cell, now), to: whole.position, at: now }
    })
    this.#arriving = new Map(isCloser ? ways.map((way) => [way.cell.key, way]) : [])
    this.#leaving = isCloser ? [] : ways
    this.#end = ways.length > 0 ? now + DURATION : -Infinity
  }

  /** Lets every cell be at its place. */
  stop(): void {
    this.#arriving = new Map()
    this.#leaving = []
    this.#end = -Infinity
  }

  isRunning(now: number): boolean {
    return now < this.#end
  }

  /** Where a cell is drawn. */
  positionOf(cell: Cell, now: number): LngLat {
    const way = this.#arriving.get(cell.key)
    return way ? along({ ...way, to: cell.position }, now) : cell.position
  }

  /** The cells that are drawn although they are no more; none once they have arrived. */
  leaving(now: number): MovingCell[] {
    if (!this.isRunning(now)) return []
    return this.#leaving.map((way) => ({ cell: way.cell, position: along(way, now) }))
  }
}

/** Fast at first, slow at the end, and the shorter way around the world. */
function along({ from, to, at }: Way, now: number): LngLat {
  const left = (1 - Math.min(1, (now - at) / DURATION)) ** 3
  if (left === 0) return to
  return [to[0] + wrapLng(from[0] - to[0]) * left, to[1] + (from[1] - to[1]) * left]
}
