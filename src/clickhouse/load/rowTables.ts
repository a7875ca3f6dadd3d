import type { BatchColumns } from './batchColumns.ts'
import { encodeTable, rowTables, type BaseIndices, type RowTable } from './encodeBatch.ts'
import { sql } from '../sql.ts'
import type { OpenLoad } from './loadSteps.ts'
import { insertRows, type Target } from './shards.ts'

/** What a load has written, for each table, target and batch. */
export interface WrittenRows {
  /** How many rows are there of a batch. */
  count(table: RowTable, target: number, batch: number): number
}

/** Reads what a load that was cut off has written. */
export async function readWritten(
  targets: readonly Target[],
  { number: load, firstRow, batchSize }: OpenLoad,
): Promise<WrittenRows> {
  const counts = new Map<string, number>()
  for (const table of rowTables)
    for (const [at, { connection, tableOf }] of targets.entries()) {
      const rows = await connection.rows<[batch: number, count: number]>(
        sql`SELECT intDiv(row - ${firstRow}, ${batchSize}) AS batch, count() FROM ${tableOf(table)} WHERE load = ${load} GROUP BY batch`,
      )
      for (const [batch, count] of rows) counts.set(`${table} ${at} ${batch}`, count)
    }
  return { count: (table, target, batch) => counts.get(`${table} ${target} ${batch}`) ?? 0 }
}

/** One batch that is to be written. */
export interface BatchToWrite {
  /** From 0. */
  number: number
  columns: BatchColumns
  indices: BaseIndices
}

/**
 * Writes the rows of a batch that are not there yet, into all tables of all targets.
 * @param written what an earlier run has written; null where there was none
 * @returns bytes sent
 */
export async function writeBatch(
  targets: readonly Target[],
  load: number,
  batch: BatchToWrite,
  written: WrittenRows | null,
): Promise<number> {
  const missing: { table: RowTable; at: number; target: Target; known: ReadonlySet<number> }[] = []
  for (const table of rowTables)
    for (const [at, target] of targets.entries()) {
      const expected = batch.columns.records.filter(({ row }) => row % targets.length === at).length
      const there = written?.count(table, at, batch.number) ?? 0
      if (expected === 0 || there === expected) continue
      const known = there === 0 ? noRows : await rowsThere(target, table, load, batch.columns)
      missing.push({ table, at, target, known })
    }
  const sent = missing.map(async ({ table, at, target, known }) => {
    const isMissing = (row: number) => row % targets.length === at && !known.has(row)
    const bytes = encodeTable(table, batch.columns, batch.indices, load, isMissing)
    await insertRows(target, table, bytes)
    return bytes.length
  })
  return (await Promise.all(sent)).reduce((sum, bytes) => sum + bytes, 0)
}

const noRows: ReadonlySet<number> = new Set()

/** The rows of a batch that a table of a target has. */
async function rowsThere(
  { connection, tableOf }: Target,
  table: RowTable,
  load: number,
  { records }: BatchColumns,
): Promise<Set<number>> {
  let [from, to] = [Infinity, -Infinity]
  for (const { row } of records) [from, to] = [Math.min(from, row), Math.max(to, row)]
  const rows = await connection.rows<[row: number]>(
    sql`SELECT row FROM ${tableOf(table)} WHERE load = ${load} AND row >= ${from} AND row <= ${to}`,
  )
  return new Set(rows.map(([row]) => row))
}
