import { setTimeout as wait } from 'node:timers/promises'
import type { Connection } from '../../src/clickhouse/connection.ts'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { connect } from '../../src/clickhouse/connection.ts'
import { createBase, dropBase } from '../../src/clickhouse/createBase.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import { rowTables } from '../../src/clickhouse/load/rowTables.ts'
import { identifier, joined, literal, sql } from '../../src/clickhouse/sql.ts'
import { localTable, wholeTable } from '../../src/clickhouse/tables.ts'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import type { IncidentQuery } from '../../src/query/incidentQuery.ts'
import { serverPaths, type QueryLine, type ServedDescription } from '../../src/query/servedDataset.ts'
import { createServer } from '../../src/server/createServer.ts'
import type { Servers } from '../clickhouse/startClickhouse.ts'
import { serverSteps } from './serverSteps.ts'
import { watchConnection, type Watched, type WatchedConnection } from './watchedConnection.ts'

/** Times of one answer, in milliseconds from the request on. */
export interface AnswerTimes {
  /** Until the counts that are shown first, of a sample where there is one. */
  first: number
  /** Infinity where the server ended the call, as it took too long. */
  exact: number
  /** In which ClickHouse was not at work for it; Infinity where there was no exact answer. */
  own: number
  /** The same statements sent to ClickHouse without our server, all at once; Infinity as before. */
  byHand: number
  isSampled: boolean
}

/** How long it took to load incidents. */
export interface LoadMeasured {
  rows: number
  seconds: number
  /** Seconds of these in which the records were invented: one thread does both. */
  inventing: number
  megabytes: number
}

/** What was measured of a base of one size. */
export interface BaseMeasured {
  incidents: number
  /** By table: bytes on disk for each incident. */
  bytes: Record<string, number>
  steps: { what: string; answers: AnswerTimes[] }[]
}

/** Called with each part of what is measured, as soon as it is. */
export interface MeasureListener {
  onLoad(load: LoadMeasured): void
  onBase(base: BaseMeasured): void
}

/**
 * Loads an invented data set into the servers, and measures answers about it over HTTP.
 * @param options.copies how often each incident is there when answers are measured, rising: more than are loaded in the
 * time that one has
 * @param options.steps of each kind, that are measured
 */
export async function measureServers(
  servers: Servers,
  incidents: number,
  { copies, steps }: { copies: readonly number[]; steps: number },
  { onLoad, onBase }: MeasureListener,
): Promise<void> {
  const base = { database: 'atlas_bench', cluster: servers.cluster }
  const nodes = servers.urls.map((url) => connect({ ...base, url, maxRequests: 64 }))
  const [first] = nodes
  if (!first) throw new RangeError('no server is given')
  try {
    await dropBase(nodes)
    await createBase(nodes)
    onLoad(await measureLoad(first, nodes, incidents))
    let there = 1
    for (const wanted of copies) {
      for (; there < wanted; there += 1) for (const node of nodes) await copyRows(node, incidents, there)
      for (const node of nodes) await mergesDone(node)
      const bytes = await bytesByTable(nodes, incidents * there)
      onBase({ incidents: incidents * there, bytes, steps: await measureAnswers(first, steps) })
    }
  } finally {
    await dropBase(nodes)
    await Promise.all(nodes.map((node) => node.close()))
  }
}

async function measureLoad(
  connection: Connection,
  nodes: readonly Connection[],
  incidents: number,
): Promise<LoadMeasured> {
  let bytes = 0
  let told = 0
  const invented = syntheticDataset(incidents, 1)
  const records = timedSteps(invented.incidents)
  const began = performance.now()
  await loadRecords(
    connection,
    { ...invented, incidents: records },
    {
      nodes,
      onProgress(progress) {
        bytes = progress.bytes
        if (progress.records - told < 1_000_000) return
        told = progress.records
        process.stderr.write(`${told} incidents loaded\n`)
      },
    },
  )
  const seconds = (performance.now() - began) / 1_000
  return { rows: incidents, seconds, inventing: records.ms / 1_000, megabytes: bytes / 1e6 }
}

/** The same items, and the milliseconds that it took to make them. */
function timedSteps<T>(items: Iterable<T>): Iterable<T> & { readonly ms: number } {
  let ms = 0
  return {
    *[Symbol.iterator]() {
      const steps = items[Symbol.iterator]()
      for (;;) {
        const began = performance.now()
        const step = steps.next()
        ms += performance.now() - began
        if (step.done) return
        yield step.value
      }
    },
    get ms() {
      return ms
    },
  }
}

/**
 * Copies the rows that were loaded into a server, within it.
 * @param incidents rows on all servers: even, so that row numbers stay on their shards
 * @param copy number of the copy, from 1
 */
