import { extensionOf } from '../fileExtension.ts'
import type { FaultyFile, ReadFile, ReadOptions } from '../fileTable.ts'
import { createPace } from '../pace.ts'
import { chooseMembers } from './chooseMembers.ts'
import { FileFault } from '../fileFault.ts'
import { gunzip } from './gunzip.ts'
import type { UnpackAllowance } from './unpackAllowance.ts'
import { zipDirectory, type ZipMember } from './zipDirectory.ts'
import { isManifest, isManifestPath, MAX_MANIFEST_BYTES } from '../published/manifestBytes.ts'
import type { PublishedFiles } from '../published/readPublished.ts'
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
  const directory = zipDirectory(bytes)
  const published = await publishedMembers(directory, reading)
  if (published) return [published]
  const plan = chooseMembers(name, directory)
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
  const yaml = plan.members.filter(isYaml)
  const others = plan.members.filter((member) => !isYaml(member))
  const parts = others.length + (yaml.length > 0 ? 1 : 0)
  for (const [index, member] of others.entries())
    found.push(...(await readMember(member, { ...reading, options: partOf(options, index, parts) })))
  if (yaml.length > 0) {
    const part = partOf(options, others.length, parts)
    found.push(...(await readYamlMembers(yaml, { ...reading, options: part })))
  }
  return plan.leftOut > 0 ? withLeftOut(found, plan.leftOut) : found
}

/** The published data set that an archive holds, such as that of a site; undefined where it holds none. */
async function publishedMembers(
  members: readonly ZipMember[],
  reading: ArchiveReading,
): Promise<ReadFile | undefined> {
  for (const member of members) {
    if (!isManifestPath(member.path) || member.size > MAX_MANIFEST_BYTES) continue
    const manifest = await contentOf(member, reading)
    if (!isManifest(manifest)) continue
    const folder = member.path.slice(0, -'manifest.json'.length)
    const byPath = new Map(members.map((each) => [each.path, each]))
    const { readPublished } = await import('../published/readPublished.ts')
    const { name, bytes, options, allowance } = reading
    const files: PublishedFiles = {
      manifest,
      allowance,
      has: (file) => byPath.has(folder + file),
      async file(file) {
        const found = byPath.get(folder + file)
        return found && contentOf(found, reading)
      },
    }
    return readPublished(name, bytes.length, files, options)
  }
  return undefined
}

function isYaml({ path }: ZipMember): boolean {
  return /^ya?ml$/.test(extensionOf(path))
}

/** Files in YAML are read as one data set. */
async function readYamlMembers(
  members: readonly ZipMember[],
  reading: ArchiveReading,
): Promise<ReadResult[]> {
  const { name, options } = reading
  const { readYaml } = await import('../yaml/readYaml.ts')
  const nameOf = (path: string) => `${name}/${path}`
  const contents: { path: string; bytes: Uint8Array }[] = []
  const faulty: ReadResult[] = []
  for (const member of members) {
    try {
      contents.push({ path: member.path, bytes: await contentOf(member, reading) })
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      faulty.push({ name: nameOf(member.path), bytes: member.packed, fault: error.code })
    }
  }
  return [...(await readYaml(name, contents, options, nameOf)), ...faulty]
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
