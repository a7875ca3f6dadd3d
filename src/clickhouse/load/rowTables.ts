import { sql } from '../sql.ts'
import type { OpenLoad } from './loadSteps.ts'
import type { Target } from './shards.ts'

/** The tables that have one row for each incident. */
export const rowTables = ['incidents', 'keys', 'records'] as const
export type RowTable = (typeof rowTables)[number]

/** Tells which rows of a batch an earlier run of the load has written. */
export interface WrittenRows {
  /** @param target index of the target */
  has(table: RowTable, target: number, row: number): boolean
}

/** Reads of one batch after another what an earlier run has written. */
export interface WrittenBatches {
  /** @param batch its number, from 0 */
  read(batch: number): Promise<WrittenRows>
}

const nothing: WrittenRows = { has: () => false }

/** Where nothing was written before. */
export const noBatches: WrittenBatches = { read: () => Promise.resolve(nothing) }

/** Reads what a load that was cut off has written. */
export async function writtenBatches(targets: readonly Target[], load: OpenLoad): Promise<WrittenBatches> {
  const { number, firstRow, batchSize } = load
  const begun = new Set<string>()
  for (const table of rowTables)
    for (const [at, { connection, tableOf }] of targets.entries()) {
      const rows = await connection.rows<[batch: number]>(
        sql`SELECT DISTINCT intDiv(row - ${firstRow}, ${batchSize}) FROM ${tableOf(table)} WHERE load = ${number}`,
      )
      for (const [batch] of rows) begun.add(`${table} ${at} ${batch}`)
    }
  return {
    async read(batch) {
      const from = firstRow + batch * batchSize
      const known = new Map<string, Set<number>>()
      for (const table of rowTables)
        for (const [at, { connection, tableOf }] of targets.entries()) {
          if (!begun.has(`${table} ${at} ${batch}`)) continue
          const rows = await connection.rows<[row: number]>(
            sql`SELECT row FROM ${tableOf(table)} WHERE load = ${number} AND row >= ${from} AND row < ${from + batchSize}`,
          )
          known.set(`${table} ${at}`, new Set(rows.map(([row]) => row)))
        }
      return known.size === 0
        ? nothing
        : { has: (table, target, row) => known.get(`${table} ${target}`)?.has(row) ?? false }
    },
  }
}
