import type { Incident } from '../../incidents/incident.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { partsOf } from './priorRecords.ts'
import type { SameIds } from './sameIds.ts'

/** Rows of a load whose keys are compared at once. */
const COMPARED = 4_000_000

/**
 * The rows of a load whose incident has a later row in it as well.
 * @param load its number
 * @param written how many rows it has
 * @param sameIds told of each of them
 */
export async function repeatedRows(
  connection: Connection,
  load: number,
  written: number,
  sameIds: SameIds,
): Promise<number[]> {
  const table = wholeTable(connection.base, 'keys')
  const slices = Math.ceil(written / COMPARED)
  const rows: number[] = []
  for (let slice = 0; slice < slices; slice += 1) {
    const found = await connection.rows<[rows: number[]]>(
      sql`SELECT groupArray(row) FROM ${table} WHERE load = ${load} AND key % ${slices} = ${slice} GROUP BY key HAVING count() > 1`,
    )
    for (const [group] of found) for (const row of group) rows.push(row)
  }
  const last = new Map<string, { row: number; record: string }>()
  const earlier: number[] = []
  const ofRows = rows.toSorted((a, b) => a - b)
  // Two ids may have the same key, so the ids decide.
  for (const part of partsOf(ofRows)) {
    const records = await connection.rows<[row: number, id: string, record: string]>(
      sql`SELECT row, id, record FROM ${wholeTable(connection.base, 'records')} WHERE row IN (${part}) ORDER BY row`,
    )
    for (const [row, id, record] of records) {
      const before = last.get(id)
      if (before) {
        earlier.push(before.row)
        // The loader wrote them: the shape is its own.
        sameIds.add(JSON.parse(before.record) as Incident, JSON.parse(record) as Incident)
      }
      last.set(id, { row, record })
    }
  }
  return earlier
}
