import type { DatasetAbout } from '../../incidents/incident.ts'
import { isAbout } from '../../published/readManifest.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { literal, sql, type Sql } from '../sql.ts'
import { loadStates, wholeTable } from '../tables.ts'

/** A version of a base that can be read: one published load, with all before it. */
export interface PublishedVersion {
  /** Number of the load. */
  load: number
  /** As in `DatasetDescription.version`. */
  version: string
  about: DatasetAbout
}

type Row = [load: number, version: string, about: string]

const PUBLISHED = loadStates.indexOf('published')

/** @throws SourceError 'missing' where nothing has been published */
export async function readLatestVersion(
  connection: Connection,
  options: Abortable = {},
): Promise<PublishedVersion> {
  const latest = await readVersion(connection, sql`1`, options)
  if (!latest) throw new SourceError('missing', 'no load of the base has been published')
  return latest
}

/** @returns undefined where the base has no such version */
export function readNamedVersion(
  connection: Connection,
  version: string,
  options: Abortable = {},
): Promise<PublishedVersion | undefined> {
  return readVersion(connection, sql`version = ${literal(version)}`, options)
}

/** The last published version for which the condition holds. */
async function readVersion(
  connection: Connection,
  condition: Sql,
  { signal }: Abortable,
): Promise<PublishedVersion | undefined> {
  const [row] = await connection.rows<Row>(
    sql`SELECT load, version, about FROM ${wholeTable(connection.base, 'loads')}
      WHERE state = ${PUBLISHED} AND ${condition} ORDER BY load DESC LIMIT 1`,
    { signal },
  )
  if (!row) return undefined
  const [load, version, about] = row
  return { load, version, about: readAbout(about) }
}

function readAbout(json: string): DatasetAbout {
  const about = parseJson(json)
  if (isAbout(about)) return about
  throw new SourceError('malformed', 'what the base says of itself is not as it should be')
}

/** @throws SourceError 'malformed' */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new SourceError('malformed', 'the base holds a text that is no JSON')
  }
}
