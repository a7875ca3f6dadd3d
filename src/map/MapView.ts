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
import { CellCanvas, type Highlight } from './CellCanvas.ts'
import { CellPointer } from './CellPointer.ts'
import { followSize, sizeOf } from './followSize.ts'
import { leftToRight } from './glyphDirection.ts'
import { BuiltInBasemap, builtInTiles } from './builtInBasemap.ts'
import { BASEMAP_PROTOCOL, basemapStyle } from './mapStyle.ts'
import { archiveTiles } from './basemaps/archiveTiles.ts'
import type { BaseStyle } from './basemaps/baseStyle.ts'
import { remoteProtocol, tellUnusable } from './basemaps/remoteRequests.ts'
import { drawRectangle } from './drawRectangle.ts'
import { AREA_ROOM, freeRoom, CELL_ROOM, type Padding } from './freeRoom.ts'
import { boundsOf, cameraOf, followGround, onRefusedStyle } from './libraryState.ts'
import { cameraOptions, libraryOptions } from './libraryOptions.ts'
import type { MapHandlers, MapOptions } from './mapHandlers.ts'
import { slopeOf, type MapScreen } from './mapScreen.ts'
import { areaFeatures, heatFeatures } from './overlayFeatures.ts'
import { dividePictures, replacePictures } from './pictureLayers.ts'
import { overlayIds, withOverlay, type OverlayId } from './overlayStyle.ts'

/** Closest zoom of `fit`: a single town is shown with its surroundings. */
const FIT_ZOOM = 10
/** Least time between two `onMove` reports during a movement, in milliseconds. */
const REPORT_INTERVAL = 80

/** Event data of movements that the page makes itself: only movements by the user are written into the URL. */
const OURS = { ours: true }
const isOurs = (event: object) => 'ours' in event

let isPrepared = false

/** Registers the library's worker and the protocol of the built-in basemap, once per page. */
function prepare(): void {
  if (isPrepared) return
  isPrepared = true
  setWorkerUrl(workerUrl)
  const noTile = (url: string) => new AJAXError(404, 'no such tile', url, new Blob())
  addProtocol(BASEMAP_PROTOCOL, builtInTiles(noTile))
  addProtocol('pmtiles', archiveTiles(noTile))
  addProtocol('remote', remoteProtocol(noTile))
}

/**
 * The map: the only class that touches the map library. Every setter may be called at any time and repeatedly;
 * setting the present value does nothing.
 */
