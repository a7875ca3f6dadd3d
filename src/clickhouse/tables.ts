import { identifier, sql, type Sql } from './sql.ts'

/**
 * The tables of a base. Every incident has a row number, which the load that brought it gives (numbers of a load that was
 * dropped are given again); its rows in all tables are on the shard `row % shards`, so that tables are only ever joined
 * within a shard. A version of the base is the number of its last published load: a reader of version v sees the rows
 * with `load <= v` that no load up to v has hidden. A load that is under way has a number above every published one, so that no reader sees it.
 *
 * - `incidents`: the columns that are filtered and counted, as `IncidentColumns` has them, with indices of the base's
 *   dictionaries. `tier`: half of all rows have 0, a quarter 1, an eighth 2 and so on (`tierOf`): the rows of a tier and all
 *   above it are a sample. `x`, `y`: world coordinates on the lattice of 2^28 (`engine/table/positions.ts`), NOWHERE where the map does not draw the row. `places`: the place and
 *   all that it lies in; `country`: that of its country, NO_ENTRY where it lies in none. `tokens`: folded words of the
 *   titles and summaries as indices of `terms`, in their order, 0 between two texts. `urls`: `urlHash` of the canonical URLs.
 * - `hidden`: rows that are replaced or withdrawn, from a load on.
 * - `keys`: from the id of an incident (`keyOf`) to its rows, and their `day_from`.
 * - `records`: the full record of each row, its titles and canonical URLs.
 * - `entries`: dictionaries of actors, places, publishers and tags; of an index the row with the highest visible load holds.
 *   `names`: what entryNames.ts makes of an entry. `json`: the entry as JSON; '' for a tag, which is its `id`.
 * - `terms`: the folded words of all texts; ids begin at 1.
 * - `loads`: one row for each step of a load (`loadStates`): the log from which versions are read.
 */
export const tableNames = ['incidents', 'hidden', 'keys', 'records', 'entries', 'terms', 'loads'] as const
export type TableName = (typeof tableNames)[number]

/** World coordinate of a row that the map does not draw. */
export const NOWHERE = 0xffff_ffff

/** Index that is no entry of any dictionary. */
export const NO_ENTRY = 0xffff_ffff

/** The kinds of dictionaries in `entries`, by their codes. */
export const entryKinds = ['actors', 'places', 'publishers', 'tags'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What the log of loads says: a load is begun once, and then published or discarded. */
export const loadStates = ['begun', 'published', 'discarded'] as const

const columnsOf: Readonly<Record<TableName, Sql>> = {
  incidents: sql`load UInt32, row UInt64, tier UInt8,
    day Int32, days UInt16, day_from Int32, day_to Int32, time_precision UInt8,
    x UInt32, y UInt32, lng Float32, lat Float32, geo_precision UInt8,
    place UInt32, places Array(UInt32), country UInt32,
    type UInt8, subtype UInt8, status UInt8, weapons Array(UInt8),
    actors Array(UInt32), publishers Array(UInt32), tags Array(UInt32),
    deaths UInt8, fatalities_min Int32, fatalities_max Int32, sources UInt16,
    tokens Array(UInt32), urls Array(UInt32)`,
  hidden: sql`row UInt64, load UInt32`,
  keys: sql`key UInt32, row UInt64, day_from Int32, load UInt32`,
  records: sql`row UInt64, load UInt32, id String, title_en String, title_ar String, title_fr String, urls Array(String), record String`,
  entries: sql`kind UInt8, entry UInt32, load UInt32, id String, names Array(String), json String`,
  terms: sql`term String, id UInt32, load UInt32`,
  loads: sql`load UInt32, state UInt8, time UInt32, fingerprint String, first_row UInt64, rows UInt64, version String, about String`,
}

/** Order of each table on disk. */
const orderOf: Readonly<Record<TableName, Sql>> = {
  // Tiers first, so that a sample is one range on disk; then days, so that a range of days is one in each tier. The rest
  // puts side by side what is alike, which takes less room.
  incidents: sql`(tier, day_from, country, place)`,
  hidden: sql`row`,
  keys: sql`(key, row)`,
  records: sql`row`,
  entries: sql`(kind, entry, load)`,
  terms: sql`(term, load)`,
  loads: sql`(load, state)`,
}

/** Rows between two marks of the index: fewer where single rows are looked up. */
const granularityOf: Readonly<Record<TableName, number>> = {
  incidents: 8192,
  hidden: 8192,
  keys: 512,
  records: 128,
  entries: 1024,
  terms: 1024,
  loads: 8192,
}

/** Column by which a table is spread over shards. */
const shardedBy: Readonly<Record<TableName, string>> = {
  incidents: 'row',
  hidden: 'row',
  keys: 'row',
  records: 'row',
  entries: 'entry',
  terms: 'id',
  loads: 'load',
}

/** Where a base is: its database and, where it is spread over several servers, the name of their cluster. */
export interface BaseName {
  database: string
  /** As `<remote_servers>` of the servers' configuration names it; null for one server. */
  cluster: string | null
}

/** The table that each server has of its own; a subquery about rows of the same shard reads it. */
export function localTable({ database }: BaseName, table: TableName): Sql {
  return identifierOf(database, `${table}_local`)
}

/** The table over all servers: that of the one server where there is no cluster. */
export function wholeTable(base: BaseName, table: TableName): Sql {
  return base.cluster === null ? localTable(base, table) : identifierOf(base.database, table)
}

function identifierOf(database: string, table: string): Sql {
  return sql`${identifier(database)}.${identifier(table)}`
}

/**
 * The statements that create the base, in order; what exists already stays as it is.
 * @param where 'here': on the server that runs them; 'everywhere': on all of the cluster, for which ClickHouse needs
 * ZooKeeper or its Keeper
 */
export function createStatements(base: BaseName, where: 'here' | 'everywhere' = 'here'): Sql[] {
  const { database, cluster } = base
  const on = onCluster(base, where)
  return [
    sql`CREATE DATABASE IF NOT EXISTS ${identifier(database)}${on}`,
    ...tableNames.map((table) => createLocal(base, table, on)),
    ...(cluster === null ? [] : tableNames.map((table) => createDistributed(base, cluster, table, on))),
  ]
}

/** The statement that drops the base with all that is in it, on the server that runs it. */
export function dropStatement({ database }: BaseName): Sql {
  return sql`DROP DATABASE IF EXISTS ${identifier(database)}`
}

function onCluster({ cluster }: BaseName, where: 'here' | 'everywhere'): Sql {
  return cluster === null || where === 'here' ? sql`` : sql` ON CLUSTER ${identifier(cluster)}`
}

function createLocal(base: BaseName, table: TableName, on: Sql): Sql {
  return sql`CREATE TABLE IF NOT EXISTS ${localTable(base, table)}${on} (${columnsOf[table]}) ENGINE = MergeTree() ORDER BY ${orderOf[table]} SETTINGS index_granularity = ${granularityOf[table]}`
}

function createDistributed(base: BaseName, cluster: string, table: TableName, on: Sql): Sql {
  const of = sql`${identifier(cluster)}, ${identifier(base.database)}, ${identifier(`${table}_local`)}`
  return sql`CREATE TABLE IF NOT EXISTS ${wholeTable(base, table)}${on} (${columnsOf[table]}) ENGINE = Distributed(${of}, ${identifier(shardedBy[table])})`
}
