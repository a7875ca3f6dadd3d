import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { Camera, Theme } from '../view/view.ts'
import type { Padding } from './freeRoom.ts'
import type { HostGestures } from './hostGestures.ts'

/** What the map tells; set once. `Point` is in CSS pixels from the map's corner. */
export interface MapHandlers {
  /** The map shows another part; `settled` once it rests. */
  onMove(bounds: Bounds, zoom: number, settled: boolean): void
  /** The user moved it, and it rests. */
  onUserMoved(camera: Camera): void
  onHover(cell: Cell | null, point: { x: number; y: number }): void
  onClick(cell: Cell): void
  /** A dragged rectangle; null: cancelled. */
  onDrawn(area: Bounds | null): void
  /** All that it needs has come and is drawn. */
  onRest?: () => void
  onGround(state: 'ready' | 'failed'): void
  onLost(): void
  onRestored(): void
}

export interface MapOptions {
  theme: Theme
  language: Language
  mode: MapMode
  camera: Camera | null
  /** What is shown where there is no camera. */
  extent: Bounds | null
  padding: Padding
  formatCount: (count: number) => string
  reducedMotion: boolean
  /** Within another page: its gestures come first. */
  embedded: HostGestures | null
  /** Pixels to a CSS pixel of what is to be copied as a picture: it is kept once it is drawn. */
  pictureDensity?: number
}
