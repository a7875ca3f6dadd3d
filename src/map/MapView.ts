import {
  addProtocol,
  AJAXError,
  Map as MapLibre,
  setWorkerUrl,
  type GeoJSONSource,
  type MapLibreEvent,
  type MapMouseEvent,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { FeatureCollection } from 'geojson'
import { PMTiles, Protocol } from 'pmtiles'
import type { Bounds, LngLat } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell } from '../query/incidentResult.ts'
import { MAX_PITCH, MAX_ZOOM, type Camera, type Theme } from '../view/view.ts'
import { cellLook, lookName } from './cellImage.ts'
import { drawCell } from './drawCell.ts'
import { Ground } from './ground.ts'
import { groundStyle } from './mapStyle.ts'
import { nearestCell } from './nearestCell.ts'
import { drawRectangle } from './drawRectangle.ts'
import { freeRoom, type Padding } from './freeRoom.ts'
import type { MapHandlers, MapOptions } from './mapHandlers.ts'
import { areaFeatures, cellFeatures } from './overlayFeatures.ts'
import { overlaySources, withOverlay, type OverlaySource } from './overlayStyle.ts'

interface Corner {
  lng: number
  lat: number
}

/** Closest that fitting comes: a single town is shown with its surroundings. */
const FIT_ZOOM = 10
/** Milliseconds between two tellings of a movement. */
const TELL = 80
/** Images kept before those not shown are let go of. */
const MOST_IMAGES = 800
/** Pixels around a mark that still hit it. */
const HIT = { fine: 3, coarse: 14 }

/** Marks a movement of ours: what the user did not do is not written into the link. */
const OURS = { ours: true }
const isOurs = (event: object) => 'ours' in event

let isPrepared = false

/** Tells the library where its worker is and how the ground is read; once a page. */
function prepare(): void {
  if (isPrepared) return
  isPrepared = true
  setWorkerUrl(workerUrl)
  const protocol = new Protocol()
  // Where the archive has no tile, the one above is drawn larger: it reaches closer in some parts of the world.
  // Where the archive has no tile, the one above is drawn larger: it reaches closer in some parts of the world.
  addProtocol('pmtiles', async (params, abort) => {
    const { data }: { data: unknown } = await protocol.tilev4(params, abort)
    if (data instanceof Uint8Array) {
      if (data.byteLength === 0) throw new AJAXError(404, 'no such tile', params.url, new Blob())
      return { data }
    }
    return { data: { ...(data as object), sparse: true } }
  })
  protocol.add(new PMTiles(new Ground(new URL('basemap/ground.pmtiles', document.baseURI).href)))
}

/** The map, and all that touches the library. Every setter may be called at any time, and again. */
export class MapView {
  readonly #map: MapLibre
  readonly #handlers: MapHandlers
  readonly #options: MapOptions
  readonly #data = new Map<OverlaySource, FeatureCollection>()
  #base: StyleSpecification | null = null
  #cells: readonly Cell[] = []
  #fitted = false
  /** Whether the style has come, so that it can be drawn into. */
  #styled = false
  /** Lets go of drawing a rectangle, while one may be drawn. */
  #stopDrawing: (() => void) | null = null
  #told = 0
  readonly #resize: ResizeObserver

