import { MERCATOR_LIMIT, type LngLat } from '../incidents/place.ts'

/** The map's viewport, as drawing over it needs it. */
export interface MapScreen {
  /** CSS pixels. */
  width: number
  height: number
  zoom: number
  /**
   * Longitudes in sight, in degrees and not wrapped: more than 360 apart where the world is shown more than
   * once.
   */
  west: number
  east: number
  /** Increase of the map's scale per CSS pixel down the screen, as a share: 0 when seen from straight above. */
  slope: number
  /** Position on the screen in CSS pixels from the upper left corner. */
  project(lng: number, lat: number): { x: number; y: number }
}

/** Something drawn upright at a position. */
export interface Upright {
  position: LngLat
  /** CSS pixels from its centre to its edge at scale 1. */
  reach: number
}

/**
 * Degrees of longitude beyond the edges that are considered too: what lies outside may reach in. The final test
 * is in pixels.
 */
const BEYOND = 90

/**
 * Calls `visit` for each copy of each thing that is on the screen, in order: where the world is shown more than
 * once, a thing has several copies.
 * @param things what is drawn, in drawing order
 * @param visit receives the position on the screen in CSS pixels, and the scale that the camera's tilt gives it
 */
export function eachOnScreen<T extends Upright>(
  screen: MapScreen,
  things: readonly T[],
  visit: (thing: T, x: number, y: number, scale: number) => void,
): void {
  const { width, height } = screen
  const [first, last] = [screen.west - BEYOND, screen.east + BEYOND]
  for (const thing of things) {
    const [lng, north] = thing.position
    const lat = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, north))
    for (let copy = lng + 360 * Math.ceil((first - lng) / 360); copy <= last; copy += 360) {
      const { x, y } = screen.project(copy, lat)
      const scale = scaleAt(screen, y)
      const reach = thing.reach * scale
      const isSeen = x + reach > 0 && x - reach < width && y + reach > 0 && y - reach < height
      if (isSeen) visit(thing, x, y, scale)
    }
  }
}

/**
 * Things grow towards the viewer at half the map's own rate, as its labels do: 1 in the middle of the screen.
 */
function scaleAt({ height, slope }: MapScreen, y: number): number {
  return 1 + (slope * (y - height / 2)) / 2
}

/**
 * `MapScreen.slope` of a camera.
 * @param pitch degrees from straight down
 * @param fieldOfView degrees from the upper to the lower edge
 * @param height CSS pixels
 */
export function slopeOf(pitch: number, fieldOfView: number, height: number): number {
  if (pitch === 0) return 0
  const eyeDistance = height / 2 / Math.tan((fieldOfView * Math.PI) / 360)
  return Math.tan((pitch * Math.PI) / 180) / eyeDistance
}
