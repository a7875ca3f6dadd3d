import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Failure } from './failure.ts'

/** The file at a path, or the files below the folder there in the order of their paths, hidden ones left out. */
export async function filesBelow(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch {
    throw new Failure(`${path} cannot be read: give the path of a file or folder`)
  }
}

/** A hash of the names, sizes and bytes of files, and of a text beside them; each file is read piece by piece. */
export async function fingerprintOf(files: readonly string[], beside: string): Promise<string> {
  const hash = createHash('sha256').update(beside)
  for (const file of files) {
    const own = createHash('sha256')
    let size = 0
    for await (const piece of createReadStream(file)) {
      own.update(piece as Buffer)
      size += (piece as Buffer).length
    }
    hash.update(JSON.stringify([relative('.', file), size, own.digest('hex')]))
  }
  return hash.digest('hex')
}
