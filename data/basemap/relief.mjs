import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { writeArchive } from './archive.mjs'
import { landMask } from './landMask.mjs'
import { lineLayers } from './lines.mjs'

/**
 * Builds public/basemap/relief.pmtiles, the shading of the land: `npm run relief -- FOLDER`, where FOLDER holds Debian's
 * marble-qt-data, unpacked. Tiles are grey WebP pictures of 512 pixels: 128 is flat land or the sea, darker is a slope
 * in the shade, lighter one in the light from the north-west.
 */
const folder = process.argv[2]
if (!folder) throw new Error('name the folder in which marble-qt-data is unpacked')
const source = resolve(folder, 'usr/share/marble/data/maps/earth/srtm/3')

/** The heights: a picture of the world in latitude and longitude, in tiles. */
const TILE = 675
const [WIDTH, HEIGHT] = [16 * TILE, 8 * TILE]
/** The shading: a Mercator square of tiles at the closest zoom. */
const SIDE = 512
const CLOSEST = 4
const PIXELS = SIDE * 2 ** CLOSEST
const METRES = 40_075_017 / PIXELS
/** How many times steeper slopes are drawn than they are: at 5 km a pixel the steepest are gentle. */
const STEEPER = 9
const QUALITY = 26

const heights = await readHeights()
const land = landMask((await lineLayers('12%')).land, PIXELS)
let shades = shadesOf(heights, land)
const tiles = []
for (let z = CLOSEST; z >= 0; z -= 1) {
  tiles.push(...(await tilesOf(shades, z)))
  shades = halved(shades)
}
const bytes = writeArchive(tiles, {
  minZoom: 0,
  maxZoom: CLOSEST,
  kind: 'webp',
  credits: 'SRTM, by Natural Earth',
})
const out = resolve(import.meta.dirname, '../../public/basemap/relief.pmtiles')
writeFileSync(out, bytes)
console.log(
  `${tiles.length} tiles, ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
)

/** @returns metres above the sea by row from the north, 0 at sea */
async function readHeights() {
  const metres = Float32Array.from({ length: 256 }, (_, level) => metresOf(level))
  const all = new Float32Array(WIDTH * HEIGHT)
  for (const row of readdirSync(source))
    for (const file of readdirSync(resolve(source, row))) {
      const [down, across] = file.split('.')[0].split('_').map(Number)
      const levels = await sharp(resolve(source, row, file))
        .greyscale()
        .raw()
        .toBuffer()
      for (let y = 0; y < TILE; y += 1)
        for (let x = 0; x < TILE; x += 1)
          all[(down * TILE + y) * WIDTH + across * TILE + x] = metres[levels[y * TILE + x]]
    }
  return all
}

/**
 * The source's levels grow with about the 0.42th power of the height: fitted to the heights of Aleppo (380 m, 144), Sanaa
 * (2,250 m, 197), Lhasa (3,650 m, 215).
 */
function metresOf(level) {
  return level <= 98 ? 0 : 380 * ((level - 98) / 46) ** 2.35
}

/** @returns -127 (in the shade) to 127 (in the light), by row from the north; 0 at sea */
function shadesOf(heights, land) {
  const shades = new Int8Array(PIXELS * PIXELS)
  for (let y = 1; y + 1 < PIXELS; y += 1) {
    const [above, here, below] = [y - 1, y, y + 1].map(latitudeOf)
    const metres = METRES * Math.cos((here * Math.PI) / 180)
    for (let x = 0; x < PIXELS; x += 1) {
      if (!land[y * PIXELS + x]) continue
      const [west, east] = [x - 1, x + 1].map((each) => ((each + 0.5) / PIXELS) * 360 - 180)
      const middle = ((x + 0.5) / PIXELS) * 360 - 180
      const eastward = (at(heights, east, here) - at(heights, west, here)) / (2 * metres)
      const southward = (at(heights, middle, below) - at(heights, middle, above)) / (2 * metres)
      shades[y * PIXELS + x] = Math.round(127 * light(eastward * STEEPER, southward * STEEPER))
    }
  }
  return shades
}

/** Light from the north-west, 45 degrees high, against that on flat land: -1 to 1. */
function light(eastward, southward) {
  const flat = Math.SQRT1_2
  const facing = (eastward + southward) / 2
  const lit = (flat + facing) / Math.hypot(1, eastward, southward)
  return Math.max(-1, Math.min(1, 1.4 * (lit - flat)))
}

function latitudeOf(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / PIXELS))) * 180) / Math.PI
}

/** Height between the four nearest. */
function at(heights, lng, lat) {
  const x = ((lng + 180) / 360) * WIDTH - 0.5
  const y = Math.max(0, Math.min(HEIGHT - 1.001, ((90 - lat) / 180) * HEIGHT - 0.5))
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [across, down] = [x - left, y - top]
  const value = (column, row) => heights[row * WIDTH + ((column + WIDTH) % WIDTH)]
  const upper = value(left, top) * (1 - across) + value(left + 1, top) * across
  const lower = value(left, top + 1) * (1 - across) + value(left + 1, top + 1) * across
  return upper * (1 - down) + lower * down
}

async function tilesOf(shades, z) {
  const tiles = []
  const across = 2 ** z
  for (let x = 0; x < across; x += 1)
    for (let y = 0; y < across; y += 1) {
      const grey = Buffer.alloc(SIDE * SIDE)
      for (let row = 0; row < SIDE; row += 1)
        for (let column = 0; column < SIDE; column += 1)
          grey[row * SIDE + column] = 128 + shades[(y * SIDE + row) * across * SIDE + x * SIDE + column]
      const data = await sharp(grey, { raw: { width: SIDE, height: SIDE, channels: 1 } })
        .webp({ quality: QUALITY, effort: 6 })
        .toBuffer()
      tiles.push({ z, x, y, data })
    }
  return tiles
}

/** The same at half the size; averages are made a little stronger, as farther out only the great ranges are seen. */
function halved(shades) {
  const wide = Math.sqrt(shades.length)
  const side = wide / 2
  return Int8Array.from({ length: side * side }, (_, index) => {
    const from = Math.floor(index / side) * 2 * wide + (index % side) * 2
    const sum = shades[from] + shades[from + 1] + shades[from + wide] + shades[from + wide + 1]
    return Math.max(-127, Math.min(127, Math.round((sum / 4) * 1.2)))
  })
}
