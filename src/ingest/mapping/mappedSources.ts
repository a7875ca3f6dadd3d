import type { FlagCode } from '../../query/importReport.ts'
import { htmlText, isHtml } from '../fields/htmlText.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowSource } from '../rowIncident.ts'
import type { MappedColumns } from './mappedColumns.ts'

/**
 * The sources of a record: names of publishers and URLs, links of an HTML description among them. One name and one URL are one source; otherwise nothing says
 * which name belongs to which URL, and each is a source by itself.
 * @param flags gets what is doubtful
 */
export function readMappedSources(
  cells: readonly string[],
  columns: MappedColumns,
  flags: Set<FlagCode>,
): RowSource[] {
  const names: string[] = []
  const urls = new Set<string>()
  for (const { text } of columns.all(cells, 'url')) {
    const read = readUrls(text)
    if (read.urls.length === 0) flags.add('unreadable-url')
    for (const url of read.urls) urls.add(url)
  }
  for (const { text } of columns.all(cells, 'description')) {
    if (isHtml(text)) for (const link of htmlText(text).links) urls.add(link)
  }
  for (const { text } of columns.all(cells, 'source')) {
    const read = /https?:\/\//i.test(text) ? readUrls(text) : { urls: [], rest: text }
    for (const url of read.urls) urls.add(url)
    const rest = read.urls.length > 0 ? withoutSeparators(read.rest) : text
    names.push(
      ...rest
        .split(';')
        .map((name) => name.trim())
        .filter(Boolean),
    )
  }
  const [name] = names
  const [url] = urls
  if (name !== undefined && url !== undefined && names.length === 1 && urls.size === 1) {
    return [{ publisher: name, url }]
  }
  return [
    ...names.map((publisher) => ({ publisher })),
    ...[...urls].map((each) => ({ publisher: '', url: each })),
  ]
}

const separators = new Set(' \t\r\n,;:|()-–—')

/** The text without separators at its ends, as they stand between a name and its URL. */
function withoutSeparators(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && separators.has(text.charAt(from))) from += 1
  while (to > from && separators.has(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
