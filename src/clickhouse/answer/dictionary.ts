import type { Actor, Place, Publisher } from '../../incidents/incident.ts'
import { isActor, isPlace, isPublisher } from '../../published/readDictionaries.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import { literals, sql, type Sql } from '../sql.ts'
import { entryKinds, wholeTable, type EntryKind } from '../tables.ts'
import { recentlyUsed, type RecentlyUsed } from './recentlyUsed.ts'
import type { Snapshot } from './snapshot.ts'
import { parseJson } from './versions.ts'

/** What an entry of each dictionary is. A tag is its own id. */
export interface EntryOf {
  actors: Actor
  places: Place
  publishers: Publisher
  tags: string
}

/** Entries of one kind that are kept in memory. */
const MOST_KEPT = 20_000

/** The dictionaries of one version of a base. Entries and ids that were read once are kept, up to a limit. */
export interface BaseDictionaries {
  /** All entries of a dictionary, in the order of their indices. */
  whole<Kind extends EntryKind>(kind: Kind, options?: Abortable): Promise<EntryOf[Kind][]>
  /** The index of each of the ids that the dictionary has. */
  indicesOf(kind: EntryKind, ids: readonly string[], options?: Abortable): Promise<Map<string, number>>
  /** The entry at each of the indices that the dictionary has. */
  entriesAt<Kind extends EntryKind>(
    kind: Kind,
    indices: readonly number[],
    options?: Abortable,
  ): Promise<Map<number, EntryOf[Kind]>>
}

/** Nothing is read yet. */
export function createDictionaries(snapshot: Pick<Snapshot, 'connection' | 'load'>): BaseDictionaries {
  const kept: { [Kind in EntryKind]: KeptEntries<Kind> } = {
    actors: emptyEntries(snapshot, 'actors', (json) => checked(parseJson(json), isActor)),
    places: emptyEntries(snapshot, 'places', (json) => checked(parseJson(json), isPlace)),
    publishers: emptyEntries(snapshot, 'publishers', (json) => checked(parseJson(json), isPublisher)),
    tags: emptyEntries(snapshot, 'tags', (_, id) => id),
  }
  return {
    async whole(kind, options) {
      const entries = await readEntries(kept[kind], sql`1`, options)
      return [...entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry)
    },
    indicesOf: (kind, ids, options) => findIndices(kept[kind], ids, options),
    entriesAt: (kind, indices, options) => findEntries(kept[kind], indices, options),
  }
}

/** One dictionary, with what has been read of it. */
interface KeptEntries<Kind extends EntryKind> {
  snapshot: Pick<Snapshot, 'connection' | 'load'>
  kind: Kind
  entryOf: (json: string, id: string) => EntryOf[Kind]
  byIndex: RecentlyUsed<number, EntryOf[Kind]>
  indexById: RecentlyUsed<string, number>
}

function emptyEntries<Kind extends EntryKind>(
  snapshot: Pick<Snapshot, 'connection' | 'load'>,
  kind: Kind,
  entryOf: (json: string, id: string) => EntryOf[Kind],
): KeptEntries<Kind> {
  return {
    snapshot,
    kind,
    entryOf,
    byIndex: recentlyUsed(MOST_KEPT),
    indexById: recentlyUsed(MOST_KEPT),
  }
}

function checked<Entry>(value: unknown, is: (value: unknown) => value is Entry): Entry {
  if (is(value)) return value
  throw new SourceError('malformed', 'an entry of a dictionary is not as it should be')
}

async function findIndices<Kind extends EntryKind>(
  kept: KeptEntries<Kind>,
  ids: readonly string[],
  options?: Abortable,
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const unknown = new Set<string>()
  for (const id of ids) {
    const index = kept.indexById.get(id)
    if (index === undefined) unknown.add(id)
    else found.set(id, index)
  }
  if (unknown.size === 0) return found
  // A list of literals in which lone surrogates are replaced: only ids that are the same text count.
  for (const [index, id] of await readIds(kept, sql`id IN (${literals([...unknown])})`, options))
    if (unknown.has(id)) found.set(id, index)
  return found
}

async function findEntries<Kind extends EntryKind>(
  kept: KeptEntries<Kind>,
  indices: readonly number[],
  options?: Abortable,
): Promise<Map<number, EntryOf[Kind]>> {
  const found = new Map<number, EntryOf[Kind]>()
  const unknown = new Set<number>()
  for (const index of indices) {
    const entry = kept.byIndex.get(index)
    if (entry === undefined) unknown.add(index)
    else found.set(index, entry)
  }
  if (unknown.size === 0) return found
  for (const [index, entry] of await readEntries(kept, sql`entry IN (${[...unknown]})`, options))
    found.set(index, entry)
  return found
}

async function readIds<Kind extends EntryKind>(
  { snapshot, kind, indexById }: KeptEntries<Kind>,
  condition: Sql,
  { signal }: Abortable = {},
): Promise<[index: number, id: string][]> {
  const rows = await snapshot.connection.rows<[entry: number, id: string]>(
    sql`SELECT entry, id FROM ${entriesOf(snapshot, kind)} AND ${condition}`,
    { signal },
  )
  for (const [index, id] of rows) indexById.set(id, index)
  return rows
}

async function readEntries<Kind extends EntryKind>(
  { snapshot, kind, entryOf, byIndex, indexById }: KeptEntries<Kind>,
  condition: Sql,
  { signal }: Abortable = {},
): Promise<Map<number, EntryOf[Kind]>> {
  const rows = await snapshot.connection.rows<[entry: number, id: string, json: string]>(
    // In the order of loads, so that the last one holds.
    sql`SELECT entry, id, json FROM ${entriesOf(snapshot, kind)} AND ${condition} ORDER BY load`,
    { signal },
  )
  const entries = new Map<number, EntryOf[Kind]>()
  for (const [index, id, json] of rows) {
    entries.set(index, entryOf(json, id))
    indexById.set(id, index)
  }
  for (const [index, entry] of entries) byIndex.set(index, entry)
  return entries
}

/** The table of entries and the condition for those of one dictionary. */
function entriesOf({ connection, load }: Pick<Snapshot, 'connection' | 'load'>, kind: EntryKind): Sql {
  const table = wholeTable(connection.base, 'entries')
  return sql`${table} WHERE kind = ${entryKinds.indexOf(kind)} AND load <= ${load}`
}
