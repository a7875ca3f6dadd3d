import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { createClient, type ClickHouseClient, type ClickHouseSettings } from '@clickhouse/client'
import type { Abortable } from '../query/incidentSource.ts'
import { asFailure, timedOut } from './failures.ts'
import { identifier, literal, sql, type Sql } from './sql.ts'
import type { BaseName } from './tables.ts'

/** Which server to talk to, as whom, and which base is meant. */
export interface ConnectionOptions extends BaseName {
  /** HTTP address of the server, such as http://127.0.0.1:8123. */
  url: string
  /** 'default' where absent. */
  user?: string | undefined
  password?: string | undefined
  /** How many requests may be open at once; others wait. 10 where absent. */
  maxRequests?: number | undefined
}

/** How a statement is run. */
export interface StatementOptions extends Abortable {
  /** Seconds after which the server gives up. No limit where absent. */
  maxSeconds?: number | undefined
  /** Id of the statement on the server, which runs no two of one id at once. A random one where absent. */
  queryId?: string | undefined
  /** More settings of ClickHouse, for this statement. */
  settings?: ClickHouseSettings | undefined
}

/**
 * A connection to one ClickHouse server, over HTTP. Every call rejects with a SourceError (failures.ts says with which
 * code), or with the signal's reason once the signal is aborted; the server then stops the statement.
 */
export interface Connection {
  readonly base: BaseName
  readonly url: string
  readonly user: string
  /**
   * Rows of the answer to a SELECT, each an array of the selected values. Integers, those of 64 bits too, are numbers:
   * exact up to 2^53, so that a hash of 64 bits must be selected as `toString(key)`. Floats that are not finite are null.
   * @param query without FORMAT
   */
  rows<Row extends readonly unknown[]>(query: Sql, options?: StatementOptions): Promise<Row[]>
  /** Runs a statement that answers nothing. */
  command(statement: Sql, options?: StatementOptions): Promise<void>
  /**
   * Inserts rows in the format RowBinary (load/rowBinary.ts). Through a Distributed table it returns when all shards have
   * the rows.
   */
  insert(into: Sql, rows: Uint8Array | Readable, options?: StatementOptions): Promise<void>
  /**
   * The bytes of an answer as they come; it resolves at the first. Destroying the stream ends the statement at the latest when the
   * server writes next; an error of the server in the midst of it is part of the bytes.
   * @param query with FORMAT
   */
  stream(query: Sql, options?: StatementOptions): Promise<Readable>
  /** Ends all requests. */
  close(): Promise<void>
}

/** Nothing is asked of the server yet. @throws RangeError where database or cluster are no plain names (`identifier`) */
export function connect(options: ConnectionOptions): Connection {
  const { url, user = 'default', password = '', maxRequests = 10, database, cluster } = options
  for (const name of [database, cluster]) if (name !== null) identifier(name)
  const client = createClient({
    url,
    username: user,
    password,
    application: 'incident-atlas',
    max_open_connections: maxRequests,
    // Longer than any statement: each has its own limit.
    request_timeout: 24 * 3_600_000,
    // Below the three seconds after which servers close an idle connection.
    keep_alive: { idle_socket_ttl: 1_500, eagerly_destroy_stale_sockets: true },
    log: { level: OFF },
    clickhouse_settings: fixedSettings,
  })
  return {
    base: { database, cluster },
    url,
    user,
    rows: (query, statement) => readRows(client, query, statement),
    command: (text, statement) =>
      run(client, statement, async (call) => {
        await client.command({ ...call, query: text.text })
      }),
    insert: (into, rows, statement) => insertRows(client, into, rows, statement),
    stream: (query, statement) =>
      run(client, statement, async (call) => {
        const { stream } = await client.exec({ ...call, query: query.text })
        return stream
      }),
    close: () => client.close(),
  }
}

/** Level of the client's log at which it says nothing: its messages hold queries. */
const OFF = 127

const fixedSettings: ClickHouseSettings = {
  // Never silently less: a shard that is gone fails the query.
  skip_unavailable_shards: 0,
  // The same where a profile limits a user: what goes beyond is refused, where the profile may say that it is cut off.
  timeout_overflow_mode: 'throw',
  read_overflow_mode: 'throw',
  result_overflow_mode: 'throw',
  group_by_overflow_mode: 'throw',
  sort_overflow_mode: 'throw',
  set_overflow_mode: 'throw',
  distinct_overflow_mode: 'throw',
  transfer_overflow_mode: 'throw',
  join_overflow_mode: 'throw',
  insert_distributed_sync: 1,
  output_format_json_quote_64bit_integers: 0,
  // Statements may name many rows, ids or words; 256 KiB is the default.
  max_query_size: String(16 * 2 ** 20),
}

async function readRows<Row extends readonly unknown[]>(
  client: ClickHouseClient,
  query: Sql,
  options: StatementOptions | undefined,
): Promise<Row[]> {
  // The whole answer before the first byte: an error is then told by the status, not in the midst of the rows.
  const settings = { wait_end_of_query: 1 as const, ...options?.settings }
  return run(client, { ...options, settings }, async (call) => {
    const answer = await client.query({ ...call, query: query.text, format: 'JSONCompact' })
    const { data } = await answer.json<Row>()
    return data
  })
}

async function insertRows(
  client: ClickHouseClient,
  into: Sql,
  rows: Uint8Array | Readable,
  options: StatementOptions | undefined,
): Promise<void> {
  const values = rows instanceof Readable ? rows : Readable.from([rows], { objectMode: false })
  await run(client, options, async (call) => {
    const query = sql`INSERT INTO ${into} FORMAT RowBinary`
    const { stream } = await client.exec({ ...call, query: query.text, values })
    stream.resume()
    await new Promise<void>((resolve, reject) => {
      stream.once('end', resolve)
      stream.once('error', reject)
    })
  })
}

/** What every request has. */
interface Call {
  query_id: string
  abort_signal: AbortSignal
  clickhouse_settings: ClickHouseSettings
}

/** Seconds that a server may be late with saying that its own limit is over. */
const GRACE = 5

/** Makes a request, and has the server stop the statement where the signal ends it or it takes too long. */
async function run<Answer>(
  client: ClickHouseClient,
  { signal, maxSeconds, settings, queryId = randomUUID() }: StatementOptions = {},
  request: (call: Call) => Promise<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted()
  const limit = maxSeconds === undefined ? undefined : AbortSignal.timeout((maxSeconds + GRACE) * 1_000)
  const ends = [signal, limit].filter((end) => end !== undefined)
  try {
    return await request({
      query_id: queryId,
      abort_signal: AbortSignal.any(ends),
      clickhouse_settings: {
        ...settings,
        ...(maxSeconds === undefined ? {} : { max_execution_time: maxSeconds }),
      },
    })
  } catch (reason) {
    if (!ends.some(({ aborted }) => aborted)) throw asFailure(reason)
    await kill(client, queryId)
    signal?.throwIfAborted()
    throw timedOut()
  }
}

/** Has the server stop a statement; where it cannot be asked, the closed connection must do. */
async function kill(client: ClickHouseClient, queryId: string): Promise<void> {
  const { text } = sql`KILL QUERY WHERE query_id = ${literal(queryId)} ASYNC`
  await client
    .command({ query: text, abort_signal: AbortSignal.timeout(GRACE * 1_000) })
    .catch(() => undefined)
}
