import {
  byListColumn,
  listLayouts,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumnName,
} from '../incidents/columns.ts'
import { createColumnsBuilder, type ColumnsBuilder } from '../incidents/columnsBuilder.ts'
import { parseDay, type Day } from '../incidents/day.ts'
import type { Actor, DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { sha256 } from '../incidents/sha256.ts'
import { SCHEMA_VERSION, type Manifest, type PublishedFile } from './manifest.ts'
import { columnsToArrow, listsToArrow, textsToArrow } from './publishedTables.ts'

/** The plain records of a data set. */
export interface DatasetRecords {
  about: DatasetAbout
  actors: readonly Actor[]
  places: readonly Place[]
  /** In any order. */
  incidents: readonly Incident[]
}

/** How the published form is written. */
export interface PublishOptions {
  /** ISO 8601, UTC. Absent: midnight of `about.updated`, not the time of the clock, so that builds are reproducible. */
  generated?: string | undefined
  /** Full records in one page. */
  pageSize?: number | undefined
}

/** One file to write. */
export interface OutputFile {
  name: string
  bytes: Uint8Array
}

/**
 * The published form of a data set. The same records give the same bytes, whatever their order. Rows are sorted by
 * the first stated day, then by id.
 * @throws RangeError where a record names an actor or a place that is not given
 */
export async function publishDataset(
  records: DatasetRecords,
  options: PublishOptions = {},
): Promise<{ manifest: Manifest; files: OutputFile[] }> {
  const files: OutputFile[] = []
  const manifest = await publishInOrder(
    { ...records, incidents: inTimeOrder(records.incidents) },
    options,
    (file) => {
      files.push(file)
    },
  )
  return { manifest, files }
}

/**
 * `publishDataset` for records that come one after another and are not kept in memory.
 * @param incidents sorted by first stated day, then by id
 * @param write called with each file when it is ready, and with the manifest last, so that every file that it names exists
 * @throws RangeError where a record is out of order, or names an actor or a place that is not given
 */
export async function publishInOrder(
  { about, actors, places, incidents }: Omit<DatasetRecords, 'incidents'> & { incidents: Iterable<Incident> },
  { generated, pageSize = 64 }: PublishOptions,
  write: (file: OutputFile) => void | Promise<void>,
): Promise<Manifest> {
  const add: AddFile = async (name, content) => {
    const bytes = await gzip(content)
    await write({ name, bytes })
    return { name, bytes: bytes.length, sha256: await hashOf(content) }
  }
  const builder = createColumnsBuilder(actors, places)
  const pages = await addPages(incidents, pageSize, builder, add)
  const { columns, texts } = builder.build()
  const tables = await addTables(columns, texts, add)
  const manifest: Manifest = {
    schemaVersion: SCHEMA_VERSION,
    generated: generated ?? `${about.updated}T00:00:00.000Z`,
    version: await versionOf(about, [
      tables.dictionaries,
      tables.columns,
      ...Object.values(tables.lists),
      tables.texts,
      ...pages,
    ]),
    rows: columns.rows,
    about,
    ...tables,
    pageSize,
    pages: await add('pages.json.gz', jsonBytes(pages)),
  }
  await write({
    name: 'manifest.json',
    bytes: new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`),
  })
  return manifest
}

/** Packs and writes a file of the data set; returns its entry for the manifest. */
type AddFile = (name: string, content: Uint8Array<ArrayBuffer>) => Promise<PublishedFile>

/**
 * Writes the records page by page, and appends each to the columns.
 * @throws RangeError as publishInOrder does
 */
async function addPages(
  incidents: Iterable<Incident>,
  pageSize: number,
  builder: ColumnsBuilder,
  add: AddFile,
): Promise<PublishedFile[]> {
  const pages: PublishedFile[] = []
  let page: Incident[] = []
  const endPage = async () => {
    if (page.length > 0) pages.push(await add(`pages/${pages.length}.json.gz`, jsonBytes(page)))
    page = []
  }
  let last: RowKey = { day: -Infinity, id: '' }
  for (const incident of incidents) {
    const next = rowKeyOf(incident)
    if (compareRows(last, next) > 0) throw new RangeError(`incident ${incident.id} is out of order`)
    last = next
    builder.append(incident)
    page.push(incident)
    if (page.length === pageSize) await endPage()
  }
  await endPage()
  return pages
}

async function addTables(
  columns: IncidentColumns,
  texts: IncidentTexts,
  add: AddFile,
): Promise<Pick<Manifest, 'dictionaries' | 'columns' | 'lists' | 'texts'>> {
  const items = listsToArrow(columns)
  const lists = new Map<ListColumnName, PublishedFile>()
  for (const { column } of listLayouts) {
    const content = items[column]
    if (content) lists.set(column, await add(`${column}.arrow.gz`, content))
  }
  return {
    dictionaries: await add('dictionaries.json.gz', jsonBytes(columns.dictionaries)),
    columns: await add('columns.arrow.gz', columnsToArrow(columns)),
    lists: byListColumn(({ column }) => lists.get(column)),
    texts: await add('texts.arrow.gz', textsToArrow(texts)),
  }
}

function inTimeOrder(incidents: readonly Incident[]): Incident[] {
  const keyed = incidents.map((incident) => ({ incident, ...rowKeyOf(incident) }))
  return keyed.toSorted(compareRows).map(({ incident }) => incident)
}

interface RowKey {
  day: Day
  id: string
}

/** By day, then by id (UTF-16 units). */
function compareRows(a: RowKey, b: RowKey): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function rowKeyOf({ id, date }: Incident): RowKey {
  return { id, day: parseDay(date.start) ?? -Infinity }
}

/** SHA-256 over `about` and the hashes of the files' contents: how the files are packed does not matter. */
async function versionOf(about: DatasetAbout, files: readonly PublishedFile[]): Promise<string> {
  const lines = files.map((file) => `${file.sha256}  ${file.name}\n`)
  return hashOf(new TextEncoder().encode(JSON.stringify(about) + lines.join('')))
}

async function hashOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await sha256(content)
  if (hash === undefined) throw new TypeError('nothing here computes SHA-256')
  return hash
}

function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value))
}

async function gzip(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
