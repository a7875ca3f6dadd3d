import type { LngLat } from '../incidents/place.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import { SINGLE_RADIUS } from '../query/cellSize.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { Theme } from '../view/view.ts'
import { cellLook } from './cellImage.ts'
import { CellImages } from './CellImages.ts'
import { drawCell, type CellImage } from './drawCell.ts'
import { mapColours } from './mapColours.ts'
import { eachOnScreen, type MapScreen, type Standing } from './mapScreen.ts'

/** A ring round the open incident, or round the one pointed at. */
export interface Mark {
  position: LngLat
  open: boolean
}

export interface CellStyle {
  theme: Theme
  mode: MapMode
  formatCount: (count: number) => string
  /** Pixels to a CSS pixel where it is not the screen's. */
  pictureDensity?: number
}

/** Size of a mark among points, to its size among cells. */
const POINT_SCALE = 0.62
/** CSS pixels: from the middle to a ring's inner edge, and how wide the ring is. */
const MARK_RADIUS = SINGLE_RADIUS + 5
const MARK_WIDTH = { open: 3.5, pointed: 2 }

interface PlacedCell extends Standing {
  image: CellImage
}

/**
 * Cells and marks, on a canvas over the map: what changes with each step of a brush does not repaint the map.
 * It draws once for each change: its own in the next frame, the camera's in the map's.
 */
export class CellCanvas {
  readonly element = document.createElement('canvas')
  readonly #screen: () => MapScreen
  readonly #images = new CellImages(drawCell)
  readonly #abort = new AbortController()
  #style: CellStyle
  #cells: readonly Cell[] = []
  #marks: readonly (Mark & Standing)[] = []
  /** The cells with their images, larger counts last; null: to be made anew. */
  #placed: readonly PlacedCell[] | null = null
  #ratio = 0
  #isStale = true
  #frame = 0

  /** @param screen asked for at each drawing */
  constructor(style: CellStyle, screen: () => MapScreen) {
    this.#style = { ...style }
    this.#screen = screen
    this.element.className = 'map-panel__cells'
    this.element.setAttribute('aria-hidden', 'true')
    // Labels drawn before their font came are in another.
    const redraw = () => {
      this.#images.clear()
      this.#change()
    }
    document.fonts.addEventListener('loadingdone', redraw, { signal: this.#abort.signal })
  }

  remove(): void {
    cancelAnimationFrame(this.#frame)
    this.#abort.abort()
    this.element.remove()
  }

  setStyle(style: CellStyle): void {
    this.#style = { ...style }
    this.#change()
  }

  setCells(cells: readonly Cell[]): void {
    this.#cells = cells
    this.#change()
  }

  setMarks(marks: readonly Mark[]): void {
    this.#marks = marks.map((mark) => ({ ...mark, reach: MARK_RADIUS + widthOf(mark) }))
    this.#redraw()
  }

  /** The camera or the size changed: the map will draw, and `follow` with it. */
  moved(): void {
    this.#isStale = true
  }

  /** Draws what changed; to be called while the map draws, so that both are seen in one frame. */
  follow(): void {
    if (this.#isStale) this.#draw()
  }

  #change(): void {
    this.#placed = null
    this.#redraw()
  }

  #redraw(): void {
    this.#isStale = true
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.follow()
    })
  }

  #draw(): void {
    const context = this.element.getContext('2d')
    if (!context) throw new Error('no canvas to draw marks on')
    this.#isStale = false
    const screen = this.#screen()
    const ratio = this.#style.pictureDensity ?? devicePixelRatio
    if (ratio !== this.#ratio) this.#placed = null
    this.#ratio = ratio
    fit(this.element, screen, ratio)
    context.resetTransform()
    context.clearRect(0, 0, this.element.width, this.element.height)
    if (this.#style.mode !== 'heat') {
      this.#placed ??= this.#place()
      drawCells(context, screen, this.#placed, ratio)
    }
    context.scale(ratio, ratio)
    drawMarks(context, screen, this.#marks, this.#style.theme)
  }

  #place(): PlacedCell[] {
    const { theme, mode, formatCount } = this.#style
    const scale = mode === 'points' ? POINT_SCALE : 1
    const placed = this.#cells
      .toSorted((a, b) => a.count - b.count)
      .map((cell) => {
        const image = this.#images.imageOf(cellLook(cell, formatCount), theme, this.#ratio * scale)
        return { position: cell.position, reach: image.radius * scale, image }
      })
    this.#images.trim(placed.length)
    return placed
  }
}

/** Setting a canvas's size clears it, and takes its time: only where it differs. */
function fit(canvas: HTMLCanvasElement, { width, height }: MapScreen, ratio: number): void {
  const [across, down] = [Math.floor(width * ratio), Math.floor(height * ratio)]
  if (canvas.width !== across) canvas.width = across
  if (canvas.height !== down) canvas.height = down
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
}

function drawCells(
  context: CanvasRenderingContext2D,
  screen: MapScreen,
  placed: readonly PlacedCell[],
  ratio: number,
): void {
  eachOnScreen(screen, placed, ({ image: { canvas }, reach }, x, y, scale) => {
    const left = (x - reach * scale) * ratio
    const top = (y - reach * scale) * ratio
    // On whole pixels, so that counts are sharp.
    if (scale === 1) context.drawImage(canvas, Math.round(left), Math.round(top))
    else context.drawImage(canvas, left, top, canvas.width * scale, canvas.height * scale)
  })
}

function drawMarks(
  context: CanvasRenderingContext2D,
  screen: MapScreen,
  marks: readonly (Mark & Standing)[],
  theme: Theme,
): void {
  const { accent, outline } = mapColours[theme]
  eachOnScreen(screen, marks, (mark, x, y, scale) => {
    const width = widthOf(mark)
    context.beginPath()
    context.arc(x, y, (MARK_RADIUS + width / 2) * scale, 0, 2 * Math.PI)
    context.lineWidth = width * scale
    context.strokeStyle = mark.open ? accent : outline
    context.stroke()
  })
}

const widthOf = ({ open }: Mark) => (open ? MARK_WIDTH.open : MARK_WIDTH.pointed)
