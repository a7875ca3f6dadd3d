import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { divisions } from './divisions.mjs'
import { codesOf, disputedAreas } from './territories.mjs'

/** Builds the shapes of countries that the check of positions reads: src/ingest/laws/country-shapes.geojson.gz. */
const mapshaper = createRequire(import.meta.url)('mapshaper')
const out = resolve(import.meta.dirname, '../../src/ingest/laws/country-shapes.geojson.gz')

/** How far a line may be off, in metres, and the step of its positions, in degrees: positionInCountry.ts allows for it. */
const METRES_OFF = 3000
const STEP = 0.01

const input = divisions().map(({ properties, geometry }) => ({
  type: 'Feature',
  properties: { countries: codesOf(properties).join() },
  geometry,
}))
const output = await mapshaper.applyCommands(
  [
    `-i divisions.json -clean -dissolve2 countries`,
    `-simplify dp interval=${METRES_OFF} keep-shapes`,
    `-o shapes.json format=geojson precision=${STEP}`,
  ].join(' '),
  { 'divisions.json': JSON.stringify({ type: 'FeatureCollection', features: input }) },
)
const countries = JSON.parse(output['shapes.json'])
  .features.filter(({ properties, geometry }) => properties.countries && geometry)
  .map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: { countries: properties.countries.split(',') },
    geometry,
  }))
  .toSorted((a, b) => (String(a.properties.countries) < String(b.properties.countries) ? -1 : 1))
const lines = [...countries, ...disputedAreas()].map((feature) => JSON.stringify(feature))
const text = `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
const bytes = gzipSync(text, { level: 9 })
writeFileSync(out, bytes)
// Of the text: gzip's bytes may differ from one version of Node to the next.
console.log(`${bytes.length} bytes, SHA-256 unzipped ${createHash('sha256').update(text).digest('hex')}`)
