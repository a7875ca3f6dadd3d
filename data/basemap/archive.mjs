import { zxyToTileId } from 'pmtiles'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'

const HEADER = 127
/** Codes of the format, PMTiles version 3. */
const GZIP = 2
const PLAIN = 1
const KINDS = { mvt: 1, webp: 4 }

/**
 * One PMTiles archive with a single root directory; equal tiles are stored once.
 * @param tiles [{ z, x, y, data }]; vector tiles are gzip
 * @param kind 'mvt' or 'webp'
 */
export function writeArchive(tiles, { minZoom, maxZoom, kind = 'mvt', credits }) {
  const sorted = tiles
    .map((each) => ({ ...each, id: zxyToTileId(each.z, each.x, each.y) }))
    .toSorted((a, b) => a.id - b.id)
  const contents = []
  const known = new Map()
  let length = 0
  const entries = []
  for (const { id, data } of sorted) {
    const hash = createHash('sha256').update(data).digest('hex')
    let place = known.get(hash)
    if (!place) {
      place = { offset: length, length: data.length }
      known.set(hash, place)
      contents.push(data)
      length += data.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.id + last.run === id) last.run += 1
    else entries.push({ id, run: 1, ...place })
  }
  const directory = gzipSync(writeDirectory(entries), { level: 9 })
  const metadata = gzipSync(JSON.stringify({ name: 'ground', attribution: credits }), { level: 9 })
  const header = Buffer.alloc(HEADER)
  header.write('PMTiles', 0, 'ascii')
  header.writeUInt8(3, 7)
  const dataAt = HEADER + directory.length + metadata.length
  const longs = [
    HEADER,
    directory.length,
    HEADER + directory.length,
    metadata.length,
    0,
    0,
    dataAt,
    length,
    sorted.length,
    entries.length,
    contents.length,
  ]
  longs.forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * index))
  header.writeUInt8(1, 96)
  header.writeUInt8(GZIP, 97)
  header.writeUInt8(kind === 'mvt' ? GZIP : PLAIN, 98)
  header.writeUInt8(KINDS[kind], 99)
  header.writeUInt8(minZoom, 100)
  header.writeUInt8(maxZoom, 101)
  const degrees = [-180, -85, 180, 85]
  degrees.forEach((value, index) => header.writeInt32LE(value * 1e7, 102 + 4 * index))
  header.writeUInt8(2, 118)
  header.writeInt32LE(38 * 1e7, 119)
  header.writeInt32LE(35 * 1e7, 123)
  return Buffer.concat([header, directory, metadata, ...contents])
}

/** Columns of the entries one after another, as the format asks. */
function writeDirectory(entries) {
  const numbers = [entries.length]
  let last = 0
  for (const { id } of entries) {
    numbers.push(id - last)
    last = id
  }
  for (const { run } of entries) numbers.push(run)
  for (const { length } of entries) numbers.push(length)
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1]
    numbers.push(before && offset === before.offset + before.length ? 0 : offset + 1)
  })
  return Buffer.from(numbers.flatMap(varint))
}

function varint(value) {
  const bytes = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}
