import type { DatasetAbout } from '../incidents/incident.ts'

/** What the notes of an export are made of. */
export interface NotedExport {
  about: DatasetAbout
  /** As in `DatasetDescription.version`. */
  version: string
  /** URL of the view that is exported. */
  link: string
  /** The fragment of that view, without `#`. */
  fragment: string
}

/** Keys of a fragment that say how a view looks, not what it lets through. */
const looks = new Set(['map', 'show', 'lang', 'theme', 'basemap', 'embed', 'incident', 'data'])

/**
 * What a file of incidents should be used with: one line each for data set, publisher, licence, citation, version,
 * address, and filters as the address writes them. Values that are not stated have no line.
 */
export function exportNotes({ about, version, link, fragment }: NotedExport): string[] {
  const { title, publisher, licence, citation, updated } = about
  const filters = [...new URLSearchParams(fragment)].filter(([key]) => !looks.has(key))
  const facts: [name: string, value: string | undefined][] = [
    ['Data set', title.en ?? title.fr ?? title.ar],
    ['Publisher', publisher],
    ['Licence', licence ? `${licence.name} ${licence.url}` : 'not stated'],
    ['Citation', citation],
    ['Updated', updated],
    ['Version', version],
    ['Address of the view', link],
    ['Filters', filters.map(([key, value]) => `${key}=${value}`).join('; ') || 'none'],
  ]
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value.replaceAll(/\s+/g, ' ').trim()}`] : []))
}
