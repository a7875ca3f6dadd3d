import type { DatasetAbout } from '../incidents/incident.ts'

/**
 * How to cite one incident.
 * @param accessed in words, in the reader's language
 */
export function citationOf(
  about: DatasetAbout,
  title: string,
  id: string,
  permalink: string,
  accessed: string,
): string {
  const dataset = about.citation.replace(/\.\s*$/, '')
  return `“${title}” [${id}]. ${dataset}. ${permalink} (${accessed}).`
}
