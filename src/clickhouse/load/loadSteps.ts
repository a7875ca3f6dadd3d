import { setTimeout as wait } from 'node:timers/promises'
import type { DatasetAbout } from '../../incidents/incident.ts'
import { clusterOf } from '../cluster.ts'
import type { Connection } from '../connection.ts'
import { readLoadLog } from '../loads.ts'
import { literal, sql } from '../sql.ts'
import { loadStates, localTable, tableNames, wholeTable } from '../tables.ts'
import { LoadProblem } from './loadProblem.ts'
import { RowBinary } from './rowBinary.ts'

/** A load that has been begun. */
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
 * Begins a load, or goes on with the one that was cut off.
 * @throws LoadProblem where that one has other files, or shards have replicas, one of which may lack what others have
 */
export async function beginLoad(
  connection: Connection,
  nodes: readonly Connection[],
  files: Pick<OpenLoad, 'fingerprint' | 'batchSize'>,
): Promise<OpenLoad> {
  const { batchSize } = files
  const fingerprint = JSON.stringify([files.fingerprint, batchSize])
  const { versions, unfinished, nextLoad, nextRow } = await readLoadLog(connection)
  const last = versions.at(-1)
  const version = {
    before: last?.load ?? 0,
    versionBefore: last?.version ?? '',
    aboutBefore: last?.about ?? null,
  }
  if (unfinished) {
    if (unfinished.fingerprint !== fingerprint)
      throw new LoadProblem(
        'a load of other files was cut off: load those again, or drop what it has written with --discard',
      )
    if ((await clusterOf(connection)).hasReplicas)
      throw new LoadProblem(
        'a load was cut off, and the replicas of a shard may have different parts of it: load again with --discard, which drops them',
      )
    await endInserts([connection, ...nodes])
    const { load, firstRow } = unfinished
    return { number: load, fingerprint, batchSize, firstRow, ...version, isResumed: true }
  }
  const load: OpenLoad = {
    number: nextLoad,
    fingerprint,
    batchSize,
    firstRow: nextRow,
    ...version,
    isResumed: false,
  }
  await writeLog(connection, load, { state: 'begun', rows: 0, version: '', about: '{}' })
  return load
}

/** Writes a line of the log. */
export async function writeLog(connection: Connection, load: OpenLoad, line: LogLine): Promise<void> {
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
 * Drops what a load that was cut off has written; nothing where there is none.
 * @param nodes a connection to each server of the base: rows that stayed on one would belong to the next version
 * @throws LoadProblem where a server is not given
 */
export async function discardLoad(connection: Connection, nodes: readonly Connection[]): Promise<void> {
  const { unfinished } = await readLoadLog(connection)
  if (!unfinished) return
  const { servers } = await clusterOf(connection)
  if (nodes.length < servers)
    throw new LoadProblem(
      `the cluster has ${servers} servers: give the address of each, so that what was written is dropped on all of them`,
    )
  await endInserts(nodes)
  for (const table of writtenTables)
    for (const node of nodes)
      await node.command(
        sql`ALTER TABLE ${localTable(node.base, table)} DELETE WHERE load = ${unfinished.load}`,
      )
  for (const node of nodes) await mutationsDone(node)
  if (await hasRows(connection, unfinished.load))
    throw new LoadProblem(
      'a server of the cluster still has what was written: give the address of each server',
    )
  const { load: number, fingerprint, firstRow } = unfinished
  await writeLog(
    connection,
    {
      number,
      fingerprint,
      batchSize: 0,
      firstRow,
      before: 0,
      versionBefore: '',
      aboutBefore: null,
      isResumed: true,
    },
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
