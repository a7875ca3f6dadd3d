import type { Incident } from './incident.ts'
import { eventTypes, geoPrecisions, statuses, subEventTypes, weapons } from './vocabulary.ts'

/*
 * The table of fields: what can be filtered, counted, stored, published, exported and written in a link is declared
 * once, in `fields` below, and derived from it everywhere else. To add a facet (a field whose values are listed with
 * counts):
 *
 * 1. Its values: a list in vocabulary.ts, its property in incident.ts and recordSchema.ts.
 * 2. One entry in `fields`.
 * 3. What the compiler then asks for: labels in the three languages (i18n), invented values (cli/synthetic), and in the
 *    tests the naive answer (tests/oracle) and the generator of views (tests/unit/view).
 * 4. A new SCHEMA_VERSION in published/manifest.ts, as the published columns change.
 *
 * A field of dictionary ids also needs its dictionary in `Dictionaries` (columns.ts) and, if its names are to be found by
 * the search, a line in engine/search/nameIndexes.ts. The engine has room for 16 fields (bits of its fail mask), and says
 * so where there are more.
 */

/** A field that every record has exactly one value of, out of a closed vocabulary: the event type. */
export interface CodeField {
  kind: 'code'
  facet: true
  /** Its key in the fragment of the URL. Public: a key never changes its meaning. */
  urlKey: string
  /** Its property of IncidentColumns: one byte a row, an index into `vocabulary`. */
  column: string
  /** Its column in the published file (Arrow). */
  published: string
  /** Its column in an exported CSV file, and its property in an exported GeoJSON feature. */
  exported: string
  vocabulary: readonly string[]
  /** The value that a record gives: one of `vocabulary`. */
  of: (incident: Incident) => string
}

/**
 * A field that a record may have several values of, out of a closed vocabulary: the weapons. It is optional: where no
 * record of a data set has a value, the data set has neither the column nor the facet.
 */
export interface CodesField {
  kind: 'codes'
  facet: true
  urlKey: string
  /** Its property of IncidentColumns: a list of indices into `vocabulary` for each row, each index at most once. */
  column: string
  /** The column of one list item in the published file. */
  published: string
  exported: string
  vocabulary: readonly string[]
  /** The entry of `vocabulary` that a row gets whose record gives no value. No record names it. */
  notKnown: string
  /** The values that a record gives. */
  of: (incident: Incident) => readonly string[] | undefined
}

/** A field that a record may have several values of, out of a dictionary of the data set: actors, publishers, tags. */
export interface IdsField {
  kind: 'ids'
  facet: true
  urlKey: string
  /** Its property of IncidentColumns (a list of indices for each row), and the dictionary that they point into. */
  column: 'actors' | 'publishers' | 'tags'
  /** The column of one list item in the published file. */
  published: string
  /** Whether a filter may require all of its ids in the same incident, rather than any of them. */
  allOf: boolean
}

/** The place of a row (an index into the dictionary of places), with every place that contains it. */
export interface PlaceField {
  kind: 'place'
  facet: true
  urlKey: string
  column: 'place'
  /** `country` counts and lists the countries alone. */
  level: 'any' | 'country'
}

/** A field that is filtered by a range, a text or an area; its values are not counted. */
export interface RangeField {
  kind: 'days' | 'numbers' | 'text' | 'area'
  facet: false
  /** Its key in the fragment of the URL, or the keys of its two ends. */
  urlKey: string | { from: string; to: string }
}

/** What `fields` declares of one field. */
export type Field = CodeField | CodesField | IdsField | PlaceField | RangeField

