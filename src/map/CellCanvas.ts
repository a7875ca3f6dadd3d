import type { LngLat } from '../incidents/place.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { Theme } from '../view/view.ts'
import { cellLook, pointLook } from './cellImage.ts'
import { CellImages } from './CellImages.ts'
import { drawCell, GLYPH_RADIUS, type CellImage } from './drawCell.ts'
import { drawMark, MARK_GAP, markWidth } from './drawMark.ts'
import { pointSizes, ROOMY_POINT } from './pointSizes.ts'
import { eachOnScreen, type MapScreen, type Standing } from './mapScreen.ts'

/** A ring round what the open incident is drawn as, or the one pointed at. */
export interface Mark {
  position: LngLat
  /** CSS pixels: of what the ring goes round. */
  radius: number
  open: boolean
}

export interface CellStyle {
  theme: Theme
  mode: MapMode
  formatCount: (count: number) => string
  /** Pixels to a CSS pixel where it is not the screen's. */
  pictureDensity?: number
}

interface PlacedCell extends Standing {
  image: CellImage
  opacity: number
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
    this.#marks = marks.map((mark) => ({ ...mark, reach: mark.radius + MARK_GAP + markWidth(mark.open) }))
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
      this.#placed ??= this.#place(screen.zoom)
      drawCells(context, screen, this.#placed, ratio)
    }
    context.scale(ratio, ratio)
    eachOnScreen(screen, this.#marks, (mark, x, y, scale) =>
      drawMark(context, { x, y, scale }, mark, this.#style.theme),
    )
  }

  #place(zoom: number): PlacedCell[] {
    const cells = this.#cells.toSorted((a, b) => a.count - b.count)
    const placed = this.#style.mode === 'points' ? this.#placePoints(cells, zoom) : this.#placeCells(cells)
    this.#images.trim(placed.length)
    return placed
  }

  #placeCells(cells: readonly Cell[]): PlacedCell[] {
    const { theme, formatCount } = this.#style
    return cells.map((cell) => {
      const image = this.#images.imageOf(cellLook(cell, formatCount), theme, this.#ratio)
      return { position: cell.position, reach: image.radius, image, opacity: 1 }
    })
  }

  #placePoints(cells: readonly Cell[], zoom: number): PlacedCell[] {
    const sizes = pointSizes(cells, zoom)
    return cells.map((cell, at) => {
      const { radius, opacity } = sizes[at] ?? { radius: ROOMY_POINT, opacity: 1 }
      const look = pointLook(cell, radius)
      const scale = look.kind === 'single' ? radius / GLYPH_RADIUS : 1
      const image = this.#images.imageOf(look, this.#style.theme, this.#ratio * scale)
      return { position: cell.position, reach: image.radius * scale, image, opacity }
    })
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
  eachOnScreen(screen, placed, ({ image: { canvas }, reach, opacity }, x, y, scale) => {
    const left = (x - reach * scale) * ratio
    const top = (y - reach * scale) * ratio
    context.globalAlpha = opacity
    // On whole pixels, so that counts are sharp.
    if (scale === 1) context.drawImage(canvas, Math.round(left), Math.round(top))
    else context.drawImage(canvas, left, top, canvas.width * scale, canvas.height * scale)
  })
  context.globalAlpha = 1
}
