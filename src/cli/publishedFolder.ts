import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { PublishedFile } from '../published/manifest.ts'
import { readDictionaries } from '../published/readDictionaries.ts'
import { readManifest, readPageList } from '../published/readManifest.ts'
import { readPage } from '../published/readPage.ts'
import { unpackPublished } from '../published/publishedFile.ts'
import { SourceError } from '../query/incidentSource.ts'

/** A data set in the published form, of which one page is in memory at a time. */
export interface PublishedFolder {
  about: DatasetAbout
  dictionaries: Dictionaries
  /** Number of incidents. */
  rows: number
  /** Identifies the content. */
  version: string
  incidents(): AsyncGenerator<Incident, void>
}

/**
 * Opens the folder of a manifest.
 * @throws SourceError where a file is missing, or not as the manifest says
 */
export async function openPublishedFolder(folder: string): Promise<PublishedFolder> {
  const manifest = readManifest(await readFile(join(folder, 'manifest.json'), 'utf8'), 'manifest.json')
  const read = async (file: PublishedFile) => {
    const bytes = await readFile(join(folder, file.name)).catch(() => {
      throw new SourceError('missing', 'is not there', file.name)
    })
    return unpackPublished(bytes, file)
  }
  const dictionaries = readDictionaries(await read(manifest.dictionaries), manifest)
  const pages = readPageList(new TextDecoder().decode(await read(manifest.pages)), manifest.pages.name)
  const pagesNeeded = Math.ceil(manifest.rows / manifest.pageSize)
  if (pages.length !== pagesNeeded)
    throw new SourceError('malformed', `${pages.length} pages, not ${pagesNeeded}`, manifest.pages.name)
  return {
    about: manifest.about,
    dictionaries,
    rows: manifest.rows,
    version: manifest.version,
    async *incidents() {
      for (const [page, file] of pages.entries()) yield* readPage(await read(file), manifest, page, file.name)
    },
  }
}
