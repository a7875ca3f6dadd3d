import type { Connection, StatementOptions } from '../connection.ts'
import { literal, sql, type Sql } from '../sql.ts'
import { LoadProblem } from './loadProblem.ts'
import { localTable, wholeTable, type TableName } from '../tables.ts'

/** Where rows are written: row r belongs to target `r % targets.length`. */
export interface Target {
  connection: Connection
  tableOf(table: TableName): Sql
}

/**
 * The targets of rows: the local tables of each shard where a connection to each is given, which saves the servers the
 * work of parting the rows; else the tables over all servers, which do that.
 * @param nodes of the base, the first of which is asked
 * @throws LoadProblem where the cluster had other shards when rows were loaded
 */
export async function targetsOf(nodes: readonly [Connection, ...Connection[]]): Promise<readonly Target[]> {
  const [first] = nodes
  const { cluster } = first.base
  if (cluster === null) return [localTarget(first)]
  const shards = await first.rows<[shard: number, weight: number, servers: number]>(
    sql`SELECT shard_num, any(shard_weight), count() FROM system.clusters WHERE cluster = ${literal(cluster)} GROUP BY shard_num ORDER BY shard_num`,
  )
  const isPlain = shards.every(
    ([shard, weight, servers], at) => shard === at + 1 && weight === 1 && servers === 1,
  )
  const whole = [{ connection: first, tableOf: (table: TableName) => wholeTable(first.base, table) }]
  if (!isPlain || nodes.length !== shards.length) return whole
  const ofShard = new Map<number, Connection>()
  for (const node of nodes) {
    const own = await node.rows<[shard: number]>(
      sql`SELECT shard_num FROM system.clusters WHERE cluster = ${literal(cluster)} AND is_local = 1`,
    )
    const [shard] = own[0] ?? []
    if (own.length === 1 && shard !== undefined) ofShard.set(shard, node)
  }
  const ordered = shards.flatMap(([shard]) => ofShard.get(shard) ?? [])
  if (ordered.length !== shards.length) return whole
  for (const [shard, node] of ordered.entries()) await checkRows(node, shard, ordered.length)
  return ordered.map(localTarget)
}

/** Rows are hidden on the shard that their number gives: elsewhere they would stay visible. */
async function checkRows(node: Connection, shard: number, shards: number): Promise<void> {
  const astray = await node.rows(
    sql`SELECT row FROM ${localTable(node.base, 'records')} WHERE row % ${shards} != ${shard} LIMIT 1`,
  )
  if (astray.length > 0)
    throw new LoadProblem(
      'the cluster has other shards than when the base was loaded: load all of it anew, into another database',
    )
}

function localTarget(connection: Connection): Target {
  return { connection, tableOf: (table) => localTable(connection.base, table) }
}

/** Inserts rows in RowBinary into one table of a target. */
export async function insertRows(
  target: Target,
  table: TableName,
  rows: Uint8Array,
  options?: StatementOptions,
): Promise<void> {
  if (rows.length > 0) await target.connection.insert(target.tableOf(table), rows, options)
}
