import type { FieldId } from '../../incidents/fields.ts'
import type { Filters } from '../../query/incidentQuery.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { bitOf } from '../../engine/filter/failMask.ts'
import type { Connection } from '../connection.ts'
import { joined, sql, type Sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import type { Conditions } from './conditions.ts'
import type { VersionFacts } from './facts.ts'
import { quartersWithin } from './quarters.ts'
import { isVisible, type BaseVersion } from './visible.ts'

/** The rows of a version as a query reads them: all, or a sample. */
export interface Scan {
  /**
   * The table that is read; of a sample with PREWHERE, as ClickHouse else reads every column of the rows near by: for a
   * search all their words.
   */
  table: Sql
  /** Share of the rows that is read: 1 where all are. */
  share: number
  /** Whether not all rows are read. */
  isSample: boolean
  conditions: Conditions
  /** Condition on a row of the table that it is of the version. */
  all: Sql
  /**
   * Condition that a row passes every filter.
   * @param ignored a filter that it may fail or pass
   */
  passing(ignored?: FieldId): Sql
  /** The filters that a row fails, as bits (`engine/filter/failMask.ts`). */
  mask: Sql
}

/** A sample of a version: its rows of one tier and all above it. */
export interface Sample {
  /** The lowest tier: 1 for about half of the rows, 2 for a quarter and so on. */
  tier: number
  /** Share of the rows of the version that it has. */
  share: number
}

/** Condition that a row is of a sample. @param tier as in `Sample` */
export function isSampled(tier: number): Sql {
  return sql`tier >= ${tier}`
}

/**
 * A count of a sample, as an estimate of that of all rows. By the share that the sample really has, so that the estimate
 * of all rows is their number (a ratio estimator: W. G. Cochran, Sampling Techniques, 3rd edition, 1977, chapter 6).
 */
export function estimated(count: number, { share }: Pick<Scan, 'share'>): number {
  return Math.round(count / share)
}

/**
 * @param conditions those of the filters
 * @param sample null for all rows
 */
export function createScan(
  version: BaseVersion,
  { quarters }: Pick<VersionFacts, 'quarters'>,
  { days }: Pick<Filters, 'days'>,
  conditions: Conditions,
  sample: Sample | null = null,
): Scan {
  const all = isVisible(version)
  const table = wholeTable(version.base, 'incidents')
  const near = conditions.has('days') ? quartersWithin(quarters, days) : undefined
  return {
    table: sample ? sql`${table} PREWHERE ${isSampled(sample.tier)}` : table,
    share: sample ? sample.share : 1,
    isSample: sample !== null,
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

/** How many rows of a version are in a sample. @param tier as in `Sample` */
export async function countSampled(
  connection: Connection,
  version: BaseVersion,
  tier: number,
  options: Abortable,
): Promise<number> {
  const [counted] = await connection.rows<[number]>(
    sql`SELECT count() FROM ${wholeTable(version.base, 'incidents')} WHERE ${isSampled(tier)} AND ${isVisible(version)}`,
    options,
  )
  return counted?.[0] ?? 0
}
