import type { FlagCode } from '../../query/importReport.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowSource } from '../rowIncident.ts'
import type { MappedColumns } from './mappedColumns.ts'

/**
 * The sources of a record: names of publishers and URLs. One name and one URL are one source; otherwise nothing says
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
  for (const { text } of columns.all(cells, 'source')) {
    const read = readUrls(text)
    for (const url of read.urls) urls.add(url)
    const rest = read.urls.length > 0 ? read.rest.replace(/^[\s,;:|()-]+/, '') : text
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
