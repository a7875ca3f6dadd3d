import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { RecordsToLoad } from '../clickhouse/load/nextRecord.ts'
import type { Incident } from '../incidents/incident.ts'
import { isIdOfRecord } from '../ingest/assembly/incidentId.ts'
import { describeLeftOut, describeRejected } from './describeRejected.ts'
import { Failure } from './failure.ts'
import { filesBelow, fingerprintOf } from './filesBelow.ts'
import { importedParts, PART_BYTES, type ImportedPart } from './importedParts.ts'
import { formatMistake, isError } from './mistake.ts'
import { openPublishedFolder } from './publishedFolder.ts'
import { readDataFolder } from './readDataFolder.ts'
import type { ReadChoices } from './readImport.ts'

/** How files are read. */
export interface LoadChoices extends ReadChoices {
  /** Keeps every cell of the files as well, also of columns that no field has. */
  withOriginal: boolean
}

/** Records that have been found at some paths. */
export interface LoadSource {
  /** Read while they are loaded, but for the first part. */
  parts: AsyncIterable<RecordsToLoad>
  /** Identifies the files, and how they are read. */
  fingerprint: string
  /** Whether `about` was stated by whoever published the records; else it was made from the names of the files. */
  isStated: boolean
  /** What there is to tell of records that are left out, once all parts have been read. */
  leftOut(): LeftOut
}

/** Records that are left out. */
interface LeftOut {
  lines: string[]
  /** Whether any record was rejected. */
  hasRejected: boolean
}

/**
 * Opens a folder in the published form, a folder of records in YAML, or files of any format (`importedParts`).
 * @param onProgress called with the number of records read so far
 * @throws Failure where something cannot be read, or records in YAML have mistakes
 */
export async function openLoadSource(
  paths: readonly string[],
  choices: LoadChoices,
  onProgress: (records: number) => void,
): Promise<LoadSource> {
  const folder = paths.find((path) =>
    ['manifest.json', 'dataset.yaml'].some((name) => existsSync(join(path, name))),
  )
  if (folder !== undefined && paths.length > 1)
    throw new Failure(`${folder} is a whole data set: load it alone, and the other paths after it`)
  if (folder === undefined) return openFiles(paths, choices, onProgress)
  return existsSync(join(folder, 'manifest.json')) ? openPublished(folder) : openYaml(folder)
}

async function openPublished(folder: string): Promise<LoadSource> {
  const { about, dictionaries, version, incidents } = await openPublishedFolder(folder)
  const { actors, places } = dictionaries
  return {
    parts: onePart({ about, actors, places, incidents: incidents() }),
    fingerprint: `published ${version}`,
    isStated: true,
    leftOut: () => ({ lines: [], hasRejected: false }),
  }
}

async function openYaml(folder: string): Promise<LoadSource> {
  const { dataset, actors, places, incidents, mistakes } = await readDataFolder(resolve(folder))
  const lines = mistakes.map((mistake) => formatMistake(mistake))
  if (mistakes.some(isError) || !dataset.value || !actors.value || !places.value)
    throw new Failure([...lines, 'nothing was loaded: mend these mistakes'].join('\n'))
  return {
    parts: onePart({
      about: dataset.value,
      actors: actors.value,
      places: places.value,
      incidents: incidents.flatMap(({ value }) => value ?? []),
    }),
    fingerprint: await fingerprintOf(await filesBelow(folder), 'yaml'),
    isStated: true,
    leftOut: () => ({ lines, hasRejected: false }),
  }
}

async function openFiles(
  paths: readonly string[],
  choices: LoadChoices,
  onProgress: (records: number) => void,
): Promise<LoadSource> {
  const files = (await Promise.all(paths.map(filesBelow))).flat()
  const { dayOrder, lang, mapping, withOriginal } = choices
  const leftOut: LeftOut = { lines: [], hasRejected: false }
  const named = lastingIds()
  const parts = importedParts(files, choices, onProgress)
  // What cannot be read at all is told before anything is written.
  let step = await parts.next()
  async function* toLoad(): AsyncGenerator<RecordsToLoad, void, void> {
    try {
      for (; !step.done; step = await parts.next()) {
        const { report, about, columns } = step.value
        const rejected = describeRejected(report)
        leftOut.lines.push(...describeLeftOut(report), ...rejected)
        leftOut.hasRejected ||= rejected.length > 0
        const { actors, places } = columns.columns.dictionaries
        yield { about, actors, places, incidents: incidentsOf(step.value, choices, named) }
      }
    } finally {
      await parts.return()
    }
  }
  return {
    parts: toLoad(),
    fingerprint: await fingerprintOf(
      files,
      JSON.stringify([dayOrder, lang, mapping, withOriginal, PART_BYTES]),
    ),
    isStated: false,
    leftOut: () => leftOut,
  }
}

async function* onePart(records: RecordsToLoad): AsyncGenerator<RecordsToLoad, void, void> {
  yield records
}

function* incidentsOf(
  { columns, record }: ImportedPart,
  { withOriginal }: LoadChoices,
  named: (incident: Incident) => Incident,
): Generator<Incident, void> {
  for (let row = 0; row < columns.columns.rows; row += 1) {
    const { original, ...incident } = record(row)
    const lasting = named(incident)
    yield withOriginal && original ? { ...lasting, original } : lasting
  }
}

/**
 * Gives incidents to which their file gives no id one that other files do not have: of what the record says, and of how
 * many before it say the same. So the same file read again has the same ids.
 */
function lastingIds(): (incident: Incident) => Incident {
  const counts = new Map<string, number>()
  return (incident) => {
    if (!isIdOfRecord(incident.id)) return incident
    const content = hash('sha256', JSON.stringify({ ...incident, id: '' }), 'hex').slice(0, 20)
    const count = (counts.get(content) ?? 0) + 1
    counts.set(content, count)
    return { ...incident, id: count === 1 ? `x-${content}` : `x-${content}-${count}` }
  }
}
