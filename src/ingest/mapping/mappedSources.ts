import type { FlagCode } from '../../query/importReport.ts'
import { htmlText, isHtml } from '../fields/htmlText.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowSource } from '../rowIncident.ts'
import { fieldsNamed } from './columnName.ts'
import type { MappedColumns } from './mappedColumns.ts'

/** Reads the sources of a record. @param flags gets what is doubtful */
export type SourcesReader = (cells: readonly string[], flags: Set<FlagCode>) => RowSource[]

/**
 * Reads the sources of records: names of publishers and URLs, links of an HTML description among them. A name and a URL
 * are one source where they stand together: in one cell, or in the only column of sources and the only one that is named
 * as that of their links. Otherwise nothing says which name belongs to which URL, and each is a source by itself.
 * @param names of the columns
 */
export function mappedSourcesReader(columns: MappedColumns, names: readonly string[]): SourcesReader {
  const links = columns.allOf('url')
  const isNamedLink = (column: number) =>
    fieldsNamed(names[column] ?? '').some(({ field }) => field === 'url')
  const pair = columns.allOf('source').length === 1 && links.length === 1 && links.every(isNamedLink)
  return (cells, flags) => {
    const linked = linkedUrls(cells, columns, flags)
    const described = columns
      .all(cells, 'description')
      .flatMap(({ text }) => (isHtml(text) ? htmlText(text).links : []))
    const named = columns.all(cells, 'source').map(({ text }) => readSourceCell(text))
    const [only] = named
    if (pair && only?.names.length === 1 && only.urls.length === 0 && linked.length === 1) {
      only.urls.push(...linked)
    }
    const seen = new Set<string>()
    const unseen = (url: string) => !seen.has(url) && seen.add(url).size > 0
    const sources = named.flatMap((each) => {
      const [url] = each.urls
      if (each.names.length === 1 && each.urls.length === 1 && url !== undefined) {
        seen.add(url)
        return each.names.map((publisher): RowSource => ({ publisher, url }))
      }
      return each.names.map((publisher): RowSource => ({ publisher }))
    })
    const urls = [...linked, ...described, ...named.flatMap((each) => each.urls)].filter(unseen)
    return [...sources, ...urls.map((url) => ({ publisher: '', url }))]
  }
}

function linkedUrls(cells: readonly string[], columns: MappedColumns, flags: Set<FlagCode>): string[] {
  return columns.all(cells, 'url').flatMap(({ text }) => {
    const { urls } = readUrls(text)
    if (urls.length === 0) flags.add('unreadable-url')
    return urls
  })
}

/** The names, separated by `;`, and the URLs of one cell. */
function readSourceCell(text: string): { names: string[]; urls: string[] } {
  const { urls, rest } = /https?:\/\//i.test(text) ? readUrls(text) : { urls: [], rest: text }
  const names = (urls.length > 0 ? withoutSeparators(rest) : text)
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
  return { names, urls: [...urls] }
}

const separators = new Set(' \t\r\n,;:|()-–—')

/** The text without separators at its ends, as they stand between a name and its URL. */
function withoutSeparators(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && separators.has(text.charAt(from))) from += 1
  while (to > from && separators.has(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
