import { setTimeout as wait } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { SourceError } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { complaintOf } from '../failures.ts'
import { literal, sql, type Sql } from '../sql.ts'
import { LoadProblem } from './loadProblem.ts'

/** Keeps others from loading into the same base. */
export interface LoadLock {
  /** @throws SourceError where the lock has been lost: the server that held it went away */
  check(): void
  release(): Promise<void>
}

/** Seconds between two rows that the statement of the lock writes. */
const PACE = 0.5

/** Pieces of 64 bytes in a row. Servers send what they have when it is a mebibyte: every two seconds. */
const PIECES = 4_200

/** Milliseconds after which a server has noticed that a process which held the lock is dead. */
const UNNOTICED = 8_000

/** ClickHouse's error QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING. */
const ALREADY_RUNNING = 216

/**
 * Takes the lock of a base: a statement with an id of the base, which writes to us for as long as it
 * is read. A server runs no two statements of one id, and ends one that nobody reads any more. Whoever loads
 * through another server of the cluster, or as another user, has such a statement too.
 * @param nodes the servers of the base that are known
 * @throws LoadProblem where another load runs
 */
export async function lockBase(connection: Connection, nodes: readonly Connection[]): Promise<LoadLock> {
  // Two that begin at once, through two servers, may both give way: chance parts them.
  for (const end = Date.now() + UNNOTICED; ; await wait(200 + 600 * Math.random())) {
    const lock = await lockIfFree(connection, nodes)
    if (lock) return lock
    if (Date.now() > end)
      throw new LoadProblem('another load of this base is running: wait until it has ended')
  }
}

async function lockIfFree(
  connection: Connection,
  nodes: readonly Connection[],
): Promise<LoadLock | undefined> {
  const holder = randomUUID()
  let lock: LoadLock
  try {
    lock = await hold(connection, holder)
  } catch (reason) {
    if (complaintOf(reason)?.code !== ALREADY_RUNNING) throw reason
    return undefined
  }
  let isOurs = false
  try {
    isOurs = !(await isHeldElsewhere(connection, nodes, holder))
  } finally {
    if (!isOurs) await lock.release()
  }
  return isOurs ? lock : undefined
}

async function hold(connection: Connection, holder: string): Promise<LoadLock> {
  const end = new AbortController()
  const lost: unknown[] = []
  const held = read(connection, holder, end.signal).catch((reason: unknown) => {
    lost.push(reason)
  })
  const check = () => {
    if (lost.length > 0) throw lost[0]
  }
  const release = async () => {
    end.abort()
    await held
    await connection.command(
      sql`KILL QUERY WHERE query_id = ${literal(idOf(connection))} AND position(query, ${literal(holder)}) > 0 ASYNC`,
    )
  }
  try {
    while (!(await isHeld(connection, holder))) {
      check()
      await wait(20)
    }
  } catch (reason) {
    end.abort()
    throw reason
  }
  return { check, release }
}

/** Runs the statement of the lock until the signal ends it. @throws SourceError where it ends otherwise */
async function read(connection: Connection, holder: string, signal: AbortSignal): Promise<void> {
  // A week is longer than any load.
  const row = sql`arrayStringConcat(arrayMap(x -> 'This base is being loaded at present. A lock.....................', range(${PIECES})))`
  const stream = await connection.stream(
    sql`SELECT sleepEachRow(${PACE}), ${literal(holder)}, ${row} FROM system.numbers LIMIT ${1_209_600} FORMAT TabSeparated`,
    { queryId: idOf(connection), signal, settings: { max_block_size: '1', max_execution_time: 0 } },
  )
  for await (const _ of stream.iterator({ destroyOnReturn: true })) if (signal.aborted) return
  throw new SourceError('unreachable', 'the server that held the lock of the base went away')
}

async function isHeld(connection: Connection, holder: string): Promise<boolean> {
  const rows = await connection.rows<[query: string]>(
    sql`SELECT query FROM system.processes WHERE query_id = ${literal(idOf(connection))}`,
  )
  return rows.some(([query]) => query.includes(holder))
}

/** Whether somebody else holds the lock: on another server, or as another user. */
async function isHeldElsewhere(
  connection: Connection,
  nodes: readonly Connection[],
  holder: string,
): Promise<boolean> {
  const { cluster } = connection.base
  const isHeldIn = async (node: Connection, processes: Sql) => {
    const rows = await node.rows<[query: string]>(
      sql`SELECT query FROM ${processes} WHERE position(query_id, ${literal(idOfBase(connection))}) = 1`,
    )
    return rows.some(([query]) => !query.includes(holder))
  }
  // One replica of each shard is asked through the cluster: the others are known where they are given.
  if (cluster !== null && (await isHeldIn(connection, sql`cluster(${literal(cluster)}, system, processes)`)))
    return true
  for (const node of nodes) if (await isHeldIn(node, sql`system.processes`)) return true
  return false
}

/** One a user: 18.16 runs statements of one id for two users, and ends both where the reader of one goes away. */
function idOf(connection: Connection): string {
  return `${idOfBase(connection)}${connection.user}`
}

/** What the ids of all users begin with. */
function idOfBase({ base }: Connection): string {
  return `incident-atlas load ${base.database} `
}
