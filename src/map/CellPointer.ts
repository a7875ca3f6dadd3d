import type { LngLat } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { MapHandlers } from './mapHandlers.ts'
import { nearestCell, pointerReach } from './nearestCell.ts'

interface Point {
  x: number
  y: number
}

/** The part of the map that pointing at cells needs. */
export interface PointableMap {
  /** The cells that can be pointed at now. */
  cells: () => readonly Cell[]
  project: (position: LngLat) => Point
  setCursor: (cursor: 'pointer' | '') => void
}

/**
 * Finds the cell under the pointer and reports hovering and clicks. Points are in CSS pixels from the map's
 * upper left corner.
 */
export class CellPointer {
  readonly #map: PointableMap
  readonly #handlers: Pick<MapHandlers, 'onHover' | 'onClick'>
  #pointed: Cell | null = null

  constructor(map: PointableMap, handlers: Pick<MapHandlers, 'onHover' | 'onClick'>) {
    this.#map = map
    this.#handlers = handlers
  }

  hover(point: Point): void {
    const cell = this.#at(point)
    this.#map.setCursor(cell ? 'pointer' : '')
    if (!cell && !this.#pointed) return
    this.#pointed = cell
    this.#handlers.onHover(cell, cell ? this.#map.project(cell.position) : point)
  }

  /** The pointer no longer points at a cell: it left the map, or the map moved beneath it. */
  leave(): void {
    if (!this.#pointed) return
    this.#pointed = null
    this.#handlers.onHover(null, { x: 0, y: 0 })
  }

  press(point: Point): void {
    const cell = this.#at(point)
    this.leave()
    if (cell) this.#handlers.onClick(cell)
  }

  #at(point: Point): Cell | null {
    const { cells, project } = this.#map
    return nearestCell(cells(), point, pointerReach(), project)
  }
}
