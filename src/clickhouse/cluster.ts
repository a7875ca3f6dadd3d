import { SourceError } from '../query/incidentSource.ts'
import type { Connection } from './connection.ts'
import { literal, sql } from './sql.ts'

/** What the servers' configuration says of the cluster that a base is spread over. */
export interface Cluster {
  /** How many servers it has. */
  servers: number
  /** Whether any shard has several, each of which holds all its rows. */
  hasReplicas: boolean
}

/**
 * Describes the cluster of a base: one server, where it is not spread.
 * @throws SourceError `refused` where the configuration has no such cluster
 */
export async function clusterOf(connection: Connection): Promise<Cluster> {
  const { cluster } = connection.base
  if (cluster === null) return { servers: 1, hasReplicas: false }
  const [row] = await connection.rows<[servers: number, replicas: number]>(
    sql`SELECT uniqExact(host_name, port), max(replica_num) FROM system.clusters WHERE cluster = ${literal(cluster)}`,
  )
  const [servers, replicas] = row ?? [0, 0]
  if (servers === 0)
    throw new SourceError('refused', `the server's configuration has no cluster named ${cluster}`)
  return { servers, hasReplicas: replicas > 1 }
}
