import { randomUUID } from 'node:crypto'
import type { Actor, DatasetAbout, Place } from '../../incidents/incident.ts'
import type { Connection } from '../connection.ts'
import { adoptEntries } from './adoptEntries.ts'
import { readGrowingDictionaries } from './growingDictionaries.ts'
import { BatchReader } from './batchReader.ts'
import { BatchWriter } from './batchWriter.ts'
import { Changes } from './changes.ts'
import { lockBase, type LoadLock } from './loadLock.ts'
import { LoadProblem } from './loadProblem.ts'
import type { LoadOutcome } from './loadOutcome.ts'
import { beginLoad, type OpenLoad } from './loadSteps.ts'
import { nextRecord, type RecordsToLoad } from './nextRecord.ts'
import { publishLoad } from './publishLoad.ts'
import { noBatches, writtenBatches } from './rowTables.ts'
import { targetsOf } from './shards.ts'
import { openTermIds } from './terms.ts'
import { writeBatches } from './writeBatches.ts'

/** How it is loaded. */
export interface LoadOptions {
  /** A connection to each server of the base, which is faster; where absent, all goes through the one. */
  nodes?: readonly Connection[] | undefined
  /** Identifies the files and how they are read: a load that was cut off goes on with the same. Random where absent. */
  fingerprint?: string | undefined
  /** Ids of incidents that are withdrawn from the base, also where the load has records of them. */
  withdraw?: readonly string[] | undefined
  /**
   * Whether the records are the whole base, so that incidents that they lack are withdrawn: asked when all have been read.
   */
  isWhole?: (() => boolean) | undefined
  /**
   * Whether the base keeps what it says of itself, but for the day of its update and its languages: for records whose
   * `about` nobody has stated.
   */
  keepsAbout?: boolean | undefined
  /** Whether a load that was cut off is dropped where it cannot be gone on with, as it had other files. */
  discard?: boolean | undefined
  /** Records that are sent together. BATCH where absent; a load that was cut off goes on with the same. */
  batchSize?: number | undefined
  onProgress?: ((progress: LoadProgress) => void) | undefined
}

/** So many that their parts on disk are large, so few that they need little memory. */
const BATCH = 50_000

export interface LoadProgress {
  /** Records that have been dealt with. */
  records: number
  /** Bytes sent to ClickHouse. */
  bytes: number
}

/**
 * Loads records into a base, as a version that readers see when all of it is there. Where the process is cut off, the
 * same call goes on with what is missing.
 * @param connection to a server of the base, whose tables exist (`createBase`)
 * @param records in one or several parts, each of which is asked for when those before have been read; what the first says
 * of itself holds for all
 * @throws LoadProblem where another load runs, or one of other files was cut off
 * @throws SourceError where ClickHouse fails, or `malformed` where a record names what no dictionary has
 */
export async function loadRecords(
  connection: Connection,
  records: RecordsToLoad | AsyncIterable<RecordsToLoad>,
  options: LoadOptions = {},
): Promise<LoadOutcome> {
  const parts = partsOf(records)
  const { nodes = [connection] } = options
  const lock = await lockBase(connection, nodes)
  try {
    const { fingerprint = randomUUID(), batchSize = BATCH, discard = false } = options
    const load = await beginLoad(connection, nodes, { fingerprint, batchSize, discard })
    return await runLoad(connection, parts, { ...options, load, lock })
  } finally {
    await parts.return()
    await lock.release()
  }
}

interface RunOptions extends LoadOptions {
  load: OpenLoad
  lock: LoadLock
}

async function runLoad(
  connection: Connection,
  parts: AsyncIterable<RecordsToLoad>,
  { load, lock, onProgress, ...options }: RunOptions,
): Promise<LoadOutcome> {
  const targets = await targetsOf([
    connection,
    ...(options.nodes ?? []).filter((node) => node !== connection),
  ])
  const dictionaries = await readGrowingDictionaries(connection, load.before)
  const named = { actors: new Map<string, Actor>(), places: new Map<string, Place>() }
  let about = options.keepsAbout ? load.aboutBefore : null
  const next = nextRecord(parts, (part) => {
    const { actors, places, renamed } = adoptEntries(dictionaries, part.actors, part.places)
    for (const [id, actor] of actors) named.actors.set(id, actor)
    for (const [id, place] of places) named.places.set(id, place)
    about = about ? keptAbout(about, part.about) : part.about
    return renamed
  })
  const reader = new BatchReader(dictionaries, named, await openTermIds(connection, load.number))
  const changes = new Changes(connection, load, options.withdraw ?? [])
  const written = load.isResumed ? await writtenBatches(targets, load) : noBatches
  const writer = new BatchWriter(targets, load.number)
  await writeBatches(next, { connection, load, reader, changes, written, writer }, () => {
    lock.check()
    onProgress?.({ records: changes.records, bytes: writer.bytes })
  })
  lock.check()
  reader.finish()
  await changes.withdraw()
  if (options.isWhole?.()) await changes.withdrawOthers()
  if (!about) throw new LoadProblem('the base is empty: there is nothing to withdraw')
  return publishLoad({ connection, load, lock, about, dictionaries, changes })
}

async function* partsOf(
  records: RecordsToLoad | AsyncIterable<RecordsToLoad>,
): AsyncGenerator<RecordsToLoad, void, void> {
  if (Symbol.asyncIterator in records) yield* records
  else yield records
}

function keptAbout(kept: DatasetAbout, { updated, languages }: DatasetAbout): DatasetAbout {
  return {
    ...kept,
    updated: updated > kept.updated ? updated : kept.updated,
    languages: [...new Set([...kept.languages, ...languages])],
  }
}
