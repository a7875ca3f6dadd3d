import {
  addProtocol,
  AJAXError,
  Map as MapLibre,
  setWorkerUrl,
  type EaseToOptions,
  type GeoJSONSource,
  type MapLibreEvent,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { FeatureCollection } from 'geojson'
import type { Bounds, LngLat } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell } from '../query/incidentResult.ts'
import { MAX_ZOOM, type Camera, type Theme } from '../view/view.ts'
import { CellCanvas, type Mark } from './CellCanvas.ts'
import { CellPointer } from './CellPointer.ts'
import { followSize } from './followSize.ts'
import { leftToRight } from './glyphDirection.ts'
import { groundProtocol } from './groundProtocol.ts'
import { groundStyle } from './mapStyle.ts'
import { drawRectangle } from './drawRectangle.ts'
import { AREA_ROOM, freeRoom, MARK_ROOM, type Padding } from './freeRoom.ts'
import { cameraOptions, libraryOptions } from './libraryOptions.ts'
import type { MapHandlers, MapOptions } from './mapHandlers.ts'
import { slopeOf, type MapScreen } from './mapScreen.ts'
import { areaFeatures, heatFeatures } from './overlayFeatures.ts'
import { overlaySources, withOverlay, type OverlaySource } from './overlayStyle.ts'

/** Closest that fitting comes: a single town is shown with its surroundings. */
const FIT_ZOOM = 10
/** Milliseconds between two tellings of a movement. */
const TELL = 80

/** Marks a movement of ours: what the user did not do is not written into the link. */
const OURS = { ours: true }
const isOurs = (event: object) => 'ours' in event

let isPrepared = false

/** Tells the library where its worker is and how the ground is read; once a page. */
function prepare(): void {
  if (isPrepared) return
  isPrepared = true
  setWorkerUrl(workerUrl)
  addProtocol(
    'pmtiles',
    groundProtocol((url) => new AJAXError(404, 'no such tile', url, new Blob())),
  )
}

/** The map, and all that touches the library. Every setter may be called at any time, and again. */
export class MapView {
  readonly #map: MapLibre
  readonly #handlers: MapHandlers
  readonly #options: MapOptions
  readonly #data = new Map<OverlaySource, FeatureCollection>()
  readonly #canvas: CellCanvas
  readonly #pointer: CellPointer
  /** As the library takes it. Kept: asking the page while drawing would have it laid out anew. */
  #size: { width: number; height: number }
  #base: StyleSpecification | null = null
  #cells: readonly Cell[] = []
  #fitted = false
  /** Whether the style has come, so that it can be drawn into. */
  #styled = false
  /** Lets go of drawing a rectangle, while one may be drawn. */
  #stopDrawing: (() => void) | null = null
  #told = 0
  readonly #abort = new AbortController()

