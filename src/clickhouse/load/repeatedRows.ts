import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { partsOf } from './priorRecords.ts'

/** Rows of a load whose keys are compared at once. */
const COMPARED = 4_000_000

/**
 * The rows of a load whose incident has a later row in it as well.
 * @param load its number
 * @param written how many rows it has
 */
export async function repeatedRows(connection: Connection, load: number, written: number): Promise<number[]> {
  const table = wholeTable(connection.base, 'keys')
  const slices = Math.ceil(written / COMPARED)
  const rows: number[] = []
  for (let slice = 0; slice < slices; slice += 1) {
    const found = await connection.rows<[rows: number[]]>(
      sql`SELECT groupArray(row) FROM ${table} WHERE load = ${load} AND key % ${slices} = ${slice} GROUP BY key HAVING count() > 1`,
    )
    for (const [group] of found) rows.push(...group)
  }
  const last = new Map<string, number>()
  const earlier: number[] = []
  const ofRows = rows.toSorted((a, b) => a - b)
  // Two ids may have the same key, so the ids decide.
  for (const part of partsOf(ofRows)) {
    const ids = await connection.rows<[row: number, id: string]>(
      sql`SELECT row, id FROM ${wholeTable(connection.base, 'records')} WHERE row IN (${part}) ORDER BY row`,
    )
    for (const [row, id] of ids) {
      const before = last.get(id)
      if (before !== undefined) earlier.push(before)
      last.set(id, row)
    }
  }
  return earlier
}
