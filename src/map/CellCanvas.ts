import type { LngLat } from '../incidents/place.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { Theme } from '../view/view.ts'
import { cellLook, pointLook } from './cellImage.ts'
import { CellImages } from './CellImages.ts'
import { CellMotion } from './CellMotion.ts'
import { drawCell, GLYPH_RADIUS, type CellImage } from './drawCell.ts'
import { withHalo } from './imageHalo.ts'
import { onImagery } from './mapColours.ts'
import { drawHighlight, HIGHLIGHT_GAP, highlightWidth } from './drawHighlight.ts'
import { pointSizes, ROOMY_POINT } from './pointSizes.ts'
import { eachOnScreen, type MapScreen, type Upright } from './mapScreen.ts'

/** A ring around what the open incident, or the incident pointed at in the list, is drawn as. */
export interface Highlight {
  position: LngLat
  /** CSS pixels: radius of what the ring goes around. */
  radius: number
  /** Whether the incident is open, or merely pointed at. */
  open: boolean
}

/** How cells are drawn. A change redraws them all. */
export interface CellStyle {
  theme: Theme
  mode: MapMode
  formatCount: (count: number) => string
  /** Whether the ground may be of any tone: marks then have a halo. */
  isAnyTone?: boolean
  /** Whether cells of another zoom take their places at once. */
  reducedMotion: boolean
  /** Image pixels per CSS pixel, where it differs from the screen's: for pictures that are printed. */
  pictureDensity?: number
}

/** A cell with its image. `reach` is the image's half width, in CSS pixels. */
interface DrawnCell extends Upright {
  cell: Cell
  image: CellImage
  opacity: number
}

/**
 * Draws cells and highlights on a canvas over the map, so that a change of results does not repaint the map
 * below. A change of results or style is drawn once, in the next animation frame, or in all frames while cells come
 * out of others or run into them; a change of camera is drawn in the map's own frame.
 */
export class CellCanvas {
  readonly element = document.createElement('canvas')
  readonly #screen: () => MapScreen
  readonly #images = new CellImages((look, theme, density) => {
    const image = drawCell(look, theme, density)
    return this.#style.isAnyTone ? withHalo(image, onImagery.markHalo[theme], density) : image
  })
  readonly #motion = new CellMotion()
  readonly #abort = new AbortController()
  #style: CellStyle
  #cells: readonly Cell[] = []
  #highlights: readonly (Highlight & Upright)[] = []
  /**
   * The cells with their images, in drawing order: larger counts last, on top. `null` once they have to be
   * built again.
   */
  #drawn: readonly DrawnCell[] | null = null
  #ratio = 0
  #isStale = true
  #frame = 0

  /** @param screen called at each drawing */
  constructor(style: CellStyle, screen: () => MapScreen) {
    this.#style = { ...style }
    this.#screen = screen
    this.element.className = 'map-panel__cells'
    this.element.setAttribute('aria-hidden', 'true')
    // Counts that were drawn before the web font arrived used a fallback font.
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
    if (style.isAnyTone !== this.#style.isAnyTone) this.#images.clear()
    this.#motion.stop()
    this.#style = { ...style }
    this.#change()
  }

  /** @param zoomed levels by which the zoom has grown; `null` where the cells have changed for another reason */
  setCells(cells: readonly Cell[], zoomed: number | null): void {
    const moves = this.#style.mode === 'cells' && !this.#style.reducedMotion
    this.#motion.change(this.#cells, cells, moves ? zoomed : null, performance.now())
    this.#cells = cells
    this.#change()
  }

  setHighlights(highlights: readonly Highlight[]): void {
    this.#highlights = highlights.map((highlight) => ({
      ...highlight,
      reach: highlight.radius + HIGHLIGHT_GAP + highlightWidth(highlight.open),
    }))
    this.#redraw()
  }

  /** Call when the camera or the size has changed: the next `follow` then draws. */
  moved(): void {
    this.#isStale = true
  }

  /** Draws if anything has changed. Call while the map draws, so that both appear in the same frame. */
  follow(): void {
    if (this.#isStale) this.#draw()
  }

  #change(): void {
    this.#drawn = null
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
    if (!context) throw new Error('no canvas to draw cells on')
    this.#isStale = false
    const screen = this.#screen()
    const ratio = this.#style.pictureDensity ?? devicePixelRatio
    if (ratio !== this.#ratio) this.#drawn = null
    this.#ratio = ratio
    fit(this.element, screen, ratio)
    context.resetTransform()
    context.clearRect(0, 0, this.element.width, this.element.height)
    if (this.#style.mode !== 'heat') {
      this.#drawn ??= this.#allDrawn(screen.zoom)
      drawCells(context, screen, this.#inMotion(this.#drawn), ratio)
    }
    context.scale(ratio, ratio)
    const { theme, isAnyTone } = this.#style
    const halo = isAnyTone ? onImagery.markHalo[theme] : undefined
    eachOnScreen(screen, this.#highlights, (highlight, x, y, scale) =>
      drawHighlight(context, { x, y, scale }, highlight, theme, halo),
    )
  }

  #allDrawn(zoom: number): DrawnCell[] {
    const cells = this.#cells.toSorted((a, b) => a.count - b.count)
    const drawn = this.#style.mode === 'points' ? this.#drawnPoints(cells, zoom) : this.#drawnCells(cells)
    this.#images.trim(drawn.length)
    return drawn
  }

  /** The cells where they are at the moment; asks for the next frame if that is not where they stay. */
  #inMotion(drawn: readonly DrawnCell[]): readonly DrawnCell[] {
    const now = performance.now()
    if (!this.#motion.isRunning(now)) return drawn
    this.#redraw()
    const leaving = this.#motion.leaving(now)
    const left = this.#drawnCells(leaving.map(({ cell }) => cell))
    return [
      ...left.map((each, at) => ({ ...each, position: leaving[at]?.position ?? each.position })),
      ...drawn.map((each) => ({ ...each, position: this.#motion.positionOf(each.cell, now) })),
    ]
  }

  #drawnCells(cells: readonly Cell[]): DrawnCell[] {
    const { theme, formatCount } = this.#style
    return cells.map((cell) => {
      const image = this.#images.imageOf(cellLook(cell, formatCount), theme, this.#ratio)
      return { cell, position: cell.position, reach: image.radius, image, opacity: 1 }
    })
  }

  #drawnPoints(cells: readonly Cell[], zoom: number): DrawnCell[] {
    const sizes = pointSizes(cells, zoom)
    return cells.map((cell, at) => {
      const { radius, opacity } = sizes[at] ?? { radius: ROOMY_POINT, opacity: 1 }
      const look = pointLook(cell, radius)
      const scale = look.kind === 'single' ? radius / GLYPH_RADIUS : 1
      const image = this.#images.imageOf(look, this.#style.theme, this.#ratio * scale)
      return { cell, position: cell.position, reach: image.radius * scale, image, opacity }
    })
  }
}

/** Sizes the canvas. Assigning a size clears the canvas and takes time, so only a changed size is assigned. */
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
  drawn: readonly DrawnCell[],
  ratio: number,
): void {
  eachOnScreen(screen, drawn, ({ image: { canvas }, reach, opacity }, x, y, scale) => {
    const left = (x - reach * scale) * ratio
    const top = (y - reach * scale) * ratio
    context.globalAlpha = opacity
    // Whole pixels keep the counts sharp.
    if (scale === 1) context.drawImage(canvas, Math.round(left), Math.round(top))
    else context.drawImage(canvas, left, top, canvas.width * scale, canvas.height * scale)
  })
  context.globalAlpha = 1
}
