import type { LngLat } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { MapHandlers } from './mapHandlers.ts'
import { nearestCell, pointerReach } from './nearestCell.ts'

interface Point {
  x: number
  y: number
}

/** The map as far as pointing at its cells goes. */
export interface PointerGround {
  /** What can be pointed at now. */
  cells: () => readonly Cell[]
  project: (position: LngLat) => Point
  setCursor: (cursor: 'pointer' | '') => void
}

/** Which cell the pointer is at, and which is pressed. */
export class CellPointer {
  readonly #ground: PointerGround
  readonly #handlers: Pick<MapHandlers, 'onHover' | 'onClick'>
  #pointed: Cell | null = null

  constructor(ground: PointerGround, handlers: Pick<MapHandlers, 'onHover' | 'onClick'>) {
    this.#ground = ground
    this.#handlers = handlers
  }

  hover(point: Point): void {
    const cell = this.#at(point)
    this.#ground.setCursor(cell ? 'pointer' : '')
    if (!cell && !this.#pointed) return
    this.#pointed = cell
    this.#handlers.onHover(cell, cell ? this.#ground.project(cell.position) : point)
  }

  /** Nothing is pointed at any more: the pointer left, or the map moved beneath it. */
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
    const { cells, project } = this.#ground
    return nearestCell(cells(), point, pointerReach(), project)
  }
}
