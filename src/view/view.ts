import { noFilters, type Filters, type MapMode } from '../query/incidentQuery.ts'
import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'

/** Where the map looks. Degrees; rounded as `roundCamera` does, so that a link says it exactly. */
export interface Camera {
  /** Web map zoom, 0 to MAX_ZOOM. */
  zoom: number
  lat: number
  /** -180 to 180. */
  lng: number
  /** Degrees clockwise from north, (-180, 180]. */
  bearing: number
  /** Degrees from straight down, 0 to 60. */
  pitch: number
}

export type Theme = 'light' | 'dark'
export const themes: readonly Theme[] = ['light', 'dark']

export type Basemap = 'detailed'
export const mapModes: readonly MapMode[] = ['cells', 'points', 'heat']

/** All that a link carries: what the user looks at. */
export interface View {
  /** null: whatever shows all results. */
  camera: Camera | null
  filters: Filters
  /** Id of the incident that is open. */
  incident: string | null
  show: MapMode
  /** null: as the browser asks. */
  language: Language | null
  /** null: as the system asks. */
  theme: Theme | null
  /** null: the built-in one. */
  basemap: Basemap | null
  /** Shown within another page: the map and timeline alone. */
  embed: boolean
  /** Address of another data set's manifest; null: the bundled one. */
  data: string | null
}

export const defaultView: View = {
  camera: null,
  filters: noFilters,
  incident: null,
  show: 'cells',
  language: null,
  theme: null,
  basemap: null,
  embed: false,
  data: null,
}

export const MAX_ZOOM = 16
export const MAX_PITCH = 60

/** Longest search text that is kept, in UTF-16 units. */
export const MAX_TEXT = 500

/** Decimals of a degree at the most, some 10 cm: finer ones a number would write with an exponent. */
const FINEST = 6

/** Rounds to what a pixel can show: 2 decimals of zoom, and of a degree as many as the zoom needs. */
export function roundCamera(camera: Camera): Camera {
  const zoom = roundTo(camera.zoom, 2)
  const decimals = Math.min(FINEST, Math.max(2, Math.ceil(zoom / 3.32) + 2))
  return {
    zoom,
    lat: roundTo(camera.lat, decimals),
    lng: roundTo(camera.lng, decimals),
    bearing: roundTo(camera.bearing, 1),
    pitch: roundTo(camera.pitch, 1),
  }
}

export function roundArea({ west, south, east, north }: Bounds): Bounds {
  return {
    west: roundTo(west, FINEST),
    south: roundTo(south, FINEST),
    east: roundTo(east, FINEST),
    north: roundTo(north, FINEST),
  }
}

/** Never -0, which no text can tell from 0. */
function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