  constructor(container: HTMLElement, options: MapOptions, handlers: MapHandlers) {
    prepare()
    this.#size = sizeOf(container)
    this.#options = { ...options }
    this.#handlers = handlers
    const { camera } = options
    this.#map = new MapLibre({
      container,
      style: this.#style(),
      ...libraryOptions(options),
    })
    this.#setGlyphs()
    if (!camera && options.extent) this.fit(options.extent)
    this.#canvas = new CellCanvas(options, () => this.#screen())
    this.#map.getCanvasContainer().append(this.#canvas.element)
    this.#pointer = new CellPointer(
      {
        cells: () => (this.#stopDrawing || this.#options.mode === 'heat' ? [] : this.#cells),
        project: (position) => this.#project(position),
        setCursor: (cursor) => this.#setCursor(this.#stopDrawing ? 'crosshair' : cursor),
      },
      handlers,
    )
    this.#listen()
    followSize(container, () => this.#resize(), this.#abort.signal)
  }

  remove(): void {
    this.#abort.abort()
    this.#canvas.remove()
    this.#map.remove()
  }

  #listen(): void {
    const map = this.#map
    const { onLost, onRestored, onGround } = this.#handlers
    map.on('style.load', () => this.#fill())
    map.on('move', (event) => {
      this.#canvas.moved()
      this.#pointer.leave()
      this.#tell(event, false)
    })
    map.on('render', () => this.#canvas.follow())
    map.on('moveend', (event) => this.#tell(event, true))
    map.on('idle', () => this.#handlers.onRest?.())
    map.on('mousemove', ({ point }) => this.#pointer.hover(point))
    map.on('mouseout', () => this.#pointer.leave())
    map.on('click', ({ point }) => this.#pointer.press(point))
    map.on('sourcedata', (event) => {
      if (event.sourceId === 'ground' && event.isSourceLoaded) onGround('ready')
    })
    map.on('error', (event) => {
      if ('sourceId' in event && event.sourceId === 'ground') onGround('failed')
    })
    map.on('webglcontextlost', () => {
      this.#styled = false
      onLost()
    })
    map.on('webglcontextrestored', () => {
      // Buffers are gone with the context.
      this.#restyle()
      onRestored()
    })
  }

  #resize(): void {
    this.#size = sizeOf(this.#map.getContainer())
    this.#canvas.moved()
    this.#map.resize(OURS)
  }

  setTheme(theme: Theme): void {
    if (theme === this.#options.theme) return
    this.#options.theme = theme
    this.#restyle()
  }

  setLanguage(language: Language, formatCount: (count: number) => string): void {
    if (language === this.#options.language) return
    this.#options.language = language
    this.#options.formatCount = formatCount
    this.#restyle()
  }

  setMode(mode: MapMode): void {
    const before = this.#options.mode
    if (mode === before) return
    this.#options.mode = mode
    this.#canvas.setStyle(this.#options)
    if (mode === 'heat' || before === 'heat') this.#showHeat()
  }

  /** @param style of a detailed basemap; null: the built-in one */
  setBasemap(style: StyleSpecification | null): void {
    if (style === this.#base) return
    this.#base = style
    this.#restyle()
  }

  setCells(cells: readonly Cell[]): void {
    if (cells === this.#cells) return
    this.#cells = cells
    this.#canvas.setCells(cells)
    if (this.#options.mode === 'heat') this.#showHeat()
  }

  setMarks(marks: readonly Mark[]): void {
    this.#canvas.setMarks(marks)
  }

  /** Draws into one of the overlay's sources. */
  setOverlay(source: Exclude<OverlaySource, 'heat'>, data: FeatureCollection): void {
    this.#data.set(source, data)
    this.#sourceData(source, data)
  }

  setPadding(padding: Padding): void {
    this.#options.padding = padding
  }

  /** While it is on, the next drag draws a rectangle instead of moving the map. */
  setDrawing(drawing: boolean): void {
    if (drawing === (this.#stopDrawing !== null)) return
    this.#stopDrawing?.()
    this.#stopDrawing = drawing ? this.#startDrawing() : null
    this.#setCursor(drawing ? 'crosshair' : '')
    if (drawing) this.#map.dragPan.disable()
    else this.#map.dragPan.enable()
  }

  #setCursor(cursor: string): void {
    this.#map.getCanvas().style.cursor = cursor
  }

  setName(name: string): void {
    this.#map.getCanvas().setAttribute('aria-label', name)
  }

  get camera(): Camera {
    const { lng, lat } = this.#map.getCenter().wrap()
    return {
      zoom: this.#map.getZoom(),
      lat,
      lng,
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch(),
    }
  }

  /** Whether it shows all results, and has not been moved since. */
  get isFitted(): boolean {
    return this.#fitted
  }

  jumpTo(camera: Camera): void {
    this.#fitted = false
    this.#map.jumpTo(cameraOptions(camera), OURS)
  }

  /** Shows the bounds clear of the panels. */
  fit(bounds: Bounds, how: 'at once' | 'gently' = 'at once'): void {
    const east = bounds.east < bounds.west ? bounds.east + 360 : bounds.east
    this.#map.fitBounds(
      [
        [bounds.west, bounds.south],
        [east, bounds.north],
      ],
      {
        padding: this.#freeRoom(AREA_ROOM),
        maxZoom: FIT_ZOOM,
        bearing: 0,
        pitch: 0,
        animate: how === 'gently' && !this.#options.reducedMotion,
      },
      OURS,
    )
    this.#fitted = true
  }

  /** Zooms so far in that what stands within the bounds comes apart. */
  zoomInto(bounds: Bounds): void {
    const camera = this.#map.cameraForBounds(
      [
        [bounds.west, bounds.south],
        [bounds.east, bounds.north],
      ],
      { padding: this.#freeRoom(AREA_ROOM), maxZoom: MAX_ZOOM - 1 },
    )
    if (!camera) return
    const zoom = Math.max(camera.zoom ?? 0, this.#map.getZoom() + 1)
    this.#ease({ ...camera, zoom })
  }

  zoomBy(levels: number): void {
    this.#ease({ zoom: this.#map.getZoom() + levels })
  }

  /** North up, straight down. */
  level(): void {
    this.#ease({ bearing: 0, pitch: 0 })
  }

  /** Brings a position into the part of the map that no panel covers, if it is not there. */
  reveal(position: LngLat): void {
    const { x, y } = this.#project(position)
    const { width, height } = this.#size
    const { top, right, bottom, left } = this.#freeRoom(MARK_ROOM)
    const isFree = x > left && x < width - right && y > top && y < height - bottom
    if (isFree) return
    const [lng, lat] = position
    const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2]
    this.#ease({ center: { lng, lat }, offset }, this.#fitted ? OURS : {})
  }

  #ease(to: EaseToOptions, by: object = {}): void {
    this.#map.easeTo({ ...to, animate: !this.#options.reducedMotion }, by)
  }

  #style(): StyleSpecification {
    const { theme, language } = this.#options
    return withOverlay(this.#base ?? groundStyle(theme, language), theme)
  }

  #restyle(): void {
    this.#styled = false
    this.#map.setStyle(this.#style(), { diff: false })
    this.#setGlyphs()
    this.#canvas.setStyle(this.#options)
  }

  /** Each style draws its signs anew. */
  #setGlyphs(): void {
    const { glyphManager: signs } = this.#map.style
    signs.createRasterizer = leftToRight(signs.createRasterizer)
  }

  /** A style has come: put into it what is to be shown. */
  #fill(): void {
    this.#styled = true
    this.#canvas.moved()
    for (const source of overlaySources) {
      const data = this.#data.get(source)
      if (data) this.#sourceData(source, data)
    }
    if (this.#options.mode === 'heat') this.#showHeat()
  }

  #sourceData(source: OverlaySource, data: FeatureCollection): void {
    if (this.#styled) void this.#map.getSource<GeoJSONSource>(source)?.setData(data)
  }

  /** Heat alone is drawn by the map itself. */
  #showHeat(): void {
    const isHeat = this.#options.mode === 'heat'
    this.#sourceData('heat', heatFeatures(isHeat ? this.#cells : [], this.#bounds(), this.#map.getZoom()))
    if (this.#styled) this.#map.setLayoutProperty('heat', 'visibility', isHeat ? 'visible' : 'none')
  }

  #screen(): MapScreen {
    const { west, east } = this.#bounds()
    return {
      ...this.#size,
      zoom: this.#map.getZoom(),
      west,
      east,
      slope: slopeOf(this.#map.getPitch(), this.#map.getVerticalFieldOfView(), this.#size.height),
      project: (lng, lat) => this.#map.project([lng, lat]),
    }
  }

  #tell(event: MapLibreEvent, settled: boolean): void {
    const now = performance.now()
    if (!settled && now - this.#told < TELL) return
    this.#told = now
    this.#handlers.onMove(this.#bounds(), this.#map.getZoom(), settled)
    if (!settled || isOurs(event)) return
    this.#fitted = false
    this.#handlers.onUserMoved(this.camera)
  }

  /** Not wrapped: wider than a world where several are shown. */
  #bounds(): Bounds {
    const bounds = this.#map.getBounds()
    return {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    }
  }

  /** Screen position, of the copy of the world that is nearest to the middle. */
  #project([lng, lat]: LngLat): { x: number; y: number } {
    const middle = this.#map.getCenter().lng
    return this.#map.project([lng + 360 * Math.round((middle - lng) / 360), lat])
  }

  #startDrawing(): () => void {
    const ground = {
      element: this.#map.getCanvasContainer(),
      cornerAt: (event: PointerEvent) => this.#at(event),
      preview: (area: Bounds | null) => this.#sourceData('area', areaFeatures(area)),
    }
    return drawRectangle(ground, (area) => {
      this.setDrawing(false)
      this.#handlers.onDrawn(area)
    })
  }

  #at(event: PointerEvent): { lng: number; lat: number } {
    const box = this.#map.getCanvasContainer().getBoundingClientRect()
    return this.#map.unproject([event.clientX - box.left, event.clientY - box.top]).wrap()
  }

  #freeRoom(least: number): Padding {
    return freeRoom(this.#options.padding, this.#size.width, this.#size.height, least)
  }
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight })
