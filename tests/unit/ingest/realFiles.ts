import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/*
 * Real files whose records, positions, dates, ids, actors, types and dead were counted by other programs. They lie beside
 * the project, or where FIXTURES says, and are no part of it: without them, the tests that need them are skipped.
 */

const folder = resolve(process.env.FIXTURES ?? '../shared/fixtures')
const counts = join(folder, 'expected.json')

/** Whether the files are there. */
export const hasRealFiles = existsSync(counts)
if (!hasRealFiles) process.stderr.write(`skipped: there are no real files in ${folder}\n`)

/** The bytes of a file. @param path below the folder of the files */
export function realFile(path: string): Buffer {
  return readFileSync(join(folder, path))
}

/**
 * What other programs have counted, by the paths of the files; empty without the files.
 * @template Counted the numbers that are wanted of each file, of which all but the number of records may be absent
 */
export function countedByOthers<Counted>(): Readonly<Record<string, Counted>> {
  return hasRealFiles ? (JSON.parse(readFileSync(counts, 'utf8')) as Record<string, Counted>) : {}
}
