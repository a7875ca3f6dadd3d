import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OutputFile } from '../published/publishDataset.ts'

/** A folder that a data set is published into; it may hold an older one. */
export interface DatasetFolder {
  write(file: OutputFile): Promise<void>
  /** Removes pages that were not written. Call it last, so that no page of the older data set is missing before. */
  finish(): Promise<void>
}

/** @param dir is made where it does not exist */
export function datasetFolder(dir: string): DatasetFolder {
  const written = new Set<string>()
  return {
    async write({ name, bytes }) {
      const file = join(dir, name)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, bytes)
      written.add(name)
    },
    async finish() {
      const pages = await readdir(join(dir, 'pages')).catch(() => [])
      const stale = pages.filter((page) => !written.has(`pages/${page}`))
      await Promise.all(stale.map((page) => rm(join(dir, 'pages', page))))
    },
  }
}
