import { readDay } from '../fields/dayField.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowSource } from '../rowIncident.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import { jsonListOf, textOfJson } from './jsonCell.ts'
import type { ReadingContext, TableHead } from './profile.ts'
import { listOf } from './rowTexts.ts'

/** What the tables beside TimeMap's events say, by id. */
export interface TimemapLookups {
  /** The sources of an id, one for each of its paths; none for a hidden source. */
  sources: ReadonlyMap<string, readonly RowSource[]>
  /** The text of an association: `Type of area: Residential`. */
  associations: ReadonlyMap<string, string>
}

/** Where TimeMap writes the path of a source that is not to be shown. */
const HIDDEN = /^(src)?hidden$/i

/** Numbers of the columns of a spreadsheet that are written as path1, path2 ... at most. */
const COLUMNS_OF_A_KIND = 20

/** The sources and associations in the other tables of the same files. */
export function timemapLookups(others: ReadingContext['others']): TimemapLookups {
  const sources = new Map<string, readonly RowSource[]>()
  const associations = new Map<string, string>()
  for (const { head, table } of others) {
    const columns = columnsByName(table.columns)
    const isSources = areTimemapSources(head)
    if (!isSources && !areTimemapAssociations(head)) continue
    for (const { cells } of table.rows()) {
      const id = columns.cell(cells, 'id')
      if (!id) continue
      if (isSources && !sources.has(id)) sources.set(id, sourcesOf(columns, cells))
      if (!isSources && !associations.has(id)) associations.set(id, associationOf(columns, cells))
    }
  }
  return { sources, associations }
}

/** Whether a table is TimeMap's list of sources. */
export function areTimemapSources({ columns: names }: TableHead): boolean {
  const columns = columnsByName(names)
  const hasPath = columns.has('paths') || columns.has('path1')
  return columns.has('id', 'title') && hasPath && !columns.has('latitude')
}

/** Whether a table is TimeMap's list of associations. */
export function areTimemapAssociations({ columns: names }: TableHead): boolean {
  const columns = columnsByName(names)
  return columns.has('id', 'mode') && (columns.has('filter_paths') || columns.has('filter_path0'))
}

/** A source by its path: a URL, or else a text that names where it is; undefined for a hidden one. */
export function sourceOfPath(path: string, said: Omit<RowSource, 'url'>): RowSource | undefined {
  if (!path || HIDDEN.test(path)) return undefined
  const [url] = readUrls(path).urls
  if (url !== undefined) return { ...said, url }
  return { ...said, publisher: said.publisher || path }
}

/** The cells of the columns `name1`, `name2` ..., from 0, that are not blank. */
export function numberedCells(columns: NamedColumns, row: readonly string[], name: string): string[] {
  return Array.from({ length: COLUMNS_OF_A_KIND }, (_, at) => columns.cell(row, `${name}${at}`)).filter(
    Boolean,
  )
}

function sourcesOf(columns: NamedColumns, row: readonly string[]): RowSource[] {
  const list = columns.cell(row, 'paths')
  const paths = jsonListOf(list)?.map(textOfJson) ?? [
    ...(list ? [list] : []),
    ...numberedCells(columns, row, 'path'),
  ]
  const note = columns.cell(row, 'description')
  const published = readDay(columns.cell(row, 'date'), 'month-first')
  const said = {
    publisher: columns.firstCell(row, ['affil_s', 'author']),
    published:
      published.kind === 'value' && published.value.precision === 'day' ? published.value.start : undefined,
    note: note || undefined,
  }
  return paths.flatMap((path) => sourceOfPath(path, said) ?? [])
}

/** The path of a filter, its last part behind a colon; of a category or narrative its title. */
function associationOf(columns: NamedColumns, row: readonly string[]): string {
  const list = columns.cell(row, 'filter_paths')
  const path = (
    jsonListOf(list)?.map(textOfJson) ?? [...listOf(list, ','), ...numberedCells(columns, row, 'filter_path')]
  ).filter(Boolean)
  const last = path.at(-1)
  if (last === undefined) {
    const [id, title] = [columns.cell(row, 'id'), columns.cell(row, 'title')]
    return title && title !== id ? title : columns.firstCell(row, ['desc', 'id'])
  }
  return path.length === 1 ? last : `${path.slice(0, -1).join(' / ')}: ${last}`
}
