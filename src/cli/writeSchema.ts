import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { actorSchema, datasetAboutSchema, incidentSchema, placeSchema } from '../incidents/recordSchema.ts'
import {
  actorTexts,
  datasetTexts,
  incidentTexts,
  placeTexts,
  valueTexts,
  type FieldTexts,
} from './schemaTexts.ts'
import { eventTypes, subtypesAllowed } from '../incidents/vocabulary.ts'

/** The JSON Schemas that editors check the YAML files with, by file name. */
export function jsonSchemas(): Record<string, string> {
  const incident = { ...described(incidentSchema, incidentTexts), anyOf: subtypesOfTypes() }
  return {
    'incident.schema.json': textOf('Incident', incident),
    'actors.schema.json': textOf('Actors', described(z.array(actorSchema), actorTexts)),
    'places.schema.json': textOf('Places', described(z.array(placeSchema), placeTexts)),
    'dataset.schema.json': textOf('Data set', described(datasetAboutSchema, datasetTexts)),
  }
}

type JsonSchema = z.core.JSONSchema.JSONSchema

/** @throws RangeError where a text stands at a path that the schema does not have */
function described(schema: z.core.$ZodType, texts: FieldTexts): JsonSchema {
  const json = z.toJSONSchema(schema, { metadata: valueTexts })
  for (const [path, text] of Object.entries(texts)) nodeAt(json, path).description = text
  return json
}

/** @param path keys and `[]`, such as `claims[].by` */
function nodeAt(root: JsonSchema, path: string): JsonSchema {
  let node: JsonSchema | undefined = root
  for (const key of path.match(/\[\]|[^.[\]]+/g) ?? []) {
    const next: unknown = key === '[]' ? node.items : node.properties?.[key]
    if (!isSchema(next)) throw new RangeError(`the schema has no ${path}`)
    node = next
  }
  return node
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** So that editors offer only the sub-event types of the event type. */
function subtypesOfTypes() {
  return eventTypes.map((type) => ({
    properties: { type: { const: type }, subtype: { enum: subtypesAllowed(type) } },
  }))
}

function textOf(title: string, schema: object): string {
  return `${JSON.stringify({ title, ...schema }, undefined, 2)}\n`
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'public/schema')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(jsonSchemas())) await writeFile(join(folder, name), text)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
