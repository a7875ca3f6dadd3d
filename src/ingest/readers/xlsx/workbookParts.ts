import { UnpackAllowance } from '../archives/unpackAllowance.ts'
import { FileFault } from '../fileFault.ts'
import { unpackMember } from '../archives/zipMember.ts'
import type { ZipMember } from '../archives/zipDirectory.ts'
import { readXml, type OnPiece, type XmlHandlers } from './xmlEvents.ts'

/** The parts of a workbook by path. */
export interface WorkbookParts {
  has(path: string): boolean
  /** Goes through a part. @throws FileFault where it is missing, damaged or too large */
  read(path: string, handlers: XmlHandlers): Promise<void>
}

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
  const allowance = new UnpackAllowance(bytes.length)
  return {
    has: (path) => byPath.has(keyOf(path)),
    async read(path, handlers) {
      const member = byPath.get(keyOf(path))
      if (!member) throw new FileFault('damaged-file')
      allowance.take(member.size)
      await readXml(unpackMember(bytes, member), handlers, onPiece)
    },
  }
}

function keyOf(path: string): string {
  return path.replace(/^\//, '').toLowerCase()
}
