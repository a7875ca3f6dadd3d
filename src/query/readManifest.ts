import * as z from 'zod/mini'
import { datasetAboutSchema } from '../incidents/recordSchema.ts'
import { SourceError } from './incidentSource.ts'
import { SCHEMA_VERSION, type Manifest } from './manifest.ts'

const fileSchema = z.object({
  // A plain name: a manifest points at nothing outside its own folder.
  name: z.string().check(z.regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/)),
  bytes: z.int().check(z.nonnegative()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

const manifestSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  generated: z.string(),
  version: z.string().check(z.minLength(1)),
  rows: z.int().check(z.nonnegative()),
  about: datasetAboutSchema,
  dictionaries: fileSchema,
  columns: fileSchema,
  texts: fileSchema,
  pageSize: z.int().check(z.positive()),
  pages: z.array(fileSchema),
})

/**
 * The manifest that a text spells.
 * @param file its address, for the error
 * @throws SourceError `malformed` or `unsupported`
 */
export function readManifest(text: string, file: string): Manifest {
  const json = parseJson(text, file)
  const stated = z.safeParse(z.object({ schemaVersion: z.number() }), json)
  if (stated.success && stated.data.schemaVersion !== SCHEMA_VERSION) {
    throw new SourceError(
      'unsupported',
      `schema version ${stated.data.schemaVersion}, not ${SCHEMA_VERSION}`,
      file,
    )
  }
  const result = z.safeParse(manifestSchema, json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new SourceError('malformed', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, file)
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (reason) {
    throw new SourceError('malformed', String(reason), file)
  }
}
