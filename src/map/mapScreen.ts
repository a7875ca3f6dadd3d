import { MERCATOR_LIMIT, type LngLat } from '../incidents/place.ts'

/** What the map shows, as far as drawing upon it goes. */
export interface MapScreen {
  /** CSS pixels. */
  width: number
  height: number
  zoom: number
  /** Degrees that are in sight, not wrapped: several worlds wide where several are shown. */
  west: number
  east: number
  /** How much nearer the ground is for each pixel further down, as a share: 0 looking straight down. */
  slope: number
  /** CSS pixels from the corner at the top left. */
  project(lng: number, lat: number): { x: number; y: number }
}

/** Something that stands upright at a place. */
export interface Standing {
  position: LngLat
  /** CSS pixels from its place to its edge, where it is drawn at its own size. */
  reach: number
}

/** Degrees looked at beyond what is in sight: what stands outside may reach in. Pixels decide. */
const BEYOND = 90

/** Visits each copy of the world's things that is on the screen, in order; `scale` is larger for what is nearer. */
export function eachOnScreen<T extends Standing>(
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

/** Half as much as the ground's own, as the map's labels grow: 1 in the middle. */
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
