import type { SourceReport } from './incident.ts'
import { hostOf } from './sourceUrl.ts'

/** By what a source is called: its publisher, else the host of its URL; '' where neither is given. */
export function sourceName({ publisher, url }: Pick<SourceReport, 'publisher' | 'url'>): string {
  return publisher || (url === undefined ? '' : (hostOf(url) ?? ''))
}
