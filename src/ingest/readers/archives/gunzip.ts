import { Gunzip } from 'fflate'
import { addToCrc } from '../crc32.ts'
import { FileFault } from '../fileFault.ts'
import type { Pace } from '../pace.ts'
import type { UnpackAllowance } from './unpackAllowance.ts'

/** Packed bytes that are unpacked at once: at most some 1,030 times as many come out. */
const SLICE = 16 * 1024

/** Bytes of the checksum and length at the end of a gzip file (RFC 1952, section 2.3). */
const TRAILER = 8

/**
 * Content of a gzip file of one or more members.
 * @throws FileFault `damaged-archive` or `unpacks-too-large`
 */
export async function gunzip(bytes: Uint8Array, allowance: UnpackAllowance, pace: Pace): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  let crc = ~0
  let members = 1
  const stream = new Gunzip((piece) => {
    allowance.take(piece.length)
    size += piece.length
    crc = addToCrc(crc, piece)
    pieces.push(piece)
  })
  stream.onmember = () => {
    members += 1
  }
  for (let at = 0; at < bytes.length; at += SLICE) {
    try {
      stream.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
    } catch (error) {
      throw error instanceof FileFault ? error : new FileFault('damaged-archive', error)
    }
    await pace(at / bytes.length)
  }
  if (members === 1 && !isWhole(bytes, ~crc >>> 0, size)) throw new FileFault('damaged-archive')
  return joined(pieces, size)
}

/** Whether checksum and length are those that the file ends with. */
function isWhole(bytes: Uint8Array, crc: number, size: number): boolean {
  if (bytes.length < TRAILER) return false
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - TRAILER, TRAILER)
  return end.getUint32(0, true) === crc && end.getUint32(4, true) === size % 2 ** 32
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
