import type { DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { didYouMean } from '../incidents/nearestWord.ts'
import type { Mistake } from './mistake.ts'
import type { DataFolder, ReadFile } from './readDataFolder.ts'
import type { Path, YamlFile } from './yamlFile.ts'

/** Whether everything that a record names exists, and once. */
export function checkReferences(folder: DataFolder): Mistake[] {
  const actorIds = idsOfList(folder.actors.yaml)
  const placeIds = idsOfList(folder.places.yaml)
  const incidentIds = folder.incidents.flatMap(({ yaml }) => idOf(yaml.value) ?? [])
  const places = new Map((folder.places.value ?? []).map((place) => [place.id, place]))
  return [
    ...duplicates(folder.actors.yaml, actorIds),
    ...duplicates(folder.places.yaml, placeIds),
    ...parentMistakes(folder.actors, 'actor'),
    ...parentMistakes(folder.places, 'place'),
    ...placeMistakes(folder.places),
    ...duplicateIncidents(folder.incidents),
    ...startMistakes(folder.dataset, incidentIds),
    ...folder.incidents.flatMap(({ yaml, value }) =>
      value
        ? [
            ...actorMistakes(yaml, value, actorIds),
            ...positionMistakes(yaml, value, places, placeIds),
            ...relatedMistakes(yaml, value, incidentIds),
          ]
        : [],
    ),
  ]
}

/**
 * Ids are read from the raw values, so that a mistake elsewhere in a file makes no false ones in others.
 * Where the file is no list, nothing is known of its ids.
 */
function idsOfList(yaml: YamlFile): string[] | undefined {
  return Array.isArray(yaml.value) ? yaml.value.flatMap((item) => idOf(item) ?? []) : undefined
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return typeof value.id === 'string' ? value.id : undefined
}

function duplicates(yaml: YamlFile, ids: readonly string[] = []): Mistake[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [yaml.mistakeAt([index, 'id'], `"${id}" is the id of an earlier entry too: write an id of its own`)]
      : [],
  )
}

function duplicateIncidents(incidents: readonly ReadFile<Incident>[]): Mistake[] {
  const seen = new Set<string>()
  return incidents.flatMap(({ yaml }) => {
    const id = idOf(yaml.value)
    if (id === undefined) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      yaml.mistakeAt(['id'], `"${id}" is the id of another file's incident too: write an id of its own`),
    ]
  })
}

function unknownId(
  yaml: YamlFile,
  path: Path,
  id: string,
  known: readonly string[] | undefined,
  where: string,
): Mistake[] {
  if (!known || known.includes(id)) return []
  return [
    yaml.mistakeAt(
      path,
      `"${id}" is not in ${where}${didYouMean(id, known)}: write an id from there, or add it`,
    ),
  ]
}

function startMistakes({ yaml, value }: ReadFile<DatasetAbout>, incidentIds: readonly string[]): Mistake[] {
  if (!value?.start) return []
  return unknownId(yaml, ['start', 'incident'], value.start.incident, incidentIds, 'the data set')
}

function parentMistakes(
  list: ReadFile<{ id: string; parent?: string | undefined }[]>,
  what: string,
): Mistake[] {
  const items = list.value ?? []
  const ids = items.map(({ id }) => id)
  const parents = new Map(items.map(({ id, parent }) => [id, parent]))
  return items.flatMap(({ id, parent }, index) => {
    if (parent === undefined) return []
    const path = [index, 'parent']
    if (!parents.has(parent)) return unknownId(list.yaml, path, parent, ids, 'this file')
    return isInCircle(id, parents)
      ? [
          list.yaml.mistakeAt(
            path,
            `"${parent}" belongs to this ${what} itself: write another, or leave it out`,
          ),
        ]
      : []
  })
}

function isInCircle(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>()
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

function placeMistakes({ yaml, value = [] }: ReadFile<Place[]>): Mistake[] {
  const kinds = new Map((value ?? []).map(({ id, kind }) => [id, kind]))
  return (value ?? []).flatMap(({ kind, parent }, index) => {
    const parentKind = parent === undefined ? undefined : kinds.get(parent)
    if (kind === 'country') {
      return parent === undefined
        ? []
        : [yaml.mistakeAt([index, 'parent'], 'belongs to a country: leave it out')]
    }
    if (parent === undefined)
      return [
        yaml.mistakeAt(
          [index, 'parent'],
          `is missing: write the id of the ${kind === 'region' ? 'country' : 'region or country'} that it lies in`,
        ),
      ]
    if (kind === 'region' && parentKind !== undefined && parentKind !== 'country') {
      return [
        yaml.mistakeAt(
          [index, 'parent'],
          `"${parent}" is no country: write the country that the region lies in`,
        ),
      ]
    }
    return parentKind === 'locality'
      ? [
          yaml.mistakeAt(
            [index, 'parent'],
            `"${parent}" is a locality: write the region or country that it lies in`,
          ),
        ]
      : []
  })
}

function actorMistakes(
  yaml: YamlFile,
  incident: Incident,
  actorIds: readonly string[] | undefined,
): Mistake[] {
  return incident.actors.flatMap(({ id }, index) =>
    unknownId(yaml, ['actors', index, 'id'], id, actorIds, 'actors.yaml'),
  )
}

function positionMistakes(
  yaml: YamlFile,
  { place: { id, precision } }: Incident,
  places: ReadonlyMap<string, Place>,
  placeIds: readonly string[] | undefined,
): Mistake[] {
  const unknown = unknownId(yaml, ['place', 'id'], id, placeIds, 'places.yaml')
  const kind = places.get(id)?.kind
  if (kind === 'country' && precision !== 'country') {
    return [
      yaml.mistakeAt(
        ['place', 'precision'],
        `is ${precision}, but "${id}" is a country: write country, or name a nearer place`,
      ),
    ]
  }
  if (kind === 'region' && precision !== 'region' && precision !== 'country') {
    return [
      yaml.mistakeAt(
        ['place', 'precision'],
        `is ${precision}, but "${id}" is a region: write region, or name a nearer place`,
      ),
    ]
  }
  return unknown
}

function relatedMistakes(yaml: YamlFile, incident: Incident, incidentIds: readonly string[]): Mistake[] {
  return (incident.related ?? []).flatMap((id, index) =>
    id === incident.id
      ? [yaml.mistakeAt(['related', index], 'is this incident itself: take it out')]
      : unknownId(yaml, ['related', index], id, incidentIds, 'the data set'),
  )
}
