import { createHash } from 'node:crypto'
import type { Abortable } from '../../query/incidentSource.ts'
import type { ServedDescription } from '../../query/servedDataset.ts'
import type { Connection } from '../connection.ts'
import { sql, type Sql } from '../sql.ts'
import { createCounts, type Counts } from './counts.ts'
import { describeVersion } from './description.ts'
import { createDictionaries, type BaseDictionaries } from './dictionary.ts'
import { countGroups, type Groups } from './groups.ts'
import type { CountList } from './listPage.ts'
import { createMemory } from './memory.ts'
import { recentlyUsed, remembered, type RecentlyUsed } from './recentlyUsed.ts'
import type { Paces } from './sampleShare.ts'
import type { Snapshot } from './snapshot.ts'
import { createTextConditions, type TextConditions } from './textCondition.ts'
import type { PublishedVersion } from './versions.ts'
import { isVisible, openVersion } from './visible.ts'

/** A version of a base that questions are answered from, with what was read of it before. */
export interface OpenVersion {
  published: PublishedVersion
  snapshot: Snapshot
  dictionaries: BaseDictionaries
  texts: TextConditions
  counts: Counts
  describe(options: Abortable): Promise<ServedDescription>
  /** Counts the rows of a list, for one answer. @param passes condition that a row of `incidents` is in the list */
  countListOf(passes: Sql, options: Abortable): CountList
}

/** Counts of lists that are remembered: those of the last filters. */
const MOST_LISTS = 32

/** @param paces how fast the base answers: shared by all versions */
export async function openBaseVersion(
  connection: Connection,
  published: PublishedVersion,
  paces: Paces,
  options: Abortable,
): Promise<OpenVersion> {
  const version = await openVersion(connection, published.load, options)
  const snapshot = { connection, load: published.load, visible: isVisible(version) }
  const dictionaries = createDictionaries(snapshot)
  const texts = createTextConditions(snapshot)
  const counts = await createCounts(
    connection,
    version,
    {
      indicesOf: (kind, ids) => dictionaries.indicesOf(kind, ids),
      texts,
      paces,
    },
    options,
  )
  const lists = recentlyUsed<string, Groups>(MOST_LISTS)
  const description = createMemory<'description', ServedDescription>(
    1,
    (what) => what,
    (_, each) => describeVersion(published, snapshot, dictionaries, counts, each),
  )
  return {
    published,
    snapshot,
    dictionaries,
    texts,
    counts,
    describe: (each) => description('description', each),
    countListOf: (passes, each) => listCounter(snapshot, passes, lists, each),
  }
}

/** Counts the rows of one list, each way once, also where it is asked twice at the same time. */
function listCounter(
  snapshot: Snapshot,
  passes: Sql,
  lists: RecentlyUsed<string, Groups>,
  options: Abortable,
): CountList {
  const asked = new Map<string, Promise<Groups>>()
  return (by, only) => {
    const condition = sql`${passes} AND ${only}`
    // A condition may have millions of characters.
    const key = createHash('sha256').update(`${by.text}\n${condition.text}`).digest('base64')
    const groups =
      asked.get(key) ?? remembered(lists, key, () => countGroups(snapshot, by, condition, options))
    asked.set(key, groups)
    return groups
  }
}