/** Every field of an incident that can be filtered. The facets are listed to the user in this order. */
export const fields = {
  days: { kind: 'days', facet: false, urlKey: { from: 'from', to: 'to' } },
  type: {
    kind: 'code',
    facet: true,
    urlKey: 'type',
    column: 'type',
    published: 'type',
    exported: 'event_type',
    vocabulary: eventTypes,
    of: ({ type }: Incident) => type,
  },
  subtype: {
    kind: 'code',
    facet: true,
    urlKey: 'subtype',
    column: 'subtype',
    published: 'subtype',
    exported: 'sub_event_type',
    vocabulary: subEventTypes,
    of: ({ subtype }: Incident) => subtype,
  },
  weapon: {
    kind: 'codes',
    facet: true,
    urlKey: 'weapon',
    column: 'weapons',
    published: 'weapon',
    exported: 'weapons',
    vocabulary: weapons,
    notKnown: 'not-known',
    of: ({ weapons: named }: Incident) => named,
  },
  actor: {
    kind: 'ids',
    facet: true,
    urlKey: 'actor',
    column: 'actors',
    published: 'actor',
    allOf: true,
  },
  country: { kind: 'place', facet: true, urlKey: 'country', column: 'place', level: 'country' },
  place: { kind: 'place', facet: true, urlKey: 'place', column: 'place', level: 'any' },
  publisher: {
    kind: 'ids',
    facet: true,
    // Public links say `source`: the key is older than the distinction between a publisher and a source.
    urlKey: 'source',
    column: 'publishers',
    published: 'publisher',
    allOf: false,
  },
  status: {
    kind: 'code',
    facet: true,
    urlKey: 'status',
    column: 'status',
    published: 'status',
    exported: 'status',
    vocabulary: statuses,
    of: ({ status }: Incident) => status,
  },
  precision: {
    kind: 'code',
    facet: true,
    urlKey: 'precision',
    column: 'geoPrecision',
    published: 'geo_precision',
    exported: 'geo_precision',
    vocabulary: geoPrecisions,
    of: ({ place }: Incident) => place.precision,
  },
  fatalities: { kind: 'numbers', facet: false, urlKey: 'fatalities' },
  tag: { kind: 'ids', facet: true, urlKey: 'tag', column: 'tags', published: 'tag', allOf: false },
  text: { kind: 'text', facet: false, urlKey: 'q' },
  area: { kind: 'area', facet: false, urlKey: 'bbox' },
} as const satisfies Record<string, Field>

/** The table with its literal types: `Fields['type']['column']` is the type `'type'`. */
export type Fields = typeof fields

/** The id of a field: its key in `fields`. */
export type FieldId = keyof Fields

/** The ids of the fields of one kind, or of several: `FieldIdOf<'code'>` is `'type' | 'subtype' | ...`. */
export type FieldIdOf<Kind extends Field['kind']> = {
  [Id in FieldId]: Fields[Id]['kind'] extends Kind ? Id : never
}[FieldId]

/** The ids of the facets: the fields whose values are listed with counts. */
export type FacetId = {
  [Id in FieldId]: Fields[Id]['facet'] extends true ? Id : never
}[FieldId]

/** All fields; this list and those below are in the order of the table. */
export const fieldIds: readonly FieldId[] = keysOf(fields)

/** The fields whose values are listed with counts. */
export const facetIds: readonly FacetId[] = fieldIds.filter(isFacetId)

/** The fields with exactly one code of a vocabulary. */
export const codeFieldIds: readonly FieldIdOf<'code'>[] = fieldIds.filter(isOfKind('code'))

/** The optional fields with several codes of a vocabulary. */
export const codesFieldIds: readonly FieldIdOf<'codes'>[] = fieldIds.filter(isOfKind('codes'))

/** The fields with several entries of a dictionary. */
export const idsFieldIds: readonly FieldIdOf<'ids'>[] = fieldIds.filter(isOfKind('ids'))

/** Whether the values of the field are listed with counts. */
export function isFacetId(id: FieldId): id is FacetId {
  return fields[id].facet
}

function isOfKind<Kind extends Field['kind']>(kind: Kind) {
  return (id: FieldId): id is FieldIdOf<Kind> => fields[id].kind === kind
}

/** A record with one value for each field. @param of computes the value of a field */
export function byField<T>(of: (id: FieldId) => T): Record<FieldId, T> {
  return byId(fieldIds, of)
}

/** A record with one value for each facet. @param of computes the value of a facet */
export function byFacet<T>(of: (id: FacetId) => T): Record<FacetId, T> {
  return byId(facetIds, of)
}

/** A record with one value for each id of a list. @param of computes the value of an id */
export function byId<Id extends string, T>(ids: readonly Id[], of: (id: Id) => T): Record<Id, T> {
  const values: Partial<Record<Id, T>> = {}
  for (const id of ids) values[id] = of(id)
  // The loop has set every id; the compiler cannot see that.
  return values as Record<Id, T>
}

/** The keys of an object, typed. @param object must have no other keys than its type declares */
export function keysOf<Key extends string>(object: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(object) as Key[]
}
