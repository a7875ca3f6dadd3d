import { createRequire } from 'node:module'
import { packCodes } from './packCountries.mjs'
import { readShapes } from './packReach.mjs'

const mapshaper = createRequire(import.meta.url)('mapshaper')

/**
 * By which the page tells in which country the middle of the view lies: ISO 3166-1 alpha-2 -> the rings of its main parts,
 * lng and lat to 0.01 degrees, within about 2 km.
 */
export async function coarseOutlines() {
  const output = await mapshaper.applyCommands(
    '-i outlines.json -simplify interval=1500 keep-shapes -filter-islands min-area=50km2 -o coarse.json precision=0.01',
    { 'outlines.json': { type: 'FeatureCollection', features: readShapes('outlines') } },
  )
  const byCode = new Map(
    JSON.parse(output['coarse.json']).features.map(({ properties, geometry }) => [properties.A3, geometry]),
  )
  return new Map(
    Object.entries(packCodes).map(([country, code]) => {
      const { type, coordinates } = byCode.get(code)
      return [country, (type === 'Polygon' ? [coordinates] : coordinates).map(([outer]) => outer)]
    }),
  )
}
