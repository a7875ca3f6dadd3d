import type { FaultyFile, ReadFile, ReadOptions } from '../fileTable.ts'
import { createPace } from '../pace.ts'
import { chooseMembers } from './chooseMembers.ts'
import { FileFault } from '../fileFault.ts'
import { gunzip } from './gunzip.ts'
import type { UnpackAllowance } from './unpackAllowance.ts'
import { zipDirectory, type ZipMember } from './zipDirectory.ts'
import { unpackMember } from './zipMember.ts'

/** Reads a file that was inside an archive. */
export type OpenMember = (name: string, bytes: Uint8Array, options: ReadOptions) => Promise<ReadResult[]>

type ReadResult = ReadFile | FaultyFile

/** An archive, and how it is read. */
export interface ArchiveReading {
  name: string
  bytes: Uint8Array
  options: ReadOptions
  allowance: UnpackAllowance
  open: OpenMember
}

/** The file in a gzip file; it keeps the name of that. @throws FileFault */
export async function readGzip({
  name,
  bytes,
  options,
  allowance,
  open,
}: ArchiveReading): Promise<ReadResult[]> {
  const content = await gunzip(bytes, allowance, createPace({ ...options, onProgress: () => undefined }))
  return open(name, content, options)
}

/** The files in a ZIP archive, or the workbook that it is. @throws FileFault */
export async function readZip(reading: ArchiveReading): Promise<ReadResult[]> {
  const { name, bytes, options } = reading
  const plan = chooseMembers(name, zipDirectory(bytes))
  if (plan.kind === 'fault') throw new FileFault(plan.fault)
  if (plan.kind === 'xlsx') {
    const { readXlsx } = await import('../xlsx/readXlsx.ts')
    return readXlsx(name, bytes, options)
  }
  const found: ReadResult[] = plan.shapefiles.map((path) => ({
    name: `${name}/${path}`,
    bytes: bytes.length,
    fault: 'shapefile',
  }))
  for (const [index, member] of plan.members.entries()) {
    const part = partOf(options, index, plan.members.length)
    found.push(...(await readMember(member, { ...reading, options: part })))
  }
  return plan.leftOut > 0 ? withLeftOut(found, plan.leftOut) : found
}

/** Options for one of several parts, whose progress is a share of the whole. */
function partOf(options: ReadOptions, index: number, parts: number): ReadOptions {
  return { ...options, onProgress: (share) => options.onProgress?.((index + share) / parts) }
}

async function readMember(member: ZipMember, reading: ArchiveReading): Promise<ReadResult[]> {
  const name = `${reading.name}/${member.path}`
  try {
    return await reading.open(name, await contentOf(member, reading), reading.options)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return [{ name, bytes: member.packed, fault: error.code }]
  }
}

async function contentOf(
  member: ZipMember,
  { bytes, options, allowance }: ArchiveReading,
): Promise<Uint8Array> {
  allowance.take(member.size)
  const pace = createPace({ ...options, onProgress: () => undefined })
  const content = new Uint8Array(member.size)
  let at = 0
  for (const piece of unpackMember(bytes, member)) {
    content.set(piece, at)
    at += piece.length
    await pace(0)
  }
  return content
}

/** Names the number of files that were not looked at in a warning of the first file that was read. */
function withLeftOut(found: readonly ReadResult[], count: number): ReadResult[] {
  const first = found.findIndex((file) => 'tables' in file)
  return found.map((file, index) =>
    index === first && 'tables' in file
      ? { ...file, warnings: [...file.warnings, { code: 'archive-members-left-out', count, lines: [] }] }
      : file,
  )
}
