import type { FieldId } from '../../incidents/fields.ts'
import type { Filters } from '../../query/incidentQuery.ts'
import { bitOf } from '../../engine/filter/failMask.ts'
import { joined, sql, type Sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import type { Conditions } from './conditions.ts'
import type { VersionFacts } from './facts.ts'
import { quartersWithin } from './quarters.ts'
import { isVisible, type BaseVersion } from './visible.ts'

/** The rows of a version as a query reads them: all, or a sample. */
export interface Scan {
  /** The table that is read. */
  table: Sql
  /** Share of the rows that is read: 1, or a negative power of 2. */
  share: number
  conditions: Conditions
  /** Condition that a row is of the version, and of the sample. */
  all: Sql
  /**
   * Condition that a row passes every filter.
   * @param ignored a filter that it may fail or pass
   */
  passing(ignored?: FieldId): Sql
  /** The filters that a row fails, as bits (`engine/filter/failMask.ts`). */
  mask: Sql
}

/** Rows have a hash of 32 bits. */
const HASHES = 2 ** 32

/**
 * @param conditions those of the filters
 * @param share 1 for all rows, or a negative power of 2
 */
export function createScan(
  version: BaseVersion,
  { quarters }: Pick<VersionFacts, 'quarters'>,
  { days }: Pick<Filters, 'days'>,
  conditions: Conditions,
  share = 1,
): Scan {
  const visible = isVisible(version)
  const all = share < 1 ? joined([sql`hash < ${share * HASHES}`, visible], ' AND ') : visible
  const near = conditions.has('days') ? quartersWithin(quarters, days) : undefined
  return {
    table: wholeTable(version.base, 'incidents'),
    share,
    conditions,
    all,
    passing(ignored) {
      const asked = [...conditions].filter(([field]) => field !== ignored).map(([, condition]) => condition)
      const read = near && ignored !== 'days' ? [near] : []
      return joined([...read, all, ...asked.map((condition) => sql`(${condition})`)], ' AND ')
    },
    mask: maskOf(conditions),
  }
}

/** Written with `if`: ClickHouse 18.16 changes the meaning of `NOT x * 2` when it passes it on to other servers. */
function maskOf(conditions: Conditions): Sql {
  const bits = [...conditions].map(([field, condition]) => sql`if(${condition}, 0, ${bitOf[field]})`)
  return bits.length === 0 ? sql`0` : joined(bits, ' + ')
}
