import { crc32, deflateSync } from 'node:zlib'

/** Width and height of a tile in pixels. */
const SIZE = 256

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** A tile of one colour, as a PNG. Browsers tell formats apart by content, so it also stands in for a JPEG. */
export function solidTile(colour: Colour): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: SIZE }, () => colour).flat()])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  // 8 bits a channel, red, green, blue and alpha.
  header.writeUInt16BE(0x08_06, 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: SIZE }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/**
 * A Mapbox Vector Tile with one point in its middle.
 * @param layer name of its layer
 * @param names the point's properties
 */
export function pointTile(layer: string, names: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(names)
  const tags = entries.flatMap((_, at) => [at, at])
  // MoveTo once, then the middle of 4,096 units, zigzag encoded.
  const geometry = [9, 4_096, 4_096]
  const feature = Buffer.concat([field(2, packed(tags)), number(3, 1), field(4, packed(geometry))])
  return field(
    3,
    Buffer.concat([
      number(15, 2),
      field(1, Buffer.from(layer)),
      field(2, feature),
      ...entries.map(([key]) => field(3, Buffer.from(key))),
      ...entries.map(([, text]) => field(4, field(1, Buffer.from(text)))),
      number(5, 4_096),
    ]),
  )
}

const packed = (values: readonly number[]): Buffer => Buffer.concat(values.map(varint))
const field = (id: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint(id * 8 + 2), varint(bytes.length), bytes])
const number = (id: number, value: number): Buffer => Buffer.concat([varint(id * 8), varint(value)])

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}
