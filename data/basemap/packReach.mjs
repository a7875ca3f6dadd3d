import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { packCodes, packCountries } from './packCountries.mjs'

/** Reads distilled/NAME.json.gz: features of a GeoJSON, also of a bare geometry collection; those without a geometry are left out. */
export function readShapes(name) {
  const json = JSON.parse(
    gunzipSync(readFileSync(resolve(import.meta.dirname, 'distilled', `${name}.json.gz`))),
  )
  const features =
    json.features ?? json.geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
  return features.filter(({ geometry }) => geometry?.coordinates?.length > 0)
}

/** ISO 3166-1 alpha-2 -> the country's outline, a feature. */
export function packOutlines() {
  const byCode = new Map(readShapes('outlines').map((each) => [each.properties.A3, each]))
  return new Map(packCountries.map((code) => [code, byCode.get(packCodes[code])]))
}

/** West, south, east and north of a polygon feature, in degrees. */
export function boundsOf({ geometry: { type, coordinates } }) {
  const positions = (type === 'Polygon' ? [coordinates] : coordinates).flatMap(([ring]) => ring)
  return positions.reduce(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [180, 90, -180, -90],
  )
}
