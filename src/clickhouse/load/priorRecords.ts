import type { Connection } from '../connection.ts'
import { keyOf } from '../keyOf.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'

/** A record of the version of the base that a load adds to. */
export interface PriorRecord {
  id: string
  /** All its visible rows: one, unless something has gone wrong before. */
  rows: number[]
  /** Its JSON. */
  json: string
}

/** Rows or keys that one statement names: servers read no more than 50,000 items of one. */
const NAMED_AT_ONCE = 5_000

/**
 * The records that a version of the base has of some incidents, by `storedId`.
 * @param load number of the version
 */
export async function priorRecords(
  connection: Connection,
  load: number,
  ids: readonly string[],
): Promise<Map<string, PriorRecord>> {
  const found = new Map<string, PriorRecord>()
  if (load === 0) return found
  const wanted = new Set(ids.map(storedId))
  for (const part of partsOf([...wanted]))
    for (const rows of partsOf(await rowsOfIds(connection, load, part)))
      for (const [row, id, json] of await readRecords(connection, rows)) {
        // Two ids may have the same key.
        if (!wanted.has(id)) continue
        const known = found.get(id)
        if (known) known.rows.push(row)
        else found.set(id, { id, rows: [row], json })
      }
  return found
}

/** An id as the base has it: a lone surrogate is U+FFFD. */
export function storedId(id: string): string {
  return id.toWellFormed()
}

/** The visible rows of all incidents with the keys of these ids. */
async function rowsOfIds(connection: Connection, load: number, ids: readonly string[]): Promise<number[]> {
  const keys = ids.map((id) => keyOf(id).key)
  const rows = await connection.rows<[row: number]>(
    sql`SELECT row FROM ${wholeTable(connection.base, 'keys')} WHERE key IN (${keys}) AND load <= ${load}`,
  )
  return visibleOf(
    connection,
    load,
    rows.map(([row]) => row),
  )
}

async function visibleOf(connection: Connection, load: number, rows: readonly number[]): Promise<number[]> {
  const hidden = new Set<number>()
  for (const part of partsOf(rows)) {
    const found = await connection.rows<[row: number]>(
      sql`SELECT row FROM ${wholeTable(connection.base, 'hidden')} WHERE row IN (${part}) AND load <= ${load}`,
    )
    for (const [row] of found) hidden.add(row)
  }
  return rows.filter((row) => !hidden.has(row))
}

function readRecords(
  connection: Connection,
  rows: readonly number[],
): Promise<[row: number, id: string, json: string][]> {
  return connection.rows(
    sql`SELECT row, id, record FROM ${wholeTable(connection.base, 'records')} WHERE row IN (${rows}) ORDER BY row`,
  )
}

/**
 * The visible rows from one row number to before another.
 * @param load number of the version
 */
export async function visibleRows(
  connection: Connection,
  load: number,
  from: number,
  to: number,
): Promise<number[]> {
  const rows = await connection.rows<[row: number]>(
    sql`SELECT row FROM ${wholeTable(connection.base, 'records')} WHERE row >= ${from} AND row < ${to} AND load <= ${load}`,
  )
  return visibleOf(
    connection,
    load,
    rows.map(([row]) => row),
  )
}

/** A list in parts that one statement can name each. */
export function* partsOf<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += NAMED_AT_ONCE) yield list.slice(from, from + NAMED_AT_ONCE)
}
