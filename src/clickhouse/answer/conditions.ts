import { fieldIds, type FieldId } from '../../incidents/fields.ts'
import type { Bounds } from '../../incidents/place.ts'
import { isFiltered, type DayRange, type Filters, type NumberRange } from '../../query/incidentQuery.ts'
import { joined, sql, type Sql } from '../sql.ts'
import { NOWHERE } from '../tables.ts'
import { choiceCondition, type EntryLookup } from './choiceCondition.ts'

/**
 * For each field that is filtered, a condition on a row of `incidents`: 1 where the row passes, else 0. They mean what the
 * engine's filters mean (`engine/filter/selectionOf.ts`).
 */
export type Conditions = ReadonlyMap<FieldId, Sql>

/** What filters are made into conditions with. */
export interface ConditionMeans {
  indicesOf: EntryLookup
  /** Condition on a row of `incidents` that it matches the search, or cites the URL. */
  textCondition: (search: string) => Promise<Sql>
  /** Whether any record of the version names weapons. */
  hasWeapons: boolean
}

/** The conditions that stand for the filters. */
export async function conditionsOf(filters: Filters, means: ConditionMeans): Promise<Conditions> {
  const filtered = fieldIds.filter((field) => isFiltered(filters, field))
  const conditions = await Promise.all(filtered.map((field) => conditionOf(field, filters, means)))
  return new Map(filtered.map((field, at) => [field, conditions[at] ?? sql`0`]))
}

async function conditionOf(field: FieldId, filters: Filters, means: ConditionMeans): Promise<Sql> {
  switch (field) {
    case 'days':
      return daysCondition(filters.days)
    case 'fatalities':
      return fatalitiesCondition(filters.fatalities)
    case 'text':
      return means.textCondition(filters.text)
    case 'area':
      return filters.area ? areaCondition(filters.area) : sql`1`
    case 'weapon':
      // Where the data set lacks the field, no row has an id that is included, and none one that is excluded.
      if (!means.hasWeapons) return filters.weapon.include.length > 0 ? sql`0` : sql`1`
      return choiceCondition(field, filters.weapon, means.indicesOf)
    default:
      return choiceCondition(field, filters[field], means.indicesOf)
  }
}

/** Rows that may have happened on a day of the range. */
function daysCondition({ from, to }: DayRange): Sql {
  return allOf([
    ...(to === null ? [] : [sql`day_from <= ${to}`]),
    ...(from === null ? [] : [sql`day_to >= ${from}`]),
  ])
}

/** Rows whose toll and the range have a number in common; a toll with the maximum -1 has no upper end. */
function fatalitiesCondition({ min, max }: NumberRange): Sql {
  return allOf([
    sql`(fatalities_min >= 0 OR fatalities_max >= 0)`,
    ...(max === null ? [] : [max < 0 ? sql`0` : sql`fatalities_min <= ${max}`]),
    ...(min === null ? [] : [sql`(fatalities_max < 0 OR fatalities_max >= ${min})`]),
  ])
}

/** Rows that the map draws within the area, edges included: 32-bit degrees against 64-bit ones, as in the engine. */
export function areaCondition({ west, south, east, north }: Bounds): Sql {
  const between =
    west <= east ? sql`lng >= ${west} AND lng <= ${east}` : sql`(lng >= ${west} OR lng <= ${east})`
  return sql`x != ${NOWHERE} AND lat >= ${south} AND lat <= ${north} AND ${between}`
}

function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1` : joined(conditions, ' AND ')
}
