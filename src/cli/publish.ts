import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { textAt } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'
import type { ImportedDataset } from '../ingest/importFiles.ts'
import { publishInOrder } from '../published/publishDataset.ts'
import type { ImportReport } from '../query/importReport.ts'
import { buildDataset } from './buildDataset.ts'
import { datasetFolder } from './datasetFolder.ts'
import { counted, describeLeftOut, describeRejected } from './describeRejected.ts'
import { Failure } from './failure.ts'
import { countMistakes, formatMistake } from './mistake.ts'
import { readDataFolder } from './readDataFolder.ts'
import { readImport, type ReadChoices } from './readImport.ts'
import { checkSiteFolder, writePage } from './siteFolder.ts'
import { reachOf, type Reach } from './sitePacks.ts'
import { statedAbout, type StatedAbout } from './statedAbout.ts'

/** Full records in one page of the published form. */
const PAGE_SIZE = 64

export interface PublishOptions extends ReadChoices, StatedAbout {
  out: string
  /** Writes the data set alone, without the page. */
  dataOnly: boolean
  /** Writes the accepted records where others were rejected. */
  allowRejected: boolean
  /** Publishes every cell of the files as well, also of columns that no field has. */
  withOriginal: boolean
}

/** 0: everything was published; 1: records were rejected, or a folder has mistakes. */
export interface PublishOutcome {
  code: 0 | 1
  /** What to print. */
  lines: string[]
}

/**
 * Publishes files, or one folder of records in YAML, as a site for any static host, or as a data set alone.
 * @throws Failure where something cannot be read or written
 */
export async function publish(
  paths: readonly string[],
  options: PublishOptions,
  onProgress: (records: number) => void = () => {},
): Promise<PublishOutcome> {
  const out = resolve(options.out)
  if (!options.dataOnly) await checkSiteFolder(out)
  const dataDir = options.dataOnly ? out : join(out, 'dataset')
  const [first] = paths
  if (first !== undefined && isFolder(first)) {
    if (paths.length > 1) throw new Failure('one folder at a time: leave the other paths out')
    return publishFolder(first, { out, dataDir, dataOnly: options.dataOnly })
  }
  const imported = await readImport(paths, options, onProgress)
  const left = describeLeftOut(imported.report)
  const rejected = describeRejected(imported.report)
  if (imported.report.incidents === 0)
    return { code: 1, lines: [...left, ...rejected, 'no incidents: nothing was written'] }
  if (rejected.length > 0 && !options.allowRejected) {
    const hint = 'nothing was written: mend these rows, or publish the others with --allow-rejected'
    return { code: 1, lines: [...left, ...rejected, hint] }
  }
  const about = statedAbout(options)(imported.about)
  const manifest = await writeImported(imported, about, { dataDir, withOriginal: options.withOriginal })
  if (!options.dataOnly) await writePage(out, about, reachOfImported(imported))
  return {
    code: rejected.length > 0 ? 1 : 0,
    lines: [
      ...left,
      ...rejected,
      `${counted(manifest.rows, 'incident')} in ${options.out}`,
      about.licence ? `licence: ${about.licence.name} ${about.licence.url}` : 'licence not stated',
      ...termsOf(imported.report),
    ],
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

async function publishFolder(
  folder: string,
  { out, dataDir, dataOnly }: { out: string; dataDir: string; dataOnly: boolean },
): Promise<PublishOutcome> {
  const outcome = await buildDataset({ dataDir: folder, outDir: dataDir })
  const mistakes = outcome.ok ? outcome.warnings : outcome.mistakes
  const lines = mistakes.map((mistake) => formatMistake(mistake))
  if (!outcome.ok) return { code: 1, lines: [...lines, `${countMistakes(mistakes)}: nothing was written`] }
  const { dataset, places, incidents } = await readDataFolder(resolve(folder))
  const reach = reachOf(
    places.value ?? [],
    incidents.flatMap(({ value }) => value ?? []),
  )
  if (!dataOnly && dataset.value) await writePage(out, dataset.value, reach)
  return { code: 0, lines: [...lines, `${counted(outcome.manifest.rows, 'incident')} in ${out}`] }
}

/** The records of the files in the order of the published form; each is read again when it is written. */
async function writeImported(
  { columns: { columns }, record }: ImportedDataset,
  about: DatasetAbout,
  { dataDir, withOriginal }: { dataDir: string; withOriginal: boolean },
) {
  const rows = Array.from({ length: columns.rows }, (_, row) => ({
    row,
    day: columns.day[row] ?? 0,
    id: textAt(columns.id, row),
  })).toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  function* incidents(): Generator<Incident, void> {
    for (const { row } of rows) {
      const { original, ...incident } = record(row)
      yield withOriginal && original ? { ...incident, original } : incident
    }
  }
  const { actors, places } = columns.dictionaries
  const folder = datasetFolder(dataDir)
  const manifest = await publishInOrder(
    { about, actors, places, incidents: incidents() },
    { pageSize: PAGE_SIZE },
    folder.write,
  )
  await folder.finish()
  return manifest
}

function reachOfImported({ columns: { columns } }: ImportedDataset): Reach {
  function* positions(): Generator<LngLat, void> {
    for (const [row, lng] of columns.lng.entries()) yield [lng, columns.lat[row] ?? Number.NaN]
  }
  return { places: columns.dictionaries.places, positions: positions() }
}

/** The terms that publishers of the files' forms state: they bind whoever publishes the records again. */
function termsOf({ files }: ImportReport): string[] {
  const terms = files.flatMap(({ tables }) => tables).flatMap((table) => table.terms ?? [])
  return [...new Set(terms.map(({ name, url }) => `terms of the records: ${name} ${url}`))]
}
