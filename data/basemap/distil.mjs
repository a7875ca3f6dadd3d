import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readVillages } from './villages.mjs'
import { joinLines } from './joinLines.mjs'
import { boundsOf, packOutlines } from './packReach.mjs'
import { LEVELS, readWadis } from './wadis.mjs'

/**
 * Reduces files of Debian packages, too large to be kept, to what the map draws of them: `npm run distil -- FOLDER`
 * writes distilled/. FOLDER holds the packages unpacked over one another (`dpkg -x`); README.md names them.
 */
const mapshaper = createRequire(import.meta.url)('mapshaper')
const folder = process.argv[2]
if (!folder) throw new Error('name the folder in which the packages are unpacked')

/** Degrees. */
const MARGIN = 0.8

const flightgear = resolve(folder, 'usr/share/games/flightgear')
const magics = resolve(folder, 'usr/share/magics/10m')

await shapes('urban', `${flightgear}/Geodata/ne_10m_urban_areas.shp`, '-simplify 30% weighted keep-shapes')
await shapes('lakes', `${flightgear}/Geodata/ne_10m_lakes.shp`, '-simplify interval=120 keep-shapes')
await shapes(
  'rivers',
  `${magics}/ne_10m_rivers_lake_centerlines.shp`,
  // A line through a lake is drawn under the lake, and those of reservoirs that fell dry show where the river was.
  '-filter-fields scalerank -simplify 50% weighted',
)
villages()
await wadis()

/** Writes distilled/NAME.json.gz, a GeoJSON with positions to 0.001 degrees. */
async function shapes(name, file, commands) {
  const input = { 'shape.shp': readFileSync(file) }
  if (name === 'rivers') input['shape.dbf'] = readFileSync(file.replace(/shp$/, 'dbf'))
  const output = await mapshaper.applyCommands(
    `-i shape.shp ${commands} -o shape.json format=geojson precision=0.001`,
    input,
  )
  write(`${name}.json.gz`, output['shape.json'])
}

/** Writes distilled/wadis.json.gz: small rivers and wadis near the countries that have packs, by level. */
async function wadis() {
  const boxes = [...packOutlines().values()].map(boundsOf)
  const near = (await readWadis(resolve(folder, 'usr/share/gmt-gshhg/binned_river_f.nc'))).filter(
    ({ line }) => boxes.some((box) => line.some((position) => isWithin(box, position))),
  )
  const features = Object.keys(LEVELS).flatMap((level) =>
    joinLines(near.filter((each) => String(each.level) === level).map(({ line }) => line)).map(
      (coordinates) => ({
        type: 'Feature',
        properties: { level: Number(level) },
        geometry: { type: 'LineString', coordinates },
      }),
    ),
  )
  const output = await mapshaper.applyCommands(
    '-i wadis.json -simplify interval=250 -o out.json format=geojson precision=0.001',
    { 'wadis.json': { type: 'FeatureCollection', features } },
  )
  write('wadis.json.gz', output['out.json'])
}

/** Writes distilled/villages.tsv.gz: lng, lat and name of the villages near the countries that have packs. */
function villages() {
  const text = gunzipSync(readFileSync(`${flightgear}/Navaids/poi.dat.gz`)).toString('utf8')
  const boxes = [...packOutlines().values()].map(boundsOf)
  const near = readVillages(text).filter(({ at }) => boxes.some((box) => isWithin(box, at)))
  const lines = near.map(({ at: [lng, lat], name }) => `${lng.toFixed(3)}\t${lat.toFixed(3)}\t${name}`)
  write('villages.tsv.gz', `${[...new Set(lines)].toSorted().join('\n')}\n`)
}

/** Whether a position lies in a box or within a small tile of it. */
function isWithin([west, south, east, north], [lng, lat]) {
  return lng > west - MARGIN && lng < east + MARGIN && lat > south - MARGIN && lat < north + MARGIN
}

function write(name, text) {
  const bytes = gzipSync(text, { level: 9 })
  writeFileSync(resolve(import.meta.dirname, 'distilled', name), bytes)
  console.log(`${name}: ${bytes.length} bytes`)
}
