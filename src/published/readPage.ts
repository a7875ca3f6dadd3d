import * as z from 'zod/mini'
import type { Incident } from '../incidents/incident.ts'
import { incidentSchema } from '../incidents/recordSchema.ts'
import { SourceError } from '../query/incidentSource.ts'
import type { Manifest } from './manifest.ts'
import { publishedJson } from './publishedJson.ts'

/**
 * Reads page `page` of the full records, unpacked: those of rows `page * pageSize` on.
 * @param name of its file, for the error
 * @throws SourceError 'malformed'
 */
export function readPage(content: Uint8Array, manifest: Manifest, page: number, name: string): Incident[] {
  const checked = z.safeParse(z.array(incidentSchema), publishedJson(content, name))
  if (!checked.success) {
    // Only the field at fault: what to write there is for whoever compiles the data set.
    const [first] = checked.error.issues
    throw new SourceError('malformed', `${first?.path.join('.')}: ${first?.code}`, name)
  }
  const expected = Math.min(manifest.pageSize, manifest.rows - page * manifest.pageSize)
  if (checked.data.length !== expected) {
    throw new SourceError('malformed', `${checked.data.length} records, not ${expected}`, name)
  }
  return checked.data
}
