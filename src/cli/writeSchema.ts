import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { actorSchema, datasetAboutSchema, incidentSchema, placeSchema } from '../incidents/recordSchema.ts'
import { eventTypes, subtypesOfType } from '../incidents/vocabulary.ts'

/** The JSON Schemas that editors check the YAML files with, by file name. */
export function jsonSchemas(): Record<string, string> {
  const incident = { ...z.toJSONSchema(incidentSchema), anyOf: subtypesOfTypes() }
  return {
    'incident.schema.json': textOf('Incident', incident),
    'actors.schema.json': textOf('Actors', z.toJSONSchema(z.array(actorSchema))),
    'places.schema.json': textOf('Places', z.toJSONSchema(z.array(placeSchema))),
    'dataset.schema.json': textOf('Data set', z.toJSONSchema(datasetAboutSchema)),
  }
}

/** So that editors offer only the sub-event types of the event type. */
function subtypesOfTypes() {
  return eventTypes.map((type) => ({
    properties: { type: { const: type }, subtype: { enum: subtypesOfType[type] } },
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