  constructor(container: HTMLElement, options: MapOptions, handlers: MapHandlers) {
    prepare()
    this.#options = { ...options }
    this.#handlers = handlers
    const { camera } = options
    this.#map = new MapLibre({
      container,
      style: this.#style(),
      attributionControl: false,
      trackResize: false,
      maxZoom: MAX_ZOOM,
      maxPitch: MAX_PITCH,
      fadeDuration: options.reducedMotion ? 0 : 200,
      ...(camera
        ? {
            center: [camera.lng, camera.lat],
            zoom: camera.zoom,
            bearing: camera.bearing,
            pitch: camera.pitch,
          }
        : {}),
    })
    if (!camera && options.extent) this.fit(options.extent)
    this.#listen()
    this.#resize = new ResizeObserver(() => this.#map.resize(OURS))
    this.#resize.observe(container)
  }

  remove(): void {
    this.#resize.disconnect()
    this.#map.remove()
  }

  #listen(): void {
    const map = this.#map
    const { onLost, onRestored, onGround } = this.#handlers
    map.on('style.load', () => this.#fill())
    map.on('move', (event) => this.#tell(event, false))
    map.on('moveend', (event) => this.#tell(event, true))
    map.on('mousemove', (event) => this.#hover(event))
    map.on('mouseout', () => this.#handlers.onHover(null, { x: 0, y: 0 }))
    map.on('click', (event) => this.#click(event))
    map.on('sourcedata', (event) => {
      if (event.sourceId === 'ground' && event.isSourceLoaded) onGround('ready')
    })
    map.on('error', (event) => {
      if ('sourceId' in event && event.sourceId === 'ground') onGround('failed')
    })
    map.on('webglcontextlost', onLost)
    map.on('webglcontextrestored', () => {
      // Images and buffers are gone with the context.
      this.#restyle()
      onRestored()
    })
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
    if (mode === this.#options.mode) return
    this.#options.mode = mode
    this.#restyle()
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
    if (this.#styled) this.#showCells()
  }

  /** Draws into one of the overlay's sources. */
  setOverlay(source: Exclude<OverlaySource, 'cells'>, data: FeatureCollection): void {
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
    this.#map.getCanvas().style.cursor = drawing ? 'crosshair' : ''
    if (drawing) this.#map.dragPan.disable()
    else this.#map.dragPan.enable()
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

  jumpTo({ zoom, lat, lng, bearing, pitch }: Camera): void {
    this.#fitted = false
    this.#map.jumpTo({ zoom, center: [lng, lat], bearing, pitch }, OURS)
  }

  /** Shows the bounds clear of the panels. */
  fit(bounds: Bounds, by: 'us' | 'user' = 'us'): void {
    const east = bounds.east < bounds.west ? bounds.east + 360 : bounds.east
    const { reducedMotion } = this.#options
    this.#map.fitBounds(
      [
        [bounds.west, bounds.south],
        [east, bounds.north],
      ],
      {
        padding: this.#freeRoom(),
        maxZoom: FIT_ZOOM,
        bearing: 0,
        pitch: 0,
        animate: by === 'user' && !reducedMotion,
      },
      by === 'us' ? OURS : {},
    )
    this.#fitted = by === 'us'
  }

  /** Zooms so far in that what stands within the bounds comes apart. */
  zoomInto(bounds: Bounds): void {
    const camera = this.#map.cameraForBounds(
      [
        [bounds.west, bounds.south],
        [bounds.east, bounds.north],
      ],
      { padding: this.#freeRoom(), maxZoom: MAX_ZOOM - 1 },
    )
    if (!camera) return
    const zoom = Math.max(camera.zoom ?? 0, this.#map.getZoom() + 1)
    this.#map.easeTo({ ...camera, zoom, animate: !this.#options.reducedMotion })
  }

  zoomBy(levels: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + levels, animate: !this.#options.reducedMotion })
  }

  /** North up, straight down. */
  level(): void {
    this.#map.easeTo({ bearing: 0, pitch: 0, animate: !this.#options.reducedMotion })
  }

  /** Brings a position into the part of the map that no panel covers, if it is not there. */
  reveal(position: LngLat): void {
    const { x, y } = this.#project(position)
    const { clientWidth, clientHeight } = this.#map.getContainer()
    const { top, right, bottom, left } = this.#freeRoom()
    const isFree = x > left && x < clientWidth - right && y > top && y < clientHeight - bottom
    if (isFree) return
    this.#map.easeTo(
      {
        center: [position[0], position[1]],
        offset: [(left - right) / 2, (top - bottom) / 2],
        animate: !this.#options.reducedMotion,
      },
      this.#fitted ? OURS : {},
    )
  }

  #style(): StyleSpecification {
    const { theme, language, mode } = this.#options
    return withOverlay(this.#base ?? groundStyle(theme, language), theme, mode)
  }

  #restyle(): void {
    this.#styled = false
    this.#map.setStyle(this.#style(), { diff: false })
  }

  /** A style has come: put into it what is to be shown. */
  #fill(): void {
    this.#styled = true
    this.#showCells()
    for (const source of overlaySources) {
      const data = this.#data.get(source)
      if (source !== 'cells' && data) this.#sourceData(source, data)
    }
  }

  #sourceData(source: OverlaySource, data: FeatureCollection): void {
    void this.#map.getSource<GeoJSONSource>(source)?.setData(data)
  }

  #showCells(): void {
    const used = new Set<string>()
    const { theme, formatCount } = this.#options
    const features = cellFeatures(this.#cells, (cell) => {
      const look = cellLook(cell, formatCount)
      const name = lookName(look, theme)
      used.add(name)
      if (!this.#map.hasImage(name)) {
        this.#map.addImage(name, drawCell(look, theme, devicePixelRatio), { pixelRatio: devicePixelRatio })
      }
      return name
    })
    this.#sourceData('cells', features)
    const images = this.#map.listImages()
    if (images.length > MOST_IMAGES) {
      for (const name of images)
        if (!used.has(name) && /^(single|disc) /.test(name)) this.#map.removeImage(name)
    }
  }

  #tell(event: MapLibreEvent, settled: boolean): void {
    const now = performance.now()
    if (!settled && now - this.#told < TELL) return
    this.#told = now
    const bounds = this.#map.getBounds()
    this.#handlers.onMove(
      { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() },
      this.#map.getZoom(),
      settled,
    )
    if (!settled || isOurs(event)) return
    this.#fitted = false
    this.#handlers.onUserMoved(this.camera)
  }

  /** Screen position, of the copy of the world that is nearest to the middle. */
  #project([lng, lat]: LngLat): { x: number; y: number } {
    const middle = this.#map.getCenter().lng
    return this.#map.project([lng + 360 * Math.round((middle - lng) / 360), lat])
  }

  #cellAt(point: { x: number; y: number }): Cell | null {
    const reach = matchMedia('(pointer: coarse)').matches ? HIT.coarse : HIT.fine
    return nearestCell(this.#cells, point, reach, (position) => this.#project(position))
  }

  #hover({ point }: MapMouseEvent): void {
    if (this.#stopDrawing || this.#options.mode === 'heat') return
    const cell = this.#cellAt(point)
    this.#map.getCanvas().style.cursor = cell ? 'pointer' : ''
    const at = cell ? this.#project(cell.position) : point
    this.#handlers.onHover(cell, { x: at.x, y: at.y })
  }

  #click({ point }: MapMouseEvent): void {
    if (this.#stopDrawing || this.#options.mode === 'heat') return
    const cell = this.#cellAt(point)
    if (cell) this.#handlers.onClick(cell)
  }

  #startDrawing(): () => void {
    const ground = {
      element: this.#map.getCanvasContainer(),
      cornerAt: (event: PointerEvent) => this.#at(event),
      preview: (a: Corner, b: Corner) =>
        this.#sourceData(
          'area',
          areaFeatures({
            west: Math.min(a.lng, b.lng),
            east: Math.max(a.lng, b.lng),
            south: Math.min(a.lat, b.lat),
            north: Math.max(a.lat, b.lat),
          }),
        ),
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

  #freeRoom(): Padding {
    const { clientWidth, clientHeight } = this.#map.getContainer()
    return freeRoom(this.#options.padding, clientWidth, clientHeight)
  }
}
