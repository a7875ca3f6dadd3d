import { slugOf } from '../../incidents/publisherIds.ts'

/** An id may have 120 characters; the rest is for a number behind it. */
const LONGEST = 110

/**
 * The id that a file gives, as one that may stand in a link: letters and digits of ASCII, dots, hyphens and underscores
 * stay, any other run of characters becomes a hyphen.
 */
export function safeId(text: string): string {
  const safe = text
    .slice(0, 4 * LONGEST)
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  return safe || idOfName(text.slice(0, LONGEST))
}

/** The id of a thing that has a name only: `slugOf` it, as long as an id may be with a number behind it. */
export function idOfName(name: string): string {
  return slugOf(name).slice(0, LONGEST).replace(/-+$/, '')
}

/**
 * The id of an incident to which its file gives none.
 * @param lot which of the tables that are read together it is of, from 0
 * @param record its number in the table, from 0
 */
export function idOfRecord(lot: number, record: number): string {
  return `row-${lot === 0 ? '' : `${lot + 1}-`}${record + 1}`
}

/** Whether an id says only where in its file an incident stood, so that it means another in another file. */
export function isIdOfRecord(id: string): boolean {
  return /^row(-\d+){1,3}$/.test(id)
}
