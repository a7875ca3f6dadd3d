import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { RecordsToLoad } from '../clickhouse/load/nextRecord.ts'
import type { Claimant, Incident } from '../incidents/incident.ts'
import { isIdOfRecord } from '../ingest/assembly/incidentId.ts'
import { isTagOfFlag, tagOfFlag } from '../ingest/flags/flagTags.ts'
import { describeFlags, describeLeftOut, describeRejected, isUnread } from './describeRejected.ts'
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
  /** Put before the ids that files give, so that they are not those of another publisher. */
  idPrefix?: string | undefined
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
 * @param paths none where incidents are to be withdrawn alone
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
  if (folder !== undefined && choices.idPrefix !== undefined)
    throw new Failure('--id-prefix is for files: a whole data set has ids of its own')
  if (paths.length === 0) return nothing
  if (folder === undefined) return openFiles(paths, choices, onProgress)
  return existsSync(join(folder, 'manifest.json')) ? openPublished(folder) : openYaml(folder)
}

const nothing: LoadSource = {
  parts: noParts(),
  fingerprint: 'nothing',
  isStated: false,
  leftOut: () => ({ lines: [], hasRejected: false }),
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
  if (files.length === 0) throw new Failure(`no file was found in ${paths.join(', ')}`)
  const { dayOrder, lang, mapping, withOriginal, idPrefix } = choices
  const leftOut: LeftOut = { lines: [], hasRejected: false }
  const named = lastingIds()
  const parts = importedParts(files, choices, onProgress)
  // What cannot be read at all is told before anything is written.
  let step = await parts.next()
  async function* toLoad(): AsyncGenerator<RecordsToLoad, void, void> {
    try {
      let incidents = 0
      for (; !step.done; step = await parts.next()) {
        const { report, about, columns } = step.value
        const rejected = describeRejected(report)
        leftOut.lines.push(...describeLeftOut(report), ...rejected, ...describeFlags(report))
        leftOut.hasRejected ||= rejected.length > 0 || report.files.some(isUnread)
        incidents += report.incidents
        const { actors, places } = columns.columns.dictionaries
        yield { about, actors, places, incidents: incidentsOf(step.value, choices, named) }
      }
      if (incidents === 0) throw new Failure([...leftOut.lines, 'there are no incidents to load'].join('\n'))
    } finally {
      await parts.return()
    }
  }
  return {
    parts: toLoad(),
    fingerprint: await fingerprintOf(
      files,
      JSON.stringify([dayOrder, lang, mapping, withOriginal, idPrefix, PART_BYTES]),
    ),
    isStated: false,
    leftOut: () => leftOut,
  }
}

async function* noParts(): AsyncGenerator<RecordsToLoad, void, void> {}

async function* onePart(records: RecordsToLoad): AsyncGenerator<RecordsToLoad, void, void> {
  yield records
}

function* incidentsOf(
  { columns, record, report }: ImportedPart,
  { withOriginal, idPrefix }: LoadChoices,
  named: (incident: Incident, files: ReadonlySet<string>) => Incident,
): Generator<Incident, void> {
  const files = new Set(report.files.flatMap(({ tables }) => tables.map(({ file }) => file)))
  for (let row = 0; row < columns.columns.rows; row += 1) {
    const { original, ...incident } = withoutRepeats(record(row))
    const own = named(incident, files)
    const lasting = idPrefix === undefined ? own : { ...own, id: `${idPrefix}-${own.id}` }
    yield withOriginal && original ? { ...lasting, original } : lasting
  }
}

const repeatTags: ReadonlySet<string> = new Set(
  (['repeated-id', 'repeated-url', 'same-day-place-type'] as const).map(tagOfFlag),
)

/** The record without the tags that say what else was in the files: they would change with every load. */
function withoutRepeats(incident: Incident): Incident {
  const { tags, ...rest } = incident
  if (!tags?.some((tag) => repeatTags.has(tag))) return incident
  const others = tags.filter((tag) => !repeatTags.has(tag))
  return others.length > 0 ? { ...rest, tags: others } : rest
}

/**
 * Gives incidents to which their file gives no id one that other files do not have: of what the record says, and of how
 * many before it say the same. So the same record has the same id whatever it is loaded with, and under any name of its
 * file.
 */
function lastingIds(): (incident: Incident, files: ReadonlySet<string>) => Incident {
  const counts = new Map<string, number>()
  return (incident, files) => {
    if (!isIdOfRecord(incident.id)) return incident
    const content = hash('sha256', JSON.stringify(sayingOf(incident, files)), 'hex').slice(0, 20)
    const count = (counts.get(content) ?? 0) + 1
    counts.set(content, count)
    return { ...incident, id: count === 1 ? `x-${content}` : `x-${content}-${count}` }
  }
}

/** What a record says itself: without its id, what was found out about it, and the file as the claimant of its figures. */
function sayingOf(incident: Incident, files: ReadonlySet<string>): Incident {
  const { tags = [], casualties } = incident
  const by = (claimant: Claimant) => (typeof claimant === 'string' && files.has(claimant) ? '' : claimant)
  return {
    ...incident,
    id: '',
    tags: tags.filter((tag) => !isTagOfFlag(tag)),
    ...(casualties && { casualties: casualties.map((each) => ({ ...each, by: by(each.by) })) }),
  }
}
