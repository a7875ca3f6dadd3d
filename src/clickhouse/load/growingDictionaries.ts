import type { Actor, Place, Publisher } from '../../incidents/incident.ts'
import { freeSlug } from '../../incidents/publisherIds.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { entryKinds, wholeTable, type EntryKind } from '../tables.ts'

/** An entry of a dictionary of the base. A tag is stored as `{ id }`. */
export type Entry = Actor | Place | Publisher | { id: string }

/** The entries of one kind, by index. */
export interface GrowingDictionary<T extends Entry> {
  entries: T[]
  indexOfId: Map<string, number>
  /** Indices whose entries are new, or not what the base has. */
  changed: Set<number>
}

/** The dictionaries of a version of the base, which a load adds to. */
export interface GrowingDictionaries {
  actors: GrowingDictionary<Actor>
  places: GrowingDictionary<Place>
  publishers: GrowingDictionary<Publisher>
  tags: GrowingDictionary<{ id: string }>
}

/** Indices whose entries are read at once. */
const SLICE = 50_000

/** @param load number of the version; 0 for an empty base */
export async function readGrowingDictionaries(
  connection: Connection,
  load: number,
): Promise<GrowingDictionaries> {
  return {
    actors: await readDictionary<Actor>(connection, load, 'actors'),
    places: await readDictionary<Place>(connection, load, 'places'),
    publishers: await readDictionary<Publisher>(connection, load, 'publishers'),
    tags: await readDictionary<{ id: string }>(connection, load, 'tags'),
  }
}

async function readDictionary<T extends Entry>(
  connection: Connection,
  load: number,
  kind: EntryKind,
): Promise<GrowingDictionary<T>> {
  const dictionary: GrowingDictionary<T> = { entries: [], indexOfId: new Map(), changed: new Set() }
  if (load === 0) return dictionary
  const table = wholeTable(connection.base, 'entries')
  const code = entryKinds.indexOf(kind)
  for (let from = 0; ; from += SLICE) {
    const rows = await connection.rows<[entry: number, json: string]>(
      sql`SELECT entry, argMax(json, load) FROM ${table} WHERE kind = ${code} AND entry >= ${from} AND entry < ${from + SLICE} AND load <= ${load} GROUP BY entry ORDER BY entry`,
    )
    for (const [index, json] of rows) {
      // The loader wrote it: the shape is its own.
      const entry = JSON.parse(json) as T
      dictionary.indexOfId.set(entry.id, index)
      if (dictionary.entries.push(entry) !== index + 1)
        throw new SourceError('malformed', `the base lacks ${kind} before index ${index}`)
    }
    if (rows.length < SLICE) return dictionary
  }
}

/** Adds an entry with an id that is free. @returns its index */
export function addEntry<T extends Entry>(dictionary: GrowingDictionary<T>, entry: T): number {
  const index = dictionary.entries.push(entry) - 1
  dictionary.indexOfId.set(entry.id, index)
  dictionary.changed.add(index)
  return index
}

/** Puts an entry in the place of one with the same id. */
export function replaceEntry<T extends Entry>(
  dictionary: GrowingDictionary<T>,
  index: number,
  entry: T,
): void {
  if (JSON.stringify(dictionary.entries[index]) === JSON.stringify(entry)) return
  dictionary.entries[index] = entry
  dictionary.changed.add(index)
}

/** Gives publishers their indices while a load brings their names. */
export interface PublisherEntries {
  /**
   * @param name exactly as sources give it; a new one is added
   * @param domains by domain, how many of its sources are there
   */
  indexOf(name: string, domains: ReadonlyMap<string, number>): number
  /** Gives each new publisher the domain of most of its sources. */
  finish(): void
}

export function publisherEntries(dictionary: GrowingDictionary<Publisher>): PublisherEntries {
  const indexOfName = new Map(dictionary.entries.map(({ name }, index) => [name, index]))
  const domainsOfNew = new Map<number, Map<string, number>>()
  return {
    indexOf(name, domains) {
      let index = indexOfName.get(name)
      if (index === undefined) {
        const id = freeSlug(name, (taken) => dictionary.indexOfId.has(taken))
        index = addEntry(dictionary, { id, name })
        indexOfName.set(name, index)
        domainsOfNew.set(index, new Map())
      }
      const counts = domainsOfNew.get(index)
      if (counts) for (const [domain, count] of domains) counts.set(domain, (counts.get(domain) ?? 0) + count)
      return index
    },
    finish() {
      for (const [index, domains] of domainsOfNew) {
        const [commonest] = [...domains].toSorted(([, a], [, b]) => b - a)
        const entry = dictionary.entries[index]
        if (commonest && entry) dictionary.entries[index] = { ...entry, domain: commonest[0] }
      }
    },
  }
}