export class MapView {
  readonly #map: MapLibre
  readonly #handlers: MapHandlers
  readonly #options: MapOptions
  readonly #data = new Map<OverlayId, FeatureCollection>()
  readonly #canvas: CellCanvas
  readonly #pointer: CellPointer
  readonly #basemap: BuiltInBasemap
  /**
   * Size of the container in CSS pixels. Stored, as reading it from the page while drawing would force a
   * layout.
   */
  #size: { width: number; height: number }
  #base: BaseStyle | null = null
  /** Where a map divided between two days is divided: 0 at its left edge, 1 at its right one. */
  #swipe = 0.5
  #cells: readonly Cell[] = []
  #fitted = false
  /** Whether the style has loaded, so that data can be put into it. */
  #styled = false
  /** Ends the drawing of a rectangle; `null` while none is being drawn. */
  #stopDrawing: (() => void) | null = null
  #reportedAt = 0
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
    this.#basemap = new BuiltInBasemap(this.#map, () => this.#options.theme)
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
    this.#basemap.remove()
    this.#map.remove()
  }

  #listen(): void {
    const map = this.#map
    const { onLost, onRestored, onBasemap } = this.#handlers
    map.on('style.load', () => this.#fill())
    map.on('move', (event) => {
      this.#canvas.moved()
      this.#pointer.leave()
      this.#report(event, false)
    })
    map.on('render', () => this.#canvas.follow())
    map.on('moveend', (event) => this.#report(event, true))
    map.on('idle', () => this.#handlers.onRest?.())
    map.on('mousemove', ({ point }) => this.#pointer.hover(point))
    map.on('mouseout', () => this.#pointer.leave())
    map.on('click', ({ point }) => this.#pointer.press(point))
    followGround(map, onBasemap)
    onRefusedStyle(map, () => {
      if (this.#styled || !this.#base) return
      this.setBasemap(null)
      tellUnusable()
    })
    map.on('webglcontextlost', () => {
      this.#styled = false
      onLost()
    })
    map.on('webglcontextrestored', () => {
      // The buffers were lost with the context.
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

  /** @param base `null` for the built-in basemap */
  setBasemap(base: BaseStyle | null): void {
    const before = this.#base
    if (base === before) return
    this.#base = base
    this.#options.isAnyTone = base?.isAnyTone ?? false
    if (this.#styled && base && before && base.form === before.form) replacePictures(this.#map, base, before)
    else this.#restyle()
  }

  /** Divides the map between two days. @param share 0 at its left edge, 1 at its right one */
  setSwipe(share: number): void {
    this.#swipe = share
    this.#map.triggerRepaint()
  }

  setCells(cells: readonly Cell[], zoomed: number | null = null): void {
    if (cells === this.#cells) return
    this.#cells = cells
    this.#canvas.setCells(cells, zoomed)
    this.#basemap.setCells(this.#options.mode === 'cells' ? cells : null)
    if (this.#options.mode === 'heat') this.#showHeat()
  }

  setHighlights(highlights: readonly Highlight[]): void {
    this.#canvas.setHighlights(highlights)
  }

  /** Replaces the features of an overlay. */
  setOverlay(source: Exclude<OverlayId, 'heat'>, data: FeatureCollection): void {
    this.#data.set(source, data)
    this.#setOverlayData(source, data)
  }

  setPadding(padding: Padding): void {
    this.#options.padding = padding
  }

  /** While `drawing` is true, the next drag draws a rectangle instead of moving the map. */
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
    return cameraOf(this.#map)
  }

  /** Whether the map shows all results and has not been moved since. */
  get isFitted(): boolean {
    return this.#fitted
  }

  jumpTo(camera: Camera): void {
    this.#fitted = false
    this.#map.jumpTo(cameraOptions(camera), OURS)
  }

  /** Shows the bounds in the part of the map that no panel covers. */
  fit(bounds: Bounds, how: 'at once' | 'gently' = 'at once'): void {
    const east = bounds.east < bounds.west ? bounds.east + 360 : bounds.east
    this.#map.fitBounds(
      [bounds.west, bounds.south, east, bounds.north],
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

  /** Zooms in, by one level at least, until the bounds fill the map. */
  zoomInto(bounds: Bounds): void {
    const camera = this.#map.cameraForBounds([bounds.west, bounds.south, bounds.east, bounds.north], {
      padding: this.#freeRoom(AREA_ROOM),
      maxZoom: MAX_ZOOM - 1,
    })
    if (!camera) return
    const zoom = Math.max(camera.zoom ?? 0, this.#map.getZoom() + 1)
    this.#ease({ ...camera, zoom })
  }

  zoomBy(levels: number): void {
    this.#ease({ zoom: this.#map.getZoom() + levels })
  }

  /** Turns the map north up, seen from straight above. */
  level(): void {
    this.#ease({ bearing: 0, pitch: 0 })
  }

  /** Moves the map so that a position lies in the part that no panel covers, if it does not already. */
  reveal(position: LngLat): void {
    const { x, y } = this.#project(position)
    const { width, height } = this.#size
    const { top, right, bottom, left } = this.#freeRoom(CELL_ROOM)
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
    const { theme, language, isFlat, isAnyTone } = this.#options
    const base = this.#base?.style ?? basemapStyle(theme, language, isFlat)
    return withOverlay(base, theme, isAnyTone)
  }

  #restyle(): void {
    this.#styled = false
    this.#map.setStyle(this.#style(), { diff: false })
    this.#setGlyphs()
    this.#canvas.setStyle(this.#options)
  }

  /** Every style has its own glyph manager, which has to be patched again. */
  #setGlyphs(): void {
    const { glyphManager: signs } = this.#map.style
    signs.createRasterizer = leftToRight(signs.createRasterizer)
  }

  /** Puts all data into a style that has just loaded. */
  #fill(): void {
    this.#styled = true
    this.#basemap.filled()
    this.#canvas.moved()
    dividePictures(this.#map, () => this.#swipe)
    for (const source of overlayIds) {
      const data = this.#data.get(source)
      if (data) this.#setOverlayData(source, data)
    }
    if (this.#options.mode === 'heat') this.#showHeat()
  }

  #setOverlayData(source: OverlayId, data: FeatureCollection): void {
    if (this.#styled) void this.#map.getSource<GeoJSONSource>(source)?.setData(data)
  }

  /** The heat map is the one way of drawing that the library does itself. */
  #showHeat(): void {
    const isHeat = this.#options.mode === 'heat'
    this.#setOverlayData(
      'heat',
      heatFeatures(isHeat ? this.#cells : [], boundsOf(this.#map), this.#map.getZoom()),
    )
    if (this.#styled) this.#map.setLayoutProperty('heat', 'visibility', isHeat ? 'visible' : 'none')
  }

  #screen(): MapScreen {
    const { west, east } = boundsOf(this.#map)
    return {
      ...this.#size,
      zoom: this.#map.getZoom(),
      west,
      east,
      slope: slopeOf(this.#map.getPitch(), this.#map.getVerticalFieldOfView(), this.#size.height),
      project: (lng, lat) => this.#map.project([lng, lat]),
    }
  }

  #report(event: MapLibreEvent, settled: boolean): void {
    const now = performance.now()
    if (!settled && now - this.#reportedAt < REPORT_INTERVAL) return
    this.#reportedAt = now
    this.#handlers.onMove(boundsOf(this.#map), this.#map.getZoom(), settled)
    if (!settled || isOurs(event)) return
    this.#fitted = false
    this.#handlers.onUserMoved(this.camera)
  }

  /** Position on the screen, in CSS pixels, in the copy of the world nearest to the middle of the map. */
  #project([lng, lat]: LngLat): { x: number; y: number } {
    const middle = this.#map.getCenter().lng
    return this.#map.project([lng + 360 * Math.round((middle - lng) / 360), lat])
  }

  #startDrawing(): () => void {
    const map = {
      element: this.#map.getCanvasContainer(),
      cornerAt: (event: PointerEvent) => this.#at(event),
      preview: (area: Bounds | null) => this.#setOverlayData('area', areaFeatures(area)),
    }
    return drawRectangle(map, (area) => {
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
