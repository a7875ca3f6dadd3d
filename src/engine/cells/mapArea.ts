import { mercatorX, mercatorY, type Bounds } from '../../incidents/place.ts'
import { AREA_BLOCK_PIXELS } from '../costs.ts'

/** A part of the world in world coordinates (0 to 1); it may reach across the antimeridian. */
export interface MapArea {
  left: number
  top: number
  bottom: number
  /** 1 or more: all the way round. */
  width: number
}

/**
 * The bounds widened to whole blocks of pixels, and by one more block on every side: so the area stays the same while
 * the map is panned within a block, and cells beyond the edge of the screen are ready.
 * @param worldSize width of the world in pixels
 */
export function areaAround({ west, south, east, north }: Bounds, worldSize: number): MapArea {
  const block = AREA_BLOCK_PIXELS / worldSize
  const widened = (from: number, to: number): [number, number] => [
    (Math.floor(from / block) - 1) * block,
    (Math.ceil(to / block) + 1) * block,
  ]
  const [left, right] = widened(mercatorX(west), mercatorX(east) + (east < west ? 1 : 0))
  const [top, bottom] = widened(mercatorY(north), mercatorY(south))
  return { left, top, bottom, width: right - left }
}

/** Whether world coordinates lie in the area; NaN does not. */
export function areaTest({ left, top, bottom, width }: MapArea): (x: number, y: number) => boolean {
  return (x, y) => y >= top && y <= bottom && (width >= 1 || wrapX(x - left) <= width)
}

/** Into [0, 1): x goes round the world. */
function wrapX(x: number): number {
  return x - Math.floor(x)
}
