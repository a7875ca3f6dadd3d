import type { Feature, FeatureCollection, Polygon } from 'geojson'
import { uncertaintyMetres } from '../incidents/precision.ts'
import type { LngLat } from '../incidents/place.ts'
import type { GeoPrecision } from '../incidents/vocabulary.ts'

/** Mean radius of the earth in metres (IUGG R1). */
const EARTH = 6_371_008.8
/** Corners of a circle. */
const STEPS = 96

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI

/**
 * A circle on the sphere.
 * @param radius metres along the surface
 * @returns a closed ring of [lng, lat]; a longitude may lie outside [-180, 180], so that the ring is not cut
 */
export function geodesicCircle([lng, lat]: LngLat, radius: number): [number, number][] {
  const angle = radius / EARTH
  const [sinLat, cosLat] = [Math.sin(radians(lat)), Math.cos(radians(lat))]
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const bearing = (2 * Math.PI * (step % STEPS)) / STEPS
    const sinTo = sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(bearing)
    const turn = Math.atan2(Math.sin(bearing) * Math.sin(angle) * cosLat, Math.cos(angle) - sinLat * sinTo)
    return [lng + degrees(turn), degrees(Math.asin(sinTo))]
  })
}

/**
 * The area in which an incident may have happened, as a circle around its position. Empty for a site, which is
 * exact, and for a country, which has no position of its own.
 */
export function uncertaintyArea(position: LngLat, precision: GeoPrecision): FeatureCollection<Polygon> {
  const radius = precision === 'country' ? 0 : uncertaintyMetres[precision]
  const features: Feature<Polygon>[] =
    radius === 0
      ? []
      : [
          {
            type: 'Feature',
            properties: {},
            geometry: { type: 'Polygon', coordinates: [geodesicCircle(position, radius)] },
          },
        ]
  return { type: 'FeatureCollection', features }
}
