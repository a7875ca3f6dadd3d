import * as z from 'zod/mini'
import type { Incident } from '../../incidents/incident.ts'
import { incidentSchema } from '../../incidents/recordSchema.ts'
import { SourceError, type Abortable, type IncidentDetails } from '../../query/incidentSource.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { findIncidents } from './findIncidents.ts'
import type { Snapshot } from './snapshot.ts'
import { parseJson } from './versions.ts'

/** The full records of rows, in their order. @throws SourceError 'malformed' where one is missing or not as it should be */
export async function readRecords(
  { connection }: Snapshot,
  rows: readonly number[],
  { signal }: Abortable = {},
): Promise<Incident[]> {
  if (rows.length === 0) return []
  const stored = new Map(
    await connection.rows<[row: number, record: string]>(
      sql`SELECT row, record FROM ${wholeTable(connection.base, 'records')} WHERE row IN (${rows})`,
      { signal },
    ),
  )
  return rows.map((row) => recordOf(stored.get(row)))
}

function recordOf(json: string | undefined): Incident {
  if (json === undefined) throw new SourceError('malformed', 'a row of the base has no record')
  const checked = z.safeParse(incidentSchema, parseJson(json))
  if (checked.success) return checked.data
  // Only the field at fault, never what it says.
  const [first] = checked.error.issues
  throw new SourceError('malformed', `a record of the base: ${first?.path.join('.')}: ${first?.code}`)
}

/** A record with what its page shows beside it; undefined where the version has none with this id. */
export async function readDetails(
  snapshot: Snapshot,
  id: string,
  options: Abortable = {},
): Promise<IncidentDetails | undefined> {
  const [found] = await findIncidents(snapshot, [id], options)
  if (!found) return undefined
  const [incident] = await readRecords(snapshot, [found.listed.row], options)
  if (!incident) return undefined
  const related = await findIncidents(snapshot, incident.related ?? [], options)
  return { incident, summary: found.summary, related: related.map(({ summary }) => summary) }
}
