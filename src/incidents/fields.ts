import type { Incident } from './incident.ts'
import { eventTypes, geoPrecisions, statuses, subEventTypes, weapons } from './vocabulary.ts'

/** One code of a vocabulary a row: code c stands for `vocabulary[c]`. */
export interface CodeField {
  kind: 'code'
  facet: true
  urlKey: string
  /** Name in IncidentColumns. */
  column: string
  /** Name in the published columns. */
  published: string
  /** Name of the column of a CSV file, and of the property of a GeoJSON feature. */
  exported: string
  vocabulary: readonly string[]
  /** What a record says; one of the vocabulary. */
  of: (incident: Incident) => string
}

/** Several codes of a vocabulary a row, each at most once; a data set in which no record has any lacks the field. */
export interface CodesField {
  kind: 'codes'
  facet: true
  urlKey: string
  column: string
  published: string
  exported: string
  vocabulary: readonly string[]
  /** The entry of the vocabulary that a row without any is filed under. */
  notKnown: string
  of: (incident: Incident) => readonly string[] | undefined
}

/** Several entries of a dictionary a row, each at most once. */
export interface IdsField {
  kind: 'ids'
  facet: true
  urlKey: string
  /** Name in IncidentColumns, and of the dictionary that its ids and names come from. */
  column: 'actors' | 'publishers' | 'tags'
  /** Name of one entry in the published columns. */
  published: string
  /** A filter may ask that all of its ids take part in the same incident. */
  allOf: boolean
}

/** The gazetteer's place of a row, with what it lies in; or only the country of it. */
export interface PlaceField {
  kind: 'place'
  facet: true
  urlKey: string
  column: 'place'
  level: 'any' | 'country'
}

/** Filtered by a range, a text or an area; not counted by value. */
export interface RangeField {
  kind: 'days' | 'numbers' | 'text' | 'area'
  facet: false
  /** Keys of its two ends, or its one key. */
  urlKey: string | { from: string; to: string }
}

export type Field = CodeField | CodesField | IdsField | PlaceField | RangeField

/**
 * Every field of an incident that can be filtered; the facets in the order in which they are listed. What is filtered,
 * counted, stored, published, exported and written in a link is derived from this table.
 */
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
    // Its public name is older than the distinction between a publisher and a source.
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

export type Fields = typeof fields
export type FieldId = keyof Fields

/** The fields of one kind. */
export type FieldIdOf<Kind extends Field['kind']> = {
  [Id in FieldId]: Fields[Id]['kind'] extends Kind ? Id : never
}[FieldId]

/** The fields whose values are listed with counts. */
export type FacetId = FieldIdOf<'code' | 'codes' | 'ids' | 'place'>

/** In the order of the table. */
export const fieldIds: readonly FieldId[] = keysOf(fields)
export const facetIds: readonly FacetId[] = fieldIds.filter(isFacetId)
export const codeFieldIds: readonly FieldIdOf<'code'>[] = fieldIds.filter(isOfKind('code'))
export const codesFieldIds: readonly FieldIdOf<'codes'>[] = fieldIds.filter(isOfKind('codes'))
export const idsFieldIds: readonly FieldIdOf<'ids'>[] = fieldIds.filter(isOfKind('ids'))

export function isFacetId(id: FieldId): id is FacetId {
  return fields[id].facet
}

function isOfKind<Kind extends Field['kind']>(kind: Kind) {
  return (id: FieldId): id is FieldIdOf<Kind> => fields[id].kind === kind
}

/** One value for each field. */
export function byField<T>(of: (id: FieldId) => T): Record<FieldId, T> {
  return byId(fieldIds, of)
}

/** One value for each facet. */
export function byFacet<T>(of: (id: FacetId) => T): Record<FacetId, T> {
  return byId(facetIds, of)
}

/** One value for each id of a list. */
export function byId<Id extends string, T>(ids: readonly Id[], of: (id: Id) => T): Record<Id, T> {
  const values: Partial<Record<Id, T>> = {}
  for (const id of ids) values[id] = of(id)
  // Every id of the list has its value now, which the type of a loop cannot tell.
  return values as Record<Id, T>
}

/** The keys of an object that has no others than its type names. */
export function keysOf<Key extends string>(object: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(object) as Key[]
}
