import type { Abortable } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { joined, sql, type Sql } from '../sql.ts'
import { localTable, wholeTable, type BaseName } from '../tables.ts'

/** A version of a base, as it is read: every query about it sees the same rows. */
export interface BaseVersion {
  base: BaseName
  /** Number of its last published load. */
  load: number
  /** Whether any load up to this one has hidden rows. */
  hides: boolean
}

/** Looks up what is needed to read a version. @param load number of a published load */
export async function openVersion(
  connection: Connection,
  load: number,
  options: Abortable = {},
): Promise<BaseVersion> {
  const { base } = connection
  const hidden = sql`SELECT count() FROM ${wholeTable(base, 'hidden')} WHERE load <= ${load}`
  const [counted] = await connection.rows<[number]>(hidden, options)
  return { base, load, hides: counted !== undefined && counted[0] > 0 }
}

/**
 * Condition on a row of any table with the columns `load` and `row`: whether the version has the row. To be used in a
 * query on the table over all servers, as it reads what each server has hidden of its own rows.
 */
export function isVisible({ base, load, hides }: BaseVersion): Sql {
  const known = sql`load <= ${load}`
  if (!hides) return known
  const hidden = sql`row NOT IN (SELECT row FROM ${localTable(base, 'hidden')} WHERE load <= ${load})`
  return joined([known, hidden], ' AND ')
}
