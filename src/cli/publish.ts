import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { textAt } from '../incidents/columns.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { ImportedDataset } from '../ingest/importFiles.ts'
import { notIncidentsTexts, rejectionTexts } from '../ingest/rejectionTexts.ts'
import { publishInOrder } from '../published/publishDataset.ts'
import type { ImportReport, TableReport } from '../query/importReport.ts'
import { buildDataset } from './buildDataset.ts'
import { datasetFolder } from './datasetFolder.ts'
import { Failure } from './failure.ts'
import { countMistakes, formatMistake } from './mistake.ts'
import { readDataFolder } from './readDataFolder.ts'
import { readImport, type ReadChoices } from './readImport.ts'
import { checkSiteFolder, writePage } from './siteFolder.ts'
import { reachOf, type Reach } from './sitePacks.ts'

/** Full records in one page of the published form. */
const PAGE_SIZE = 64

export interface PublishOptions extends ReadChoices {
  out: string
  title?: string | undefined
  /** An id of `licences`, or a name with the URL of its text behind it. */
  licence?: string | undefined
  publisher?: string | undefined
  /** Language of title and texts. */
  lang?: Language | undefined
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
  const about = aboutOf(imported.about, options)
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

/** Licences by their SPDX ids, in lower case: https://spdx.org/licenses. */
const licences: Readonly<Record<string, { name: string; url: string }>> = {
  'cc0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'cc-by-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'cc-by-nc-4.0': { name: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'odbl-1.0': { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
}

function licenceOf(text: string): { name: string; url: string } {
  const known = Object.hasOwn(licences, text.toLowerCase()) ? licences[text.toLowerCase()] : undefined
  if (known) return known
  const [, name, url] = /^(.*\S)\s+(\S+)$/.exec(text.trim()) ?? []
  if (name && url && httpUrl(url)) return { name, url }
  throw new Failure(
    `--licence takes one of ${Object.keys(licences).join(', ')}, or a name with the URL of its text behind it`,
  )
}

function aboutOf(
  about: DatasetAbout,
  { title, licence, publisher, lang = 'en' }: PublishOptions,
): DatasetAbout {
  const named = title === undefined ? about.title : { [lang]: title }
  return {
    ...about,
    title: named,
    publisher: publisher ?? about.publisher,
    ...(licence !== undefined && { licence: licenceOf(licence) }),
    site: { title: named },
  }
}

/** The terms that publishers of the files' forms state: they bind whoever publishes the records again. */
function termsOf({ files }: ImportReport): string[] {
  const terms = files.flatMap(({ tables }) => tables).flatMap((table) => table.terms ?? [])
  return [...new Set(terms.map(({ name, url }) => `terms of the records: ${name} ${url}`))]
}

/** The tables that hold no incidents, such as notes: they are no loss, but nothing is left out without a word. */
function describeLeftOut({ files }: ImportReport): string[] {
  return files
    .flatMap(({ tables }) => tables)
    .flatMap((table) =>
      table.notIncidents === null
        ? []
        : [`${nameOf(table)}: left out, ${notIncidentsTexts[table.notIncidents]}`],
    )
}

/** The records that are rejected, table by table; [] where there are none. */
function describeRejected({ files }: ImportReport): string[] {
  return files.flatMap(({ tables, others, name }) => [
    ...tables.filter(({ counts }) => counts.rejected > 0).flatMap(describeRejections),
    ...(tables.length === 0 && (others['refused'] ?? 0) > 0
      ? [`${name}: ${counted(others['refused'] ?? 0, 'row')} with broken syntax`]
      : []),
  ])
}

function describeRejections(table: TableReport): string[] {
  const { counts, rejections } = table
  return [
    `${nameOf(table)}: ${counts.rejected} of ${counted(counts.records, 'record')} rejected`,
    ...rejections.flatMap(({ code, count, examples }) => [
      `  ${count} x ${rejectionTexts[code]}`,
      ...examples
        .slice(0, 5)
        .map(
          ({ line, column, value, file }) =>
            `    ${file === undefined ? '' : `${file}, `}line ${line}${column && `, ${column}`}${value && `: ${value}`}`,
        ),
    ]),
  ]
}

function nameOf({ file, table }: TableReport): string {
  return table ? `${file} (${table})` : file
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
