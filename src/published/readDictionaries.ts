import type { Dictionaries } from '../incidents/columns.ts'
import type { Actor, Place, Publisher } from '../incidents/incident.ts'
import { isListOf, isOptional, isRecord, isText, isTranslated } from '../incidents/shapeChecks.ts'
import { actorKinds } from '../incidents/vocabulary.ts'
import { SourceError } from '../query/incidentSource.ts'
import type { Manifest } from './manifest.ts'
import { publishedJson } from './publishedJson.ts'

/**
 * Reads `dictionaries.json`, unpacked. Every entry has the fields that the page uses, of their types.
 * @throws SourceError 'malformed'
 */
export function readDictionaries(content: Uint8Array, manifest: Manifest): Dictionaries {
  const { name } = manifest.dictionaries
  const value = publishedJson(content, name)
  if (!isRecord(value)) throw new SourceError('malformed', 'is no object', name)
  const { actors, places, publishers, tags } = value
  const list = <T>(key: string, items: unknown, is: (item: unknown) => item is T): T[] => {
    if (isListOf(is)(items)) return items
    throw new SourceError('malformed', `${key} is missing or not as it should be`, name)
  }
  return {
    actors: list('actors', actors, isActor),
    places: list('places', places, isPlace),
    publishers: list('publishers', publishers, isPublisher),
    tags: list('tags', tags, isText),
  }
}

/** Whether a value has the fields of an actor that the page uses, of their types. */
export function isActor(value: unknown): value is Actor {
  return (
    isRecord(value) &&
    isNamed(value) &&
    actorKinds.some((kind) => kind === value['kind']) &&
    isOptional(isTranslated)(value['description']) &&
    isOptional(isTextOrTranslated)(value['note'])
  )
}

/** Whether a value has the fields of a place that the page uses, of their types. */
export function isPlace(value: unknown): value is Place {
  return (
    isRecord(value) &&
    isNamed(value) &&
    ['country', 'region', 'locality'].some((kind) => kind === value['kind']) &&
    isOptional(isText)(value['iso'])
  )
}

/** Whether a value has the fields of a publisher that the page uses, of their types. */
export function isPublisher(value: unknown): value is Publisher {
  return isRecord(value) && isText(value['id']) && isText(value['name'])
}

/** The fields that an actor and a place have in common. */
function isNamed(value: Record<string, unknown>): boolean {
  return (
    isText(value['id']) &&
    isTranslated(value['name']) &&
    isListOf(isText)(value['aliases']) &&
    isOptional(isText)(value['parent'])
  )
}

function isTextOrTranslated(value: unknown): value is string | Actor['name'] {
  return isText(value) || isTranslated(value)
}
