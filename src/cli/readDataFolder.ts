import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { checkRecord } from '../incidents/checkRecord.ts'
import type { Actor, DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { breachesOfLaws } from '../incidents/recordLaws.ts'
import { actorSchema, datasetAboutSchema, incidentSchema, placeSchema } from '../incidents/recordSchema.ts'
import type { Mistake } from './mistake.ts'
import { readYamlFile, type YamlFile } from './yamlFile.ts'

/** A file whose content has the right form, or undefined with its mistakes told. */
export interface ReadFile<T> {
  yaml: YamlFile
  value: T | undefined
}

/** A data set as people edit it, each file held against its schema. */
export interface DataFolder {
  dataset: ReadFile<DatasetAbout>
  actors: ReadFile<Actor[]>
  places: ReadFile<Place[]>
  /** In the order of their paths. */
  incidents: ReadFile<Incident>[]
  mistakes: Mistake[]
}

/** Reads `dataset.yaml`, `actors.yaml`, `places.yaml` and `incidents/<year-month>/<id>.yaml`. */
export async function readDataFolder(dataDir: string): Promise<DataFolder> {
  const [dataset, actors, places] = await Promise.all([
    readRecord(join(dataDir, 'dataset.yaml'), datasetAboutSchema),
    readRecord(join(dataDir, 'actors.yaml'), z.array(actorSchema)),
    readRecord(join(dataDir, 'places.yaml'), z.array(placeSchema)),
  ])
  const folder = join(dataDir, 'incidents')
  const files = await filesBelow(folder)
  const incidents = await Promise.all(
    files.filter((file) => file.endsWith('.yaml')).map((file) => readRecord(file, incidentSchema)),
  )
  return {
    dataset,
    actors,
    places,
    incidents,
    mistakes: [
      ...[dataset, actors, places, ...incidents].flatMap(({ mistakes }) => mistakes),
      ...files.flatMap(strayFile),
      ...incidents.flatMap(({ yaml, value }) => (value ? lawMistakes(yaml, value) : [])),
    ],
  }
}

async function readRecord<T>(
  file: string,
  schema: z.ZodMiniType<T>,
): Promise<ReadFile<T> & { mistakes: Mistake[] }> {
  const yaml = await readYamlFile(file)
  if (yaml.mistakes.length > 0) return { yaml, value: undefined, mistakes: yaml.mistakes }
  const checked = checkRecord(schema, yaml.value ?? undefined)
  if (checked.ok) return { yaml, value: checked.value, mistakes: [] }
  const mistakes = checked.problems.map(({ path, message }) => yaml.mistakeAt(path, message))
  return { yaml, value: undefined, mistakes }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
}

function strayFile(file: string): Mistake[] {
  if (file.endsWith('.yaml')) return []
  const message = 'is not read: name it .yaml if it is an incident, or take it out of this folder'
  return [{ severity: 'error', file, line: 1, column: 1, field: '', message }]
}

function lawMistakes(yaml: YamlFile, incident: Incident): Mistake[] {
  const mistakes = breachesOfLaws(incident).map(({ path, message }) => yaml.mistakeAt(path, message))
  const name = basename(yaml.file, '.yaml')
  if (incident.id !== name) {
    const message = `"${incident.id}" is not the name of the file: write ${name}, or rename the file to ${incident.id}.yaml`
    mistakes.push(yaml.mistakeAt(['id'], message))
  }
  const month = incident.date.start.slice(0, 7)
  if (basename(dirname(yaml.file)) !== month) {
    const message = `${incident.date.start} is not of the folder's month: move the file to incidents/${month}, or correct the date`
    mistakes.push(yaml.mistakeAt(['date', 'start'], message))
  }
  if (incident.sources.length === 0) {
    mistakes.push(yaml.mistakeAt(['sources'], 'is empty: write at least one source'))
  }
  return mistakes
}
