import { fields, type FacetId } from '../../incidents/fields.ts'
import type { Choice } from '../../query/incidentQuery.ts'
import { identifier, joined, sql, type Sql } from '../sql.ts'
import type { EntryKind } from '../tables.ts'

/**
 * Indices of the entries of a dictionary that have these ids; ids that the version lacks are absent.
 */
export type EntryLookup = (kind: EntryKind, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>

/** Where the values of a facet are in a row. */
export interface ValueColumn {
  /** One value, or an array of values. */
  values: Sql
  isList: boolean
}

/** The column of each facet. A row without weapons has `not-known`, as a data set with that field has it. */
export function valueColumn(facet: FacetId): ValueColumn {
  const field = fields[facet]
  switch (field.kind) {
    case 'code':
      return { values: codeColumns[field.column], isList: false }
    case 'codes': {
      const column = identifier(field.column)
      const notKnown = field.vocabulary.indexOf(field.notKnown)
      return { values: sql`if(empty(${column}), [toUInt8(${notKnown})], ${column})`, isList: true }
    }
    case 'ids':
      return { values: identifier(field.column), isList: true }
    case 'place':
      return field.level === 'country'
        ? { values: sql`country`, isList: false }
        : { values: sql`places`, isList: true }
  }
}

const codeColumns = {
  type: sql`type`,
  subtype: sql`subtype`,
  status: sql`status`,
  geoPrecision: sql`geo_precision`,
} as const

/** The dictionary that a facet's values are of; undefined where they are of a vocabulary. */
export function entryKindOf(facet: FacetId): EntryKind | undefined {
  const field = fields[facet]
  if (field.kind === 'ids') return field.column
  return field.kind === 'place' ? 'places' : undefined
}

/** Condition that a row passes a choice of ids. @returns 0 where none does, 1 where each does */
export async function choiceCondition(
  facet: FacetId,
  { include, exclude, all = false }: Choice & { all?: boolean },
  indicesOf: EntryLookup,
): Promise<Sql> {
  const kind = entryKindOf(facet)
  const index = kind
    ? await indicesOf(kind, [...new Set([...include, ...exclude])])
    : new Map(vocabularyOf(facet).map((id, code) => [id, code]))
  const known = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => index.get(id) ?? []))]
  const column = valueColumn(facet)
  const conditions: Sql[] = []
  if (include.length > 0) {
    const isIncomplete = all && include.some((id) => !index.has(id))
    conditions.push(isIncomplete ? sql`0` : hasValues(column, known(include), all))
  }
  const excluded = known(exclude)
  if (excluded.length > 0) conditions.push(sql`not(${hasValues(column, excluded, false)})`)
  return conditions.length === 0 ? sql`1` : joined(conditions, ' AND ')
}

/** Condition that a row has any of the values, or all of them. */
export function hasValues({ values, isList }: ValueColumn, wanted: readonly number[], all: boolean): Sql {
  if (wanted.length === 0) return sql`0`
  if (!isList) return sql`${values} IN (${wanted})`
  if (all)
    return joined(
      wanted.map((value) => sql`has(${values}, ${value})`),
      ' AND ',
    )
  return wanted.length === 1 ? sql`has(${values}, ${wanted})` : sql`hasAny(${values}, [${wanted}])`
}

function vocabularyOf(facet: FacetId): readonly string[] {
  const field = fields[facet]
  return 'vocabulary' in field ? field.vocabulary : []
}
