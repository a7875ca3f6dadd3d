import { createHash } from 'node:crypto'
import type { DatasetAbout } from '../incidents/incident.ts'
import type { Abortable } from '../query/incidentSource.ts'
import type { Connection } from './connection.ts'
import { sql } from './sql.ts'
import { loadStates, wholeTable } from './tables.ts'

/** A load that was published: the version that the base has since. */
export interface PublishedLoad {
  load: number
  /** "load-N-HASH". */
  version: string
  about: DatasetAbout
}

/** A load that was begun, and neither published nor discarded: it runs, or was cut off. */
export interface UnfinishedLoad {
  load: number
  /** Identifies the files that it loads. */
  fingerprint: string
  /** Row number of its first record. */
  firstRow: number
}

/** What the table `loads` says. */
export interface LoadLog {
  /** All published versions, the oldest first. */
  versions: PublishedLoad[]
  unfinished: UnfinishedLoad | null
  /** The numbers that the next load begins with: none has been used. */
  nextLoad: number
  nextRow: number
}

type LogRow = [
  load: number,
  state: number,
  fingerprint: string,
  firstRow: number,
  rows: number,
  version: string,
  about: string,
]

/** Reads the log of loads. */
export async function readLoadLog(connection: Connection, options?: Abortable): Promise<LoadLog> {
  const rows = await connection.rows<LogRow>(
    sql`SELECT load, state, fingerprint, first_row, rows, version, about FROM ${wholeTable(connection.base, 'loads')} ORDER BY load, state`,
    options,
  )
  const inState = (name: (typeof loadStates)[number]) =>
    rows.filter(([, state]) => loadStates[state] === name)
  const ended = new Set([...inState('published'), ...inState('discarded')].map(([load]) => load))
  const unfinished = inState('begun').find(([load]) => !ended.has(load))
  return {
    versions: inState('published').map(([load, , , , , version, about]) => ({
      load,
      version,
      about: JSON.parse(about) as DatasetAbout,
    })),
    unfinished: unfinished
      ? { load: unfinished[0], fingerprint: unfinished[2], firstRow: unfinished[3] }
      : null,
    nextLoad: rows.reduce((most, [load]) => Math.max(most, load), 0) + 1,
    nextRow: rows.reduce((most, [, , , firstRow, used]) => Math.max(most, firstRow + used), 0),
  }
}

/** The name of a version. @param before name of the version before it; '' where there is none */
export function versionName(load: number, fingerprint: string, before: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([load, fingerprint, before]))
    .digest('hex')
  return `load-${load}-${hash.slice(0, 12)}`
}
