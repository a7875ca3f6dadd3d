import { FileFault } from '../fileFault.ts'

/** A member of a ZIP archive, as its central directory has it. */
export interface ZipMember {
  /** Path with `/`. */
  path: string
  /** 0: stored; 8: deflate. */
  method: number
  crc: number
  /** Bytes in the archive, and unpacked, as declared. */
  packed: number
  size: number
  /** Offset of its local header. */
  offset: number
  encrypted: boolean
}

/** Most members of an archive that is read. A workbook has some twenty. */
const MAX_MEMBERS = 10_000

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const MAX_COMMENT = 0xffff
const EXTRA_64 = 1
const BEYOND = 0xffffffff

/**
 * The members of a ZIP archive by its central directory (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.5.3).
 * @throws FileFault `damaged-archive` where the directory is missing or broken
 */
export function zipDirectory(bytes: Uint8Array): ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { count, offset } = findDirectory(view)
    if (count > MAX_MEMBERS) throw new FileFault('unpacks-too-large')
    const members: ZipMember[] = []
    for (let i = 0, at = offset; i < count; i += 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new FileFault('damaged-archive')
      const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true))
      members.push(memberAt(bytes, view, at))
      at += ENTRY_LENGTH + lengths.reduce((sum, length) => sum + length, 0)
    }
    return members
  } catch (error) {
    if (error instanceof RangeError) throw new FileFault('damaged-archive', error)
    throw error
  }
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count !== 0xffff && offset !== BEYOND) return { count, offset }
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset }
    const end = long(view, at - 12)
    if (view.getUint32(end, true) !== END_64) throw new FileFault('damaged-archive')
    return { count: long(view, end + 32), offset: long(view, end + 48) }
  }
  throw new FileFault('damaged-archive')
}

function memberAt(bytes: Uint8Array, view: DataView, at: number): ZipMember {
  const nameLength = view.getUint16(at + 28, true)
  const name = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  return {
    path: new TextDecoder().decode(name).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    ...longSizes(view, at, sizes),
  }
}

/** Sizes of 64 bits from the extra field, in place of those that 32 bits cannot hold. */
function longSizes<Sizes extends { size: number; packed: number; offset: number }>(
  view: DataView,
  entry: number,
  sizes: Sizes,
): Sizes {
  const start = entry + ENTRY_LENGTH + view.getUint16(entry + 28, true)
  const end = start + view.getUint16(entry + 30, true)
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue
    let field = at + 4
    const taken = { ...sizes }
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (sizes[key] !== BEYOND) continue
      taken[key] = long(view, field)
      field += 8
    }
    return taken
  }
  return sizes
}

/** An integer of 64 bits. @throws RangeError where it is no safe integer */
function long(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
  if (!Number.isSafeInteger(value)) throw new RangeError(`offset of ${value}`)
  return value
}
