import { setTimeout as wait } from 'node:timers/promises'
import type { DatasetAbout } from '../../incidents/incident.ts'
import { clusterOf } from '../cluster.ts'
import type { Connection } from '../connection.ts'
import { readLoadLog, type UnfinishedLoad } from '../loads.ts'
import { literal, sql } from '../sql.ts'
import { loadStates, localTable, tableNames, wholeTable } from '../tables.ts'
import { LoadProblem } from './loadProblem.ts'
import { RowBinary } from './rowBinary.ts'

/** A load that runs: it stands in the log from its first row on, so that one that changes nothing leaves nothing. */
export interface OpenLoad {
  number: number
  /** Identifies the files, and the size of the batches. */
  fingerprint: string
  batchSize: number
  /** Row number of its first record. */
  firstRow: number
  /** Number of the load whose version it adds to; 0 for an empty base. */
  before: number
  /** Name of that version; '' for an empty base. */
  versionBefore: string
  aboutBefore: DatasetAbout | null
  /** Whether an earlier run of it was cut off. */
  isResumed: boolean
  /** Whether the log says that it has begun. */
  isLogged: boolean
}

/** The tables that a load writes, but for its log. */
const writtenTables = tableNames.filter((table) => table !== 'loads')

/** A line of the log. */
interface LogLine {
  state: (typeof loadStates)[number]
  /** Row numbers that it has used up, from the first on. */
  rows: number
  version: string
  /** JSON. */
  about: string
}

/**
 * Opens a load, or the one that was cut off, to go on with it.
 * @param files.discard whether one that was cut off is dropped where it cannot be gone on with
 * @throws LoadProblem where it would have to be dropped: it has other files, or shards have replicas, one of which may lack
 * what others have
 */
export async function beginLoad(
  connection: Connection,
  nodes: readonly Connection[],
  files: Pick<OpenLoad, 'fingerprint' | 'batchSize'> & { discard: boolean },
): Promise<OpenLoad> {
  const { batchSize } = files
  const fingerprint = JSON.stringify([files.fingerprint, batchSize])
  const { versions, unfinished, nextLoad, nextRow } = await readLoadLog(connection)
  const last = versions.at(-1)
  const load: OpenLoad = {
    number: nextLoad,
    fingerprint,
    batchSize,
    firstRow: nextRow,
    before: last?.load ?? 0,
    versionBefore: last?.version ?? '',
    aboutBefore: last?.about ?? null,
    isResumed: false,
    isLogged: false,
  }
  if (!unfinished) return load
  const problem = await problemOfGoingOn(connection, unfinished.fingerprint === fingerprint)
  if (problem !== undefined) {
    if (!files.discard) throw new LoadProblem(problem)
    await discardLoad(connection, nodes, unfinished)
    return load
  }
  await endInserts([connection, ...nodes])
  return {
    ...load,
    number: unfinished.load,
    firstRow: unfinished.firstRow,
    isResumed: true,
    isLogged: true,
  }
}

/** Why a load that was cut off cannot be gone on with; undefined where it can. */
async function problemOfGoingOn(connection: Connection, hasSameFiles: boolean): Promise<string | undefined> {
  if (!hasSameFiles)
    return 'a load of other files was cut off: load those again, or drop what it has written with --discard'
  const { hasReplicas } = await clusterOf(connection)
  return hasReplicas
    ? 'a load was cut off, and the replicas of a shard may have different parts of it: load again with --discard, which drops them'
    : undefined
}

/** Puts a load into the log, unless it stands there: to be called before any of its rows is written. */
export async function logBegin(connection: Connection, load: OpenLoad): Promise<void> {
  if (load.isLogged) return
  load.isLogged = true
  await writeLog(connection, load, { state: 'begun', rows: 0, version: '', about: '{}' })
}

/** Writes a line of the log. */
export async function writeLog(
  connection: Connection,
  load: Pick<OpenLoad, 'number' | 'fingerprint' | 'firstRow'>,
  line: LogLine,
): Promise<void> {
  const row = new RowBinary()
  row.uint32(load.number)
  row.uint8(loadStates.indexOf(line.state))
  row.uint32(Math.floor(Date.now() / 1_000))
  row.text(load.fingerprint)
  row.uint64(load.firstRow)
  row.uint64(line.rows)
  row.text(line.version)
  row.text(line.about)
  await connection.insert(wholeTable(connection.base, 'loads'), row.taken())
}

/**
 * Drops what a load that was cut off has written.
 * @param nodes a connection to each server of the base: rows that stayed on one would belong to the next version
 * @throws LoadProblem where a server is not given
 */
async function discardLoad(
  connection: Connection,
  nodes: readonly Connection[],
  { load, fingerprint, firstRow }: UnfinishedLoad,
): Promise<void> {
  const { servers } = await clusterOf(connection)
  if (nodes.length < servers)
    throw new LoadProblem(
      `the cluster has ${servers} servers: give the address of each, so that what was written is dropped on all of them`,
    )
  await endInserts(nodes)
  for (const table of writtenTables)
    for (const node of nodes)
      await node.command(sql`ALTER TABLE ${localTable(node.base, table)} DELETE WHERE load = ${load}`)
  for (const node of nodes) await mutationsDone(node)
  if (await hasRows(connection, load))
    throw new LoadProblem(
      'a server of the cluster still has what was written: give the address of each server',
    )
  await writeLog(
    connection,
    { number: load, fingerprint, firstRow },
    { state: 'discarded', rows: 0, version: '', about: '{}' },
  )
}

/** Whether anything that a load has written is there, on any shard. */
async function hasRows(connection: Connection, load: number): Promise<boolean> {
  for (const table of writtenTables) {
    const [row] = await connection.rows<[number]>(
      sql`SELECT count() FROM ${wholeTable(connection.base, table)} WHERE load = ${load}`,
    )
    if (row?.[0]) return true
  }
  return false
}

/** Waits until what a process that is dead has sent is written, or dropped. */
async function endInserts(nodes: readonly Connection[]): Promise<void> {
  for (const node of nodes)
    for (;;) {
      const [row] = await node.rows<[number]>(
        sql`SELECT count() FROM system.processes WHERE query LIKE ${literal(`INSERT INTO ${node.base.database}.%`)}`,
      )
      if (!row?.[0]) break
      await wait(100)
    }
}

async function mutationsDone(node: Connection): Promise<void> {
  for (;;) {
    const [row] = await node.rows<[number]>(
      sql`SELECT count() FROM system.mutations WHERE database = ${literal(node.base.database)} AND is_done = 0`,
    )
    if (!row?.[0]) return
    await wait(100)
  }
}
