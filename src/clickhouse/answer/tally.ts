import {
  byField,
  codeFieldIds,
  fieldIds,
  fields,
  type FacetId,
  type FieldId,
  type FieldIdOf,
} from '../../incidents/fields.ts'
import type { IncidentResult } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { bitAt, bitOf } from '../../engine/filter/failMask.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { valueColumn } from './choiceCondition.ts'
import { combinedKey } from './combinedKey.ts'
import { estimated, type Scan } from './scan.ts'

/** What the fail masks of all rows tell. */
export interface Tally extends Pick<IncidentResult, 'total' | 'relaxed' | 'unnumbered' | 'textMatches'> {
  /** Counts of the wanted facets whose values are codes. */
  facets: Partial<Record<FacetId, Uint32Array>>
}

type CodeFacet = FieldIdOf<'code'>

/** Counts rows by mask and by the codes of the wanted facets, in one pass over all rows. */
export async function readTally(
  connection: Connection,
  scan: Scan,
  wanted: readonly FacetId[],
  options: Abortable,
): Promise<Tally> {
  const facets = codeFieldIds.filter((facet) => wanted.includes(facet))
  const { key, split } = combinedKey([
    [scan.mask, 2 * bitAt(fieldIds.length - 1)],
    ...facets.map((facet) => [valueColumn(facet).values, fields[facet].vocabulary.length] as const),
  ])
  const unnumbered = scan.conditions.has('fatalities')
    ? sql`countIf(fatalities_min = -1 AND fatalities_max = -1)`
    : sql`0`
  const rows = await connection.rows<[key: number, count: number, unnumbered: number]>(
    sql`SELECT ${key} AS key, count(), ${unnumbered} FROM ${scan.table} WHERE ${scan.all} GROUP BY key`,
    options,
  )
  const groups = rows.map(([each, count, without]): Group => {
    const [mask = 0, ...codes] = split(each)
    return { mask, codes, count, unnumbered: without }
  })
  return tallyOf(groups, facets, scan)
}

/** Rows with the same mask and the same codes. */
interface Group {
  mask: number
  /** Of each wanted facet. */
  codes: readonly number[]
  count: number
  /** Those for which no one gives a number of dead. */
  unnumbered: number
}

function tallyOf(groups: readonly Group[], facets: readonly CodeFacet[], scan: Scan): Tally {
  const relaxed = byField(() => 0)
  const fieldOfBit = new Map(Object.entries(bitOf).map(([field, bit]) => [bit, field as FieldId]))
  const counts = facets.map((facet) => new Uint32Array(fields[facet].vocabulary.length))
  const tally = { total: 0, unnumbered: 0, textMatches: 0 }
  for (const { mask, codes, count, unnumbered } of groups) {
    if (mask === 0) tally.total += count
    if (mask === bitOf.fatalities) tally.unnumbered += unnumbered
    if ((mask & bitOf.text) === 0) tally.textMatches += count
    const alone = fieldOfBit.get(mask)
    if (alone !== undefined) relaxed[alone] += count
    for (const [at, facet] of facets.entries())
      if (mask === 0 || mask === bitOf[facet]) addAt(counts[at], codes[at], count)
  }
  return {
    total: estimated(tally.total, scan),
    unnumbered: estimated(tally.unnumbered, scan),
    textMatches: estimated(tally.textMatches, scan),
    relaxed: byField((field) => estimated(relaxed[field], scan)),
    facets: Object.fromEntries(
      facets.map((facet, at) => [facet, counts[at]?.map((count) => estimated(count, scan))]),
    ),
  }
}

function addAt(counts: Uint32Array | undefined, code: number | undefined, count: number): void {
  if (counts && code !== undefined) counts[code] = (counts[code] ?? 0) + count
}