async function copyRows(node: Connection, incidents: number, copy: number): Promise<void> {
  const changed = new Map([
    ['row', sql`row + ${copy * incidents}`],
    ['key', sql`bitXor(key, ${copy})`],
    ['id', sql`concat(id, ${literal(`-${copy}`)})`],
  ])
  for (const table of rowTables) {
    const name = localTable(node.base, table)
    const columns = await node.rows<[name: string]>(
      sql`SELECT name FROM system.columns WHERE database = ${literal(node.base.database)} AND table = ${literal(`${table}_local`)}`,
    )
    const values = columns.map(([column]) => changed.get(column) ?? identifier(column))
    await node.command(
      sql`INSERT INTO ${name} SELECT ${joined(values, ', ')} FROM ${name} WHERE row < ${incidents}`,
    )
  }
}

/** Waits until the server has no parts left that it merges. */
async function mergesDone(node: Connection): Promise<void> {
  for (;;) {
    const [row] = await node.rows<[number]>(sql`SELECT count() FROM system.merges`)
    if (!row?.[0]) return
    await wait(1_000)
  }
}

async function bytesByTable(
  nodes: readonly Connection[],
  incidents: number,
): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const node of nodes) {
    const rows = await node.rows<[table: string, bytes: number]>(
      sql`SELECT table, sum(bytes_on_disk) FROM system.parts WHERE active AND database = ${literal(node.base.database)} GROUP BY table`,
    )
    for (const [table, bytes] of rows) sums[table] = (sums[table] ?? 0) + bytes / incidents
  }
  return sums
}

async function measureAnswers(connection: Connection, count: number): Promise<BaseMeasured['steps']> {
  const watched = watchConnection(connection)
  const server = await createServer(createServedDataset(watched.connection), {
    page: null,
    headers: {},
    log: null,
  })
  try {
    const url = `${await server.app.listen({ host: '127.0.0.1', port: 0 })}/`
    const description = (await (await fetch(url + serverPaths.description)).json()) as ServedDescription
    if (!description.days) throw new RangeError('the base is empty')
    const kinds = serverSteps(
      description.days,
      await commonActors(connection),
      await commonWords(connection),
      count,
    )
    const steps: BaseMeasured['steps'] = []
    for (const { what, queries } of kinds) {
      const answers: AnswerTimes[] = []
      for (const query of queries) answers.push(await ask(url, description.version, query, watched))
      steps.push({ what, answers })
    }
    return steps
  } finally {
    await server.stop()
  }
}

async function ask(
  url: string,
  version: string,
  query: IncidentQuery,
  watched: WatchedConnection,
): Promise<AnswerTimes> {
  watched.taken()
  const began = performance.now()
  const response = await fetch(url + serverPaths.query, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, query }),
  })
  const { firstAt, text } = await readLines(response)
  const exactAt = performance.now()
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as QueryLine)
  const last = lines.at(-1)
  const isWhole = last?.kind === 'whole'
  if (!isWhole && !(last?.kind === 'error' && last.error.code === 'timeout'))
    throw new Error(`no answer: ${text.slice(-200)}`)
  const asked = watched.taken()
  return {
    first: firstAt - began,
    exact: isWhole ? exactAt - began : Infinity,
    own: isWhole ? exactAt - began - asked.ms : Infinity,
    byHand: isWhole ? await replay(watched.connection, asked) : Infinity,
    isSampled: lines.some(({ kind }) => kind === 'part'),
  }
}

/** The whole text of an answer, and when its first line was there. */
async function readLines(response: Response): Promise<{ firstAt: number; text: string }> {
  let firstAt: number | undefined
  let text = ''
  const decoder = new TextDecoder()
  if (response.body)
    for await (const piece of response.body) {
      text += decoder.decode(piece, { stream: true })
      if (text.includes('\n')) firstAt ??= performance.now()
    }
  return { firstAt: firstAt ?? performance.now(), text }
}

async function replay({ url }: Connection, { statements }: Watched): Promise<number> {
  const began = performance.now()
  await Promise.all(
    statements.map(async ({ text }) => {
      const response = await fetch(url, { method: 'POST', body: `${text} FORMAT JSONCompact` })
      await response.text()
    }),
  )
  return performance.now() - began
}

/** Ids of some actors: the generator makes common and rare ones. */
async function commonActors(connection: Connection): Promise<string[]> {
  const rows = await connection.rows<[id: string]>(
    sql`SELECT id FROM ${wholeTable(connection.base, 'entries')} WHERE kind = 0 ORDER BY entry LIMIT 40`,
  )
  return rows.map(([id]) => id)
}

/** Words of the texts, whole and in part. */
async function commonWords(connection: Connection): Promise<string[]> {
  const rows = await connection.rows<[term: string]>(
    sql`SELECT term FROM ${wholeTable(connection.base, 'terms')} WHERE id <= 200 ORDER BY id LIMIT 40`,
  )
  return rows.map(([term], at) => (at % 2 === 0 ? term : term.slice(0, 3)))
}
