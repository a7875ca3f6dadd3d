import { noFilters, type Filters, type MapMode } from '../query/incidentQuery.ts'
import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'

/** What the map shows. Rounded by `roundCamera`, so that a link reproduces it exactly. */
export interface Camera {
  /** Web map zoom, 0 to MAX_ZOOM. */
  zoom: number
  /** Degrees, WGS 84, -90 to 90. */
  lat: number
  /** Degrees, WGS 84, -180 to 180. */
  lng: number
  /** Degrees clockwise from north, (-180, 180]. */
  bearing: number
  /** Degrees of tilt from looking straight down, 0 to MAX_PITCH. */
  pitch: number
}

/** Colour theme of the page and the map. */
export type Theme = 'light' | 'dark'

/** All themes. */
export const themes: readonly Theme[] = ['light', 'dark']

/** All map modes. */
export const mapModes: readonly MapMode[] = ['cells', 'points', 'heat']

/** Everything that a link carries. */
export interface View {
  /** null: the map shows all results. */
  camera: Camera | null
  filters: Filters
  /** Id of the incident that is open. */
  incident: string | null
  /** How the map draws incidents. */
  show: MapMode
  /** null: the browser's language. */
  language: Language | null
  /** null: the system's theme. */
  theme: Theme | null
  /** Which basemap, in which form and of which day, as basemapChoice.ts reads it; null: the built-in one. */
  basemap: string | null
  /** Whether the page is embedded in another one and shows only map and timeline. */
  embed: boolean
  /** URL of the manifest of another data set; null: the bundled one; `OWN_FILES`: files that the user has opened. */
  data: string | null
}

/**
 * Stands in a link for files that the user has opened, which no link carries. It is no URL that could be opened: its
 * scheme does not exist.
 */
export const OWN_FILES = 'own:files'

/** The view of a link without fragment. */
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

/** Largest zoom of the map. */
export const MAX_ZOOM = 16

/** Largest tilt of the map, in degrees. */
export const MAX_PITCH = 60

/** Longest search text that is kept, in UTF-16 code units. */
export const MAX_TEXT = 500

/** Most decimals of a degree: about 10 cm. JavaScript writes numbers below 10^-6 with an exponent. */
const FINEST = 6

/**
 * Rounds a camera to about a pixel: zoom to 2 decimals; degrees to as many decimals as the zoom needs (3.32 levels of
 * zoom, log2 of 10, make one decimal), at least 2; bearing and pitch to 1.
 */
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

/** Rounds the edges of an area to 6 decimals, so that a link reproduces it exactly. */
export function roundArea({ west, south, east, north }: Bounds): Bounds {
  return {
    west: roundTo(west, FINEST),
    south: roundTo(south, FINEST),
    east: roundTo(east, FINEST),
    north: roundTo(north, FINEST),
  }
}

/** Adds 0 so that the result is never -0, which a link could not reproduce. */
function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
