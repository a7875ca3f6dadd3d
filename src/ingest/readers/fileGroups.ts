import type { FaultyFile, ReadFile, ReadOptions } from './fileTable.ts'
import { UnpackAllowance } from './archives/unpackAllowance.ts'
import { FileFault } from './fileFault.ts'
import { isManifest, isManifestPath } from './published/manifestBytes.ts'
import { readFile } from './readFile.ts'
import { sniffFormat } from './sniffFormat.ts'

/** A file as it is given. */
export interface InputFile {
  name: string
  bytes: Uint8Array
}

/** Files that are read as one: the parts of a data set of this program, or a single file of any format. */
export interface FileGroup {
  kind: 'file' | 'yaml' | 'published'
  /** At least one; of a published data set, the manifest first. */
  files: InputFile[]
}

/**
 * Tells which files belong together: those in YAML, and those that lie beside the manifest of a published data set. The
 * groups are in the order of their first files.
 */
export function groupFiles(files: readonly InputFile[]): FileGroup[] {
  const manifest = files.find(({ name, bytes }) => isManifestPath(name) && isManifest(bytes))
  const groups: FileGroup[] = []
  const groupOf = (kind: FileGroup['kind']) => {
    const known = kind === 'file' ? undefined : groups.find((each) => each.kind === kind)
    if (known) return known
    const group: FileGroup = { kind, files: [] }
    groups.push(group)
    return group
  }
  for (const file of files) {
    if (file === manifest) groupOf('published').files.unshift(file)
    else if (manifest && isPartOfPublished(file)) groupOf('published').files.push(file)
    else groupOf(isYaml(file) ? 'yaml' : 'file').files.push(file)
  }
  return groups
}

function isYaml({ name, bytes }: InputFile): boolean {
  const sniffed = sniffFormat(name, bytes)
  return sniffed.kind === 'format' && sniffed.format === 'yaml'
}

/** Whether a file has the name of one that lies beside a manifest; which one it is, its hash tells. */
function isPartOfPublished({ name }: InputFile): boolean {
  return /\.arrow\.gz$|(^|\/)(\d+|pages|dictionaries)\.json\.gz$/.test(name)
}

/** Reads the files of a group. What cannot be read comes back with the reason. */
export async function readGroup(
  { kind, files }: FileGroup,
  options: ReadOptions,
): Promise<(ReadFile | FaultyFile)[]> {
  const [first] = files
  if (!first) return []
  if (kind === 'published') return readPublishedGroup(first, files.slice(1), options)
  if (kind === 'file' || files.length === 1) return readFile(first.name, first.bytes, options)
  const { readYaml } = await import('./yaml/readYaml.ts')
  const members = files.map(({ name, bytes }) => ({ path: name, bytes }))
  return readYaml(`*.yaml (${files.length})`, members, options)
}

async function readPublishedGroup(
  manifest: InputFile,
  others: readonly InputFile[],
  options: ReadOptions,
): Promise<(ReadFile | FaultyFile)[]> {
  const bytes = [manifest, ...others].reduce((sum, file) => sum + file.bytes.length, 0)
  const byName = new Map(others.map((file) => [lastPart(file.name), file.bytes]))
  const { readPublished } = await import('./published/readPublished.ts')
  try {
    const read = await readPublished(
      manifest.name,
      bytes,
      {
        manifest: manifest.bytes,
        has: (name) => byName.has(lastPart(name)),
        file: (name) => Promise.resolve(byName.get(lastPart(name))),
        allowance: new UnpackAllowance(bytes),
      },
      options,
    )
    return [read]
  } catch (error) {
    options.signal?.throwIfAborted()
    if (!(error instanceof FileFault)) throw error
    return [{ name: manifest.name, bytes, fault: error.code }]
  }
}

/** A page that is given by itself has no folder in its name. */
function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
