import { FileFault } from '../fileFault.ts'
import { unpackMember } from '../archives/zipMember.ts'
import type { ZipMember } from '../archives/zipDirectory.ts'
import { readXml, type OnPiece, type XmlHandlers } from './xmlEvents.ts'

/** The parts of a workbook by path. */
export interface WorkbookParts {
  has(path: string): boolean
  /** Declared size in bytes, 0 where there is no such part. */
  size(path: string): number
  /** Goes through a part. @throws FileFault where it is missing, damaged or too large */
  read(path: string, handlers: XmlHandlers): Promise<void>
}

/** Unpacked bytes of all parts of a workbook that are read. */
const MAX_UNPACKED = 2 * 2 ** 30

/** Highest ratio of unpacked to packed bytes of a part of more than `BULKY` bytes; deflate reaches 1,030. */
const MAX_RATIO = 500
const BULKY = 100 * 2 ** 20

/** Paths are compared without regard to case (ECMA-376 Part 2, 6.2.2.3); the first of two equal ones counts. */
export function workbookParts(
  bytes: Uint8Array,
  members: readonly ZipMember[],
  onPiece: OnPiece,
): WorkbookParts {
  const byPath = new Map<string, ZipMember>()
  for (const member of members) {
    const key = keyOf(member.path)
    if (!byPath.has(key)) byPath.set(key, member)
  }
  let unpacked = 0
  return {
    has: (path) => byPath.has(keyOf(path)),
    size: (path) => byPath.get(keyOf(path))?.size ?? 0,
    async read(path, handlers) {
      const member = byPath.get(keyOf(path))
      if (!member) throw new FileFault('damaged-file')
      const { size, packed } = member
      unpacked += size
      if (unpacked > MAX_UNPACKED || (size > BULKY && size > MAX_RATIO * packed))
        throw new FileFault('unpacks-too-large')
      await readXml(unpackMember(bytes, member), handlers, onPiece)
    },
  }
}

function keyOf(path: string): string {
  return path.replace(/^\//, '').toLowerCase()
}
