import type { Place } from './incident.ts'

/**
 * The entry of the gazetteer for records that name no place. It has no name and lies in no other place; the page and the
 * exports write what they write where a name is missing.
 */
export const unnamedPlace: Place = { id: 'not-named', kind: 'locality', name: {}, aliases: [] }
