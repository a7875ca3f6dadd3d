import type { LngLat } from '../incidents/place.ts'

/** Whether a position lies within one of the rings, which do not overlap and have no holes. Degrees, as on a plane. */
export function isInRings([lng, lat]: LngLat, rings: readonly (readonly LngLat[])[]): boolean {
  return rings.some((ring) => {
    let isInside = false
    let [fromLng, fromLat] = ring.at(-1) ?? [0, 0]
    for (const [toLng, toLat] of ring) {
      const crosses = fromLat > lat !== toLat > lat
      if (crosses && lng < fromLng + ((toLng - fromLng) * (lat - fromLat)) / (toLat - fromLat))
        isInside = !isInside
      ;[fromLng, fromLat] = [toLng, toLat]
    }
    return isInside
  })
}
