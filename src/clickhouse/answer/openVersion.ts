import type { Abortable } from '../../query/incidentSource.ts'
import type { ServedDescription } from '../../query/servedDataset.ts'
import type { Connection } from '../connection.ts'
import { sql, type Sql } from '../sql.ts'
import { createAnswerMemory } from './answerMemory.ts'
import { createCounts, type Counts } from './counts.ts'
import { describeVersion } from './description.ts'
import { createDictionaries, type BaseDictionaries } from './dictionary.ts'
import { countGroups } from './groups.ts'
import type { CountList } from './listPage.ts'
import { createMemory } from './memory.ts'
import type { Paces } from './sampleShare.ts'
import type { Snapshot } from './snapshot.ts'
import { createTextConditions, type TextConditions } from './textCondition.ts'
import type { PublishedVersion } from './versions.ts'
import { isVisible, openVersion } from './visible.ts'

/** A version of a base that questions are answered from, with what was read of it before. */
export interface OpenVersion {
  published: PublishedVersion
  snapshot: Snapshot
  /** The same, whose answers are remembered: for what is asked again and again, and is small. */
  rememberingSnapshot: Snapshot
  dictionaries: BaseDictionaries
  texts: TextConditions
  counts: Counts
  describe(options: Abortable): Promise<ServedDescription>
  /** Counts the rows of a list. @param passes condition that a row of `incidents` is in the list */
  countListOf(passes: Sql, options: Abortable): CountList
}

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
  const answers = createAnswerMemory(connection)
  const rememberingSnapshot = { ...snapshot, connection: answers.reader().connection }
  const counts = await createCounts(
    connection,
    version,
    {
      indicesOf: (kind, ids, each) => dictionaries.indicesOf(kind, ids, each),
      texts,
      paces,
      answers,
    },
    options,
  )
  const description = createMemory<'description', ServedDescription>(
    1,
    (what) => what,
    (_, each) => describeVersion(published, snapshot, dictionaries, counts, each),
  )
  return {
    published,
    snapshot,
    rememberingSnapshot,
    dictionaries,
    texts,
    counts,
    describe: (each) => description('description', each),
    countListOf: (passes, each) => (by, only) =>
      countGroups(rememberingSnapshot.connection, by, sql`${passes} AND ${only}`, each),
  }
}
