import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { createColumnsBuilder } from '../incidents/columnsBuilder.ts'
import { parseDay } from '../incidents/day.ts'
import type { Actor, DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { SCHEMA_VERSION, type Manifest, type PublishedFile } from '../query/manifest.ts'
import { columnsToArrow, textsToArrow } from './publishedTables.ts'

export interface DatasetRecords {
  about: DatasetAbout
  actors: Actor[]
  places: Place[]
  incidents: Incident[]
}

export interface PublishOptions {
  /** ISO 8601, UTC; where absent, midnight of the day on which the data set was updated. Never the clock's time. */
  generated?: string | undefined
  /** Full records in one file of pages. */
  pageSize?: number | undefined
}

/** One file to write. */
export interface OutputFile {
  name: string
  bytes: Uint8Array
}

/**
 * The published form of a data set: the same records give the same content. Rows are in the order of the day
 * that they are filed under, then of the id.
 * @throws RangeError where a record names an actor or a place that is not given
 */
export async function publishDataset(
  records: DatasetRecords,
  { generated, pageSize = 64 }: PublishOptions = {},
): Promise<{ manifest: Manifest; files: OutputFile[] }> {
  const incidents = inTimeOrder(records.incidents)
  const builder = createColumnsBuilder(records.actors, records.places)
  for (const incident of incidents) builder.append(incident)
  const { columns, texts } = builder.build()
  const files: OutputFile[] = []
  const add = async (name: string, content: Uint8Array): Promise<PublishedFile> => {
    const bytes = await gzip(content)
    files.push({ name, bytes })
    return { name, bytes: bytes.length, sha256: bytesToHex(sha256(content)) }
  }
  const parts = {
    dictionaries: await add('dictionaries.json.gz', jsonBytes(columns.dictionaries)),
    columns: await add('columns.arrow.gz', columnsToArrow(columns)),
    texts: await add('texts.arrow.gz', textsToArrow(texts)),
    pageSize,
    pages: [] as PublishedFile[],
  }
  for (let first = 0; first < incidents.length; first += pageSize) {
    const page = incidents.slice(first, first + pageSize)
    parts.pages.push(await add(`pages/${parts.pages.length}.json.gz`, jsonBytes(page)))
  }
  const manifest: Manifest = {
    schemaVersion: SCHEMA_VERSION,
    generated: generated ?? `${records.about.updated}T00:00:00.000Z`,
    version: versionOf(records.about, [parts.dictionaries, parts.columns, parts.texts, ...parts.pages]),
    rows: incidents.length,
    about: records.about,
    ...parts,
  }
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`)
  files.push({ name: 'manifest.json', bytes: text })
  return { manifest, files }
}

function inTimeOrder(incidents: readonly Incident[]): Incident[] {
  const keyed = incidents.map((incident) => ({ incident, day: parseDay(incident.date.start) ?? 0 }))
  const inOrder = keyed.toSorted(
    (a, b) => a.day - b.day || (a.incident.id < b.incident.id ? -1 : a.incident.id > b.incident.id ? 1 : 0),
  )
  return inOrder.map(({ incident }) => incident)
}

/** Over what the files hold and what the data set says of itself: not over how they are packed. */
function versionOf(about: DatasetAbout, files: readonly PublishedFile[]): string {
  const lines = files.map((file) => `${file.sha256}  ${file.name}\n`)
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(about) + lines.join(''))))
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

async function gzip(content: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([Uint8Array.from(content)]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
