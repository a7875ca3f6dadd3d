import type { DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { isRecord } from '../incidents/shapeChecks.ts'
import type { CheckedDataset, CheckedPart } from './checkedDataset.ts'
import { didYouMean } from './nearestWord.ts'
import type { DatasetPart, DatasetProblem, Path } from './problem.ts'

/** Whether every id that a record names exists, and is given only once; and whether places lie within each other. */
export function checkReferences({ about, actors, places, incidents }: CheckedDataset): DatasetProblem[] {
  const actorIds = idsOfList(actors.plain)
  const placeIds = idsOfList(places.plain)
  const incidentIds = incidents.flatMap(({ plain }) => idOf(plain) ?? [])
  const placeOfId = new Map((places.value ?? []).map((place) => [place.id, place]))
  return [
    ...duplicates(actors.part, actorIds),
    ...duplicates(places.part, placeIds),
    ...parentProblems(actors, 'actor'),
    ...parentProblems(places, 'place'),
    ...placeProblems(places),
    ...duplicateIncidents(incidents),
    ...startProblems(about, incidentIds),
    ...incidents.flatMap(({ part, value }) =>
      value
        ? [
            ...actorProblems(part, value, actorIds),
            ...positionProblems(part, value, placeOfId, placeIds),
            ...relatedProblems(part, value, incidentIds),
          ]
        : [],
    ),
  ]
}

function error(part: DatasetPart, path: Path, message: string): DatasetProblem {
  return { part, path, message, severity: 'error' }
}

/**
 * Ids of a list as it was written: also of entries that are otherwise not of their form, so that one error does not
 * make others follow. undefined where the value is no list, and so nothing is known of its ids.
 */
function idsOfList(plain: unknown): string[] | undefined {
  return Array.isArray(plain) ? plain.flatMap((item) => idOf(item) ?? []) : undefined
}

function idOf(plain: unknown): string | undefined {
  const id = isRecord(plain) ? plain['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

function duplicates(part: DatasetPart, ids: readonly string[] = []): DatasetProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [error(part, [index, 'id'], `"${id}" is the id of an earlier entry too: write an id of its own`)]
      : [],
  )
}

function duplicateIncidents(incidents: readonly CheckedPart<Incident>[]): DatasetProblem[] {
  const seen = new Set<string>()
  return incidents.flatMap(({ part, plain }) => {
    const id = idOf(plain)
    if (id === undefined) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [error(part, ['id'], `"${id}" is the id of another file's incident too: write an id of its own`)]
  })
}

/** @param known ids that exist; undefined where that is not known, and nothing is a problem */
function unknownId(
  part: DatasetPart,
  path: Path,
  id: string,
  known: readonly string[] | undefined,
  where: string,
): DatasetProblem[] {
  if (!known || known.includes(id)) return []
  const message = `"${id}" is not in ${where}${didYouMean(id, known)}: write an id from there, or add it`
  return [error(part, path, message)]
}

function startProblems(
  { part, value }: CheckedPart<DatasetAbout>,
  incidentIds: readonly string[],
): DatasetProblem[] {
  if (!value?.start) return []
  return unknownId(part, ['start', 'incident'], value.start.incident, incidentIds, 'the data set')
}

function parentProblems(
  { part, value: items = [] }: CheckedPart<{ id: string; parent?: string | undefined }[]>,
  what: string,
): DatasetProblem[] {
  const ids = items.map(({ id }) => id)
  const parents = new Map(items.map(({ id, parent }) => [id, parent]))
  return items.flatMap(({ id, parent }, index) => {
    if (parent === undefined) return []
    const path = [index, 'parent']
    if (!parents.has(parent)) return unknownId(part, path, parent, ids, 'this file')
    const message = `"${parent}" belongs to this ${what} itself: write another, or leave it out`
    return isInCircle(id, parents) ? [error(part, path, message)] : []
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

/** A region lies in a country, a locality in a region or a country. */
function placeProblems({ part, value: places = [] }: CheckedPart<Place[]>): DatasetProblem[] {
  const kinds = new Map(places.map(({ id, kind }) => [id, kind]))
  return places.flatMap((place, index) => {
    const message = parentMessage(place, place.parent === undefined ? undefined : kinds.get(place.parent))
    return message === undefined ? [] : [error(part, [index, 'parent'], message)]
  })
}

/** @param parentKind undefined where there is no parent, or an unknown one */
function parentMessage({ kind, parent }: Place, parentKind: Place['kind'] | undefined): string | undefined {
  if (kind === 'country') return parent === undefined ? undefined : 'belongs to a country: leave it out'
  if (parent === undefined) {
    const larger = kind === 'region' ? 'country' : 'region or country'
    return `is missing: write the id of the ${larger} that it lies in`
  }
  if (kind === 'region' && parentKind !== undefined && parentKind !== 'country')
    return `"${parent}" is no country: write the country that the region lies in`
  if (parentKind === 'locality')
    return `"${parent}" is a locality: write the region or country that it lies in`
  return undefined
}

function actorProblems(
  part: DatasetPart,
  { actors }: Incident,
  actorIds: readonly string[] | undefined,
): DatasetProblem[] {
  return actors.flatMap(({ id }, index) =>
    unknownId(part, ['actors', index, 'id'], id, actorIds, 'actors.yaml'),
  )
}

function positionProblems(
  part: DatasetPart,
  { place: { id, precision } }: Incident,
  places: ReadonlyMap<string, Place>,
  placeIds: readonly string[] | undefined,
): DatasetProblem[] {
  const kind = places.get(id)?.kind
  if (kind === 'country' && precision !== 'country') {
    const message = `is ${precision}, but "${id}" is a country: write country, or name a nearer place`
    return [error(part, ['place', 'precision'], message)]
  }
  if (kind === 'region' && precision !== 'region' && precision !== 'country') {
    const message = `is ${precision}, but "${id}" is a region: write region, or name a nearer place`
    return [error(part, ['place', 'precision'], message)]
  }
  return unknownId(part, ['place', 'id'], id, placeIds, 'places.yaml')
}

function relatedProblems(
  part: DatasetPart,
  { id: own, related = [] }: Incident,
  incidentIds: readonly string[],
): DatasetProblem[] {
  return related.flatMap((id, index) =>
    id === own
      ? [error(part, ['related', index], 'is this incident itself: take it out')]
      : unknownId(part, ['related', index], id, incidentIds, 'the data set'),
  )
}
