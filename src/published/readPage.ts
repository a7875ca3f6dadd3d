import * as z from 'zod/mini'
import type { Incident } from '../incidents/incident.ts'
import { incidentSchema } from '../incidents/recordSchema.ts'
import { withTodaysNames } from '../incidents/olderRecord.ts'
import { SourceError } from '../query/incidentSource.ts'
import { SCHEMA_VERSION, type Manifest } from './manifest.ts'
import { publishedJson } from './publishedJson.ts'

/**
 * Reads one page of full records, unpacked: those of rows `page * pageSize` to the end of the page. Records of an older
 * schema version get today's field names.
 * @param page index of the page
 * @param name of its file, for errors
 * @throws SourceError 'malformed'
 */
export function readPage(content: Uint8Array, manifest: Manifest, page: number, name: string): Incident[] {
  const checked = z.safeParse(z.array(incidentSchema), todaysRecords(publishedJson(content, name), manifest))
  if (!checked.success) {
    // Only the field at fault: what to write instead is told where the data set is compiled.
    const [first] = checked.error.issues
    throw new SourceError('malformed', `${first?.path.join('.')}: ${first?.code}`, name)
  }
  const expected = Math.min(manifest.pageSize, manifest.rows - page * manifest.pageSize)
  if (checked.data.length !== expected) {
    throw new SourceError('malformed', `${checked.data.length} records, not ${expected}`, name)
  }
  return checked.data
}

function todaysRecords(records: unknown, { schemaVersion }: Manifest): unknown {
  if (schemaVersion === SCHEMA_VERSION || !Array.isArray(records)) return records
  return records.map((record) => withTodaysNames(record).record)
}
