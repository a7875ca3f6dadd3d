import { facetIds, fields, type FacetId } from '../../incidents/fields.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { WHOLE_DICTIONARY } from '../../query/servedDataset.ts'
import type { Connection } from '../connection.ts'
import { sql, type Sql } from '../sql.ts'
import { entryKindOf, valueColumn, type ValueColumn } from './choiceCondition.ts'
import type { VersionFacts } from './facts.ts'
import type { Scan } from './scan.ts'

/** The facets of a version with more values than an answer holds: `facetPage` gives them. */
export function pagedFacets({ sizes }: Pick<VersionFacts, 'sizes'>): FacetId[] {
  return facetIds.filter((facet) => {
    const kind = entryKindOf(facet)
    return kind !== undefined && sizes[kind] > WHOLE_DICTIONARY
  })
}

/**
 * Counts of a facet whose values are not codes of one a row.
 * @returns undefined where the version lacks the facet, or pages it
 */
export async function readFacet(
  connection: Connection,
  scan: Scan,
  facts: VersionFacts,
  facet: FacetId,
  options: Abortable,
): Promise<Uint32Array | undefined> {
  const size = facetSize(facts, facet)
  if (size === undefined) return undefined
  const rows = await connection.rows<[value: number, count: number]>(
    sql`SELECT ${eachValue(valueColumn(facet))} AS value, count() FROM ${scan.table} WHERE ${scan.passing(facet)} GROUP BY value`,
    options,
  )
  const counts = new Uint32Array(size)
  // A country that is none, as a row in no country has it, is beyond the counts.
  for (const [value, count] of rows) if (value < size) counts[value] = count
  return counts
}

/** The values of a row, one in each row of the answer. */
export function eachValue({ values, isList }: ValueColumn): Sql {
  return isList ? sql`arrayJoin(${values})` : values
}

function facetSize(facts: VersionFacts, facet: FacetId): number | undefined {
  const kind = entryKindOf(facet)
  if (kind !== undefined) return facts.sizes[kind] > WHOLE_DICTIONARY ? undefined : facts.sizes[kind]
  return facet === 'weapon' && facts.hasWeapons ? fields.weapon.vocabulary.length : undefined
}
