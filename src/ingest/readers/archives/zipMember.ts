import { Inflate } from 'fflate'
import { FileFault } from '../fileFault.ts'
import { addToCrc } from '../crc32.ts'
import type { ZipMember } from './zipDirectory.ts'

/** Packed bytes that are unpacked at once: at most some 1,030 times as many come out. */
const SLICE = 16 * 1024

const LOCAL_HEADER = 0x04034b50
const LOCAL_LENGTH = 30

/**
 * The content of a member, in pieces. Size and checksum are compared with those declared.
 * @throws FileFault `damaged-file`, `unsupported-compression` or `encrypted`
 */
export function* unpackMember(bytes: Uint8Array, member: ZipMember): Generator<Uint8Array, void, void> {
  const packed = packedBytes(bytes, member)
  let size = 0
  let crc = ~0
  for (const piece of member.method === 0 ? slices(packed) : inflated(packed)) {
    size += piece.length
    if (size > member.size) throw new FileFault('damaged-file')
    crc = addToCrc(crc, piece)
    yield piece
  }
  if (size !== member.size || ~crc >>> 0 !== member.crc) throw new FileFault('damaged-file')
}

function packedBytes(bytes: Uint8Array, { offset, packed, method, encrypted }: ZipMember): Uint8Array {
  if (encrypted) throw new FileFault('encrypted')
  if (method !== 0 && method !== 8) throw new FileFault('unsupported-compression')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw new FileFault('damaged-archive')
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) throw new FileFault('damaged-archive')
  return bytes.subarray(start, start + packed)
}

function* slices(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE)
}

function* inflated(packed: Uint8Array): Generator<Uint8Array, void, void> {
  let ready: Uint8Array[] = []
  const inflate = new Inflate((piece) => {
    ready.push(piece)
  })
  for (let at = 0; at < packed.length; at += SLICE) {
    try {
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length)
    } catch (error) {
      throw new FileFault('damaged-file', error)
    }
    yield* ready
    ready = []
  }
}
