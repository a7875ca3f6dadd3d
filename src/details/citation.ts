import type { DatasetAbout } from '../incidents/incident.ts'

/**
 * The citation of one incident.
 * @param title of the incident, in the reader's language
 * @param id of the incident
 * @param permalink URL of the incident
 * @param accessed the day of access in words, in the reader's language
 */
export function citationOf(
  about: DatasetAbout,
  title: string,
  id: string,
  permalink: string,
  accessed: string,
): string {
  const dataset = about.citation === undefined ? '' : `${about.citation.replace(/\.\s*$/, '')}. `
  return `“${title}” [${id}]. ${dataset}${permalink} (${accessed}).`
}
