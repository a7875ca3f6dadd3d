import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { Camera, Theme } from '../view/view.ts'
import type { Padding } from './freeRoom.ts'
import type { HostGestures } from './hostGestures.ts'

/** What the map reports; set once. Points are in CSS pixels from the map's upper left corner. */
export interface MapHandlers {
  /** The map shows another part of the world; `settled` at the end of the movement. */
  onMove(bounds: Bounds, zoom: number, settled: boolean): void
  /** The user has moved the map, and it rests. */
  onUserMoved(camera: Camera): void
  onHover(cell: Cell | null, point: { x: number; y: number }): void
  onClick(cell: Cell): void
  /** A rectangle was drawn; `null` if that was cancelled. */
  onDrawn(area: Bounds | null): void
  /** Everything has loaded and is drawn. */
  onRest?: () => void
  /** The built-in basemap has loaded, or could not be loaded. */
  onBasemap(state: 'ready' | 'failed'): void
  /** The graphics context was lost. */
  onLost(): void
  onRestored(): void
}

/** What a map is made with; what may change later has a setter. */
export interface MapOptions {
  theme: Theme
  language: Language
  mode: MapMode
  camera: Camera | null
  /** What to show without a camera; `null` for the library's default. */
  extent: Bounds | null
  /** How far panels reach over the map. */
  padding: Padding
  formatCount: (count: number) => string
  reducedMotion: boolean
  /** Without relief. */
  isFlat: boolean
  /** Whether the ground may be of any tone: marks and lines then have a halo. */
  isAnyTone?: boolean
  /** Set on a page embedded in another one, whose own gestures then come first. */
  embedded: HostGestures | null
  /**
   * Image pixels per CSS pixel, for a map that is copied as a picture: what it has drawn is then kept readable.
   */
  pictureDensity?: number
}
