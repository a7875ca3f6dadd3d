import type { LngLat } from '../incidents/place.ts'
import { isInRings } from './isInRings.ts'

/** One entry of basemap/packs.json, which data/basemap writes: closer tiles of the built-in basemap for one country. */
export interface PackEntry {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Below basemap/. */
  file: string
  /** The country within about 2 km: rings that do not overlap, without holes. */
  outline: readonly (readonly LngLat[])[]
}

/** Content of basemap/packs.json. */
export interface PackIndex {
  packs: readonly PackEntry[]
}

/** The pack of the country that a position lies in; undefined where that has none. */
export function packAt<Entry extends PackEntry>(
  packs: readonly Entry[],
  position: LngLat,
): Entry | undefined {
  return packs.find(({ outline }) => isInRings(position, outline))
}
