import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { divisionsFile } from './divisions.mjs'
import { disputedDivisions, disputedPairs } from './disputed.mjs'

const mapshaper = createRequire(import.meta.url)('mapshaper')

/** Lines that one side claims and no division follows, such as the one between Israel and the Golan. */
const claimed = JSON.parse(readFileSync(new URL('./disputed-lines.geojson', import.meta.url), 'utf8')).features

/**
 * Land, borders and first-level lines, from one topology so that they meet.
 * @param keep share of vertices that is kept, such as '12%'
 */
export async function lineLayers(keep) {
  const commands = [
    `-i divisions.json name=divisions -clean -simplify weighted ${keep} keep-shapes`,
    `-lines each='a = A.adm0_a3, b = B ? B.adm0_a3 : "", da = A.iso_3166_2, db = B ? B.iso_3166_2 : ""' + name=inner`,
    `-target divisions -dissolve2 + name=land`,
    `-o land.json target=land format=geojson -o inner.json target=inner format=geojson`,
  ].join(' ')
  const output = await mapshaper.applyCommands(commands, { 'divisions.json': readFileSync(divisionsFile) })
  const land = JSON.parse(output['land.json'])
  // Without a neighbour it is a coast.
  const inner = JSON.parse(output['inner.json']).features.filter(({ properties }) => properties.b)
  return {
    land: features(land),
    borders: [
      ...inner
        .filter(({ properties: { a, b } }) => a !== b)
        .map((line) => ({ ...line, properties: { disputed: isDisputed(line.properties) ? 1 : 0 } })),
      ...claimed.map((line) => ({ ...line, properties: { disputed: 1 } })),
    ],
    divisions: inner.filter(({ properties: { a, b } }) => a === b).map((line) => ({ ...line, properties: {} })),
  }
}

function isDisputed({ a, b, da, db }) {
  return disputedPairs.has([a, b].sort().join(' ')) || disputedDivisions.has(da) || disputedDivisions.has(db)
}

function features(json) {
  return json.type === 'FeatureCollection'
    ? json.features
    : (json.geometries ?? [json]).map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
}
