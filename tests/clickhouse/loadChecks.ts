import { expect } from 'vitest'
import type { Connection } from '../../src/clickhouse/connection.ts'
import { rowTables } from '../../src/clickhouse/load/rowTables.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import type { Incident } from '../../src/incidents/incident.ts'

/** The records that readers of a version see, by id; each once. @param load number of the version's load */
export async function visibleRecords(connection: Connection, load: number): Promise<Map<string, Incident>> {
  const { base } = connection
  const rows = await connection.rows<[id: string, record: string]>(
    sql`SELECT id, record FROM ${wholeTable(base, 'records')} WHERE load <= ${load} AND row NOT IN (SELECT row FROM ${wholeTable(base, 'hidden')} WHERE load <= ${load})`,
    { settings: { distributed_product_mode: 'allow' } },
  )
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
  const records = rows.map(([, record]) => JSON.parse(record) as Incident)
  return new Map(records.map((record) => [record.id, record]))
}

/** Records as they come back from JSON, by id. */
export function asStored(incidents: Iterable<Incident>): Map<string, Incident> {
  return new Map(
    Array.from(incidents, (incident) => [incident.id, JSON.parse(JSON.stringify(incident)) as Incident]),
  )
}

/** Expects the tables to have this many rows, each once, and terms and entries without repetition. */
export async function expectEachOnce(connection: Connection, rows: number): Promise<void> {
  const { base } = connection
  for (const table of rowTables) {
    const counts = await connection.rows(sql`SELECT count(), uniqExact(row) FROM ${wholeTable(base, table)}`)
    expect({ table, counts }).toEqual({ table, counts: [[rows, rows]] })
  }
  const [terms] = await connection.rows<[number, number, number]>(
    sql`SELECT count(), uniqExact(term), uniqExact(id) FROM ${wholeTable(base, 'terms')}`,
  )
  expect(terms?.[1]).toBe(terms?.[0])
  expect(terms?.[2]).toBe(terms?.[0])
  const [entries] = await connection.rows<[number, number]>(
    sql`SELECT count(), uniqExact(kind, entry, load) FROM ${wholeTable(base, 'entries')}`,
  )
  expect(entries?.[1]).toBe(entries?.[0])
}
