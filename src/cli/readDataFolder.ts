import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Actor, DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { checkDataset } from '../ingest/checkDataset.ts'
import type { CheckedPart } from '../ingest/checkedDataset.ts'
import type { DatasetPart } from '../ingest/problem.ts'
import { inFileOrder, type Mistake } from './mistake.ts'
import { readCountryShapes } from './readCountryShapes.ts'
import { readYamlFile, type YamlFile } from './yamlFile.ts'

/** A file, and what it holds; undefined where that is not of its form, as mistakes tell. */
export interface ReadFile<T> {
  yaml: YamlFile
  value: T | undefined
}

/** A data set as people edit it. */
export interface DataFolder {
  dataset: ReadFile<DatasetAbout>
  actors: ReadFile<Actor[]>
  places: ReadFile<Place[]>
  /** In the order of their paths. */
  incidents: ReadFile<Incident>[]
  /** Everything that is wrong or doubtful, in the order of files and lines. */
  mistakes: Mistake[]
}

/** Reads and checks `dataset.yaml`, `actors.yaml`, `places.yaml` and `incidents/<year-month>/<id>.yaml`. */
export async function readDataFolder(dataDir: string): Promise<DataFolder> {
  const files = await filesBelow(join(dataDir, 'incidents'))
  const [dataset, actors, places, incidents] = await Promise.all([
    readYamlFile(join(dataDir, 'dataset.yaml')),
    readYamlFile(join(dataDir, 'actors.yaml')),
    readYamlFile(join(dataDir, 'places.yaml')),
    Promise.all(files.filter((file) => file.endsWith('.yaml')).map(readYamlFile)),
  ])
  const checked = await checkDataset(
    {
      about: dataset.value,
      actors: actors.value,
      places: places.value,
      incidents: incidents.map(({ value }) => value),
    },
    readCountryShapes,
  )
  const fileOf = (part: DatasetPart): YamlFile => {
    if (typeof part === 'object') return at(incidents, part.incident)
    return { about: dataset, actors, places }[part]
  }
  const read = <T>({ part, value }: CheckedPart<T>): ReadFile<T> => ({ yaml: fileOf(part), value })
  const readIncidents = checked.dataset.incidents.map(read)
  return {
    dataset: read(checked.dataset.about),
    actors: read(checked.dataset.actors),
    places: read(checked.dataset.places),
    incidents: readIncidents,
    mistakes: inFileOrder([
      ...[dataset, actors, places, ...incidents].flatMap(({ mistakes }) => mistakes),
      ...files.flatMap(strayFile),
      ...readIncidents.flatMap(misplacedFile),
      ...checked.problems.map(({ part, path, message, severity }) =>
        fileOf(part).mistakeAt(path, message, severity),
      ),
    ]),
  }
}

/** Paths of all files, hidden ones left out; [] where there is no folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${index}`)
  return item
}

function strayFile(file: string): Mistake[] {
  if (file.endsWith('.yaml')) return []
  const message = 'is not read: name it .yaml if it is an incident, or take it out of this folder'
  return [{ severity: 'error', file, line: 1, column: 1, field: '', message }]
}

/** The name of an incident's file is its id, and that of the folder its month. */
function misplacedFile({ yaml, value: incident }: ReadFile<Incident>): Mistake[] {
  if (!incident) return []
  const mistakes: Mistake[] = []
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
  return mistakes
}
