import { randomUUID } from 'node:crypto'
import type { Actor, DatasetAbout, Incident, Place } from '../../incidents/incident.ts'
import { withRenamedEntries } from '../../incidents/renamedRecord.ts'
import type { Connection } from '../connection.ts'
import { adoptEntries, type AdoptedEntries } from './adoptEntries.ts'
import { readBaseDictionaries } from './baseDictionaries.ts'
import { BatchReader } from './batchReader.ts'
import { BatchWriter } from './batchWriter.ts'
import { Changes } from './changes.ts'
import { lockBase, type LoadLock } from './loadLock.ts'
import type { LoadOutcome } from './loadOutcome.ts'
import { beginLoad, discardLoad, type OpenLoad } from './loadSteps.ts'
import { publishLoad } from './publishLoad.ts'
import { noBatches, writtenBatches } from './rowTables.ts'
import { targetsOf } from './shards.ts'
import { openTermIds } from './terms.ts'
import { writeBatches } from './writeBatches.ts'

/** What is loaded. */
export interface RecordsToLoad {
  about: DatasetAbout
  actors: readonly Actor[]
  places: readonly Place[]
  /** In the order of their rows; the same order whenever the same files are read. */
  incidents: Iterable<Incident> | AsyncIterable<Incident>
}

/** How it is loaded. */
export interface LoadOptions {
  /** A connection to each server of the base, which is faster; where absent, all goes through the one. */
  nodes?: readonly Connection[] | undefined
  /** Identifies the files and how they are read: a load that was cut off goes on with the same. Random where absent. */
  fingerprint?: string | undefined
  /** Ids of incidents that are withdrawn from the base. */
  withdraw?: readonly string[] | undefined
  /** Whether the records are the whole base, so that incidents that they lack are withdrawn. */
  isWhole?: boolean | undefined
  /**
   * Whether the base keeps what it says of itself, but for the day of its update and its languages: for records whose
   * `about` nobody has stated.
   */
  keepsAbout?: boolean | undefined
  /** Whether a load of other files that was cut off is dropped. */
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
 * @throws LoadProblem where another load runs, or one of other files was cut off
 * @throws SourceError where ClickHouse fails, or `malformed` where a record names what no dictionary has
 */
export async function loadRecords(
  connection: Connection,
  records: RecordsToLoad,
  options: LoadOptions = {},
): Promise<LoadOutcome> {
  const lock = await lockBase(connection)
  try {
    if (options.discard) await discardLoad(connection, options.nodes ?? [connection])
    const { fingerprint = randomUUID(), batchSize = BATCH, nodes = [] } = options
    const load = await beginLoad(connection, nodes, { fingerprint, batchSize })
    return await runLoad(connection, records, { ...options, load, lock })
  } finally {
    await lock.release()
  }
}

interface RunOptions extends LoadOptions {
  load: OpenLoad
  lock: LoadLock
}

async function runLoad(
  connection: Connection,
  { about, actors, places, incidents }: RecordsToLoad,
  { load, lock, onProgress, ...options }: RunOptions,
): Promise<LoadOutcome> {
  const targets = await targetsOf([
    connection,
    ...(options.nodes ?? []).filter((node) => node !== connection),
  ])
  const dictionaries = await readBaseDictionaries(connection, load.before)
  const adopted = adoptEntries(dictionaries, actors, places)
  const reader = new BatchReader(dictionaries, adopted, await openTermIds(connection, load.number))
  const changes = new Changes(connection, load)
  const written = load.isResumed ? await writtenBatches(targets, load) : noBatches
  const writer = new BatchWriter(targets, load.number)
  await writeBatches(renamedRecords(incidents, adopted), { load, reader, changes, written, writer }, () => {
    lock.check()
    onProgress?.({ records: changes.records, bytes: writer.bytes })
  })
  lock.check()
  reader.finish()
  await changes.withdraw(options.withdraw ?? [])
  if (options.isWhole) await changes.withdrawOthers()
  return publishLoad({
    connection,
    load,
    lock,
    about: options.keepsAbout && load.aboutBefore ? keptAbout(load.aboutBefore, about) : about,
    dictionaries,
    changes,
  })
}

function keptAbout(kept: DatasetAbout, { updated, languages }: DatasetAbout): DatasetAbout {
  return {
    ...kept,
    updated: updated > kept.updated ? updated : kept.updated,
    languages: [...new Set([...kept.languages, ...languages])],
  }
}

/** The records with the ids that their entries have in the base. */
function renamedRecords(
  incidents: RecordsToLoad['incidents'],
  { renamed }: AdoptedEntries,
): () => Promise<Incident | undefined> | Incident | undefined {
  const steps =
    Symbol.asyncIterator in incidents ? incidents[Symbol.asyncIterator]() : incidents[Symbol.iterator]()
  const valueOf = ({ done, value }: IteratorResult<Incident, undefined>) =>
    done ? undefined : withRenamedEntries(value, renamed)
  return () => {
    const step = steps.next()
    return step instanceof Promise ? step.then(valueOf) : valueOf(step)
  }
}
