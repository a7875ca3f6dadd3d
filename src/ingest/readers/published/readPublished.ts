import type { Manifest, PublishedFile } from '../../../published/manifest.ts'
import { unpackPublished } from '../../../published/publishedFile.ts'
import { publishedJson } from '../../../published/publishedJson.ts'
import { readDictionaries } from '../../../published/readDictionaries.ts'
import { readManifest, readPageList } from '../../../published/readManifest.ts'
import { unnamedPlace } from '../../../incidents/unnamedPlace.ts'
import type { FileFaultCode } from '../../../query/importReport.ts'
import { SourceError, type SourceErrorCode } from '../../../query/incidentSource.ts'
import { gunzip } from '../archives/gunzip.ts'
import type { UnpackAllowance } from '../archives/unpackAllowance.ts'
import { FileFault } from '../fileFault.ts'
import type { ReadFile, ReadOptions } from '../fileTable.ts'
import { OwnRecords } from '../own/ownRecords.ts'
import { createPace, type Pace } from '../pace.ts'

/** The files of a published data set. */
export interface PublishedFiles {
  manifest: Uint8Array
  has(name: string): boolean
  /** Content of a file by its name in the manifest; undefined where it is not there. @throws FileFault */
  file(name: string): Promise<Uint8Array | undefined>
  allowance: UnpackAllowance
}

const faults: Readonly<Partial<Record<SourceErrorCode, FileFaultCode>>> = {
  unsupported: 'published-version',
  missing: 'published-incomplete',
  truncated: 'published-altered',
  altered: 'published-altered',
}

/**
 * Reads the records of a published data set from its pages. Each file is compared with the SHA-256 that the manifest
 * names. The records of a page that is missing or another one are refused; without any page, or without the list of
 * actors and places, there is nothing to read.
 * @param name of the data set
 * @param bytes of all its files
 * @throws FileFault
 */
export async function readPublished(
  name: string,
  bytes: number,
  files: PublishedFiles,
  options: ReadOptions,
): Promise<ReadFile> {
  const pace = createPace(options)
  try {
    const manifest = readManifest(new TextDecoder().decode(files.manifest), 'manifest.json')
    const records = new OwnRecords()
    for (const file of ['manifest.json', manifest.dictionaries.name, manifest.pages.name])
      records.addStructure({ file, line: 1, lastLine: 1 })
    const dictionaries = readDictionaries(await contentOf(manifest.dictionaries, files, pace), manifest)
    await readPages(manifest, files, records, pace)
    dictionaries.actors.forEach((actor, i) => records.add('actors', actor, rowOf(manifest.dictionaries, i)))
    dictionaries.places.forEach((place, i) => {
      if (place.id !== unnamedPlace.id) records.add('places', place, rowOf(manifest.dictionaries, i))
    })
    options.onProgress?.(1)
    const { about } = manifest
    return {
      name,
      format: 'atlas-published',
      bytes,
      encoding: 'utf-8',
      warnings: [],
      about,
      ...records.finish(),
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new FileFault(faults[error.code] ?? 'damaged-file', error)
  }
}

function rowOf({ name }: PublishedFile, index: number) {
  return { file: name, line: index + 1, lastLine: index + 1 }
}

async function readPages(
  manifest: Manifest,
  files: PublishedFiles,
  records: OwnRecords,
  pace: Pace,
): Promise<void> {
  const list = await contentOf(manifest.pages, files, pace)
  const pages = readPageList(new TextDecoder().decode(list), manifest.pages.name)
  const { pageSize, rows } = manifest
  if (rows > 0 && !pages.some(({ name }) => files.has(name)))
    throw new SourceError('missing', 'no page is given', pages[0]?.name)
  for (let page = 0; page * pageSize < rows; page += 1) {
    await pace((page * pageSize) / rows)
    const file = pages[page]
    const expected = Math.min(pageSize, rows - page * pageSize)
    const read = file ? await pageOf(file, files, pace) : []
    for (let i = 0; i < Math.max(expected, read.length); i += 1) {
      const line = page * pageSize + i + 1
      const site = { file: file?.name, line, lastLine: line }
      if (i < read.length) records.add('incidents', read[i], site)
      else records.refuse('damaged-record', site)
    }
  }
}

/** The records of a page; [] where it cannot be read. */
async function pageOf(file: PublishedFile, files: PublishedFiles, pace: Pace): Promise<unknown[]> {
  try {
    const plain = publishedJson(await contentOf(file, files, pace), file.name)
    return Array.isArray(plain) ? plain : []
  } catch (error) {
    if (!(error instanceof SourceError) && !(error instanceof FileFault)) throw error
    return []
  }
}

/** Content of a file, unpacked and compared with its SHA-256. @throws SourceError or FileFault */
async function contentOf(
  file: PublishedFile,
  { file: find, allowance }: PublishedFiles,
  pace: Pace,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await find(file.name)
  if (!bytes) throw new SourceError('missing', 'not given', file.name)
  const content = isPacked(bytes) ? await gunzip(bytes, allowance, () => pace(0)) : bytes
  if (isPacked(content)) throw new SourceError('altered', 'packed twice', file.name)
  return unpackPublished(content, file)
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}
