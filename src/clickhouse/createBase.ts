import { SourceError } from '../query/incidentSource.ts'
import { clusterOf } from './cluster.ts'
import type { Connection } from './connection.ts'
import { sql } from './sql.ts'
import { createStatements, dropStatement, tableNames, wholeTable } from './tables.ts'

/**
 * Creates the database and tables of a base; what is there already stays as it is.
 * @param nodes a connection to each server that holds a part of the base, all with the same BaseName; or to one alone,
 * where the base is there already or the cluster itself can create it (ON CLUSTER)
 * @throws SourceError `refused`, in words for the user, where servers of the cluster are not given and needed
 */
export async function createBase(nodes: readonly Connection[]): Promise<void> {
  const [first] = nodes
  if (!first) throw new RangeError('a base is on one server at least')
  const { servers } = await clusterOf(first)
  if (nodes.length >= servers) {
    for (const node of nodes)
      for (const statement of createStatements(first.base)) await node.command(statement)
    return
  }
  if (await isThere(first)) return
  try {
    for (const statement of createStatements(first.base, 'everywhere')) await first.command(statement)
  } catch (reason) {
    const problem = `the cluster has ${servers} servers and cannot create tables on all of them itself: give the address of each`
    const failure = new SourceError('refused', problem)
    failure.cause = reason
    throw failure
  }
}

/** Drops the database of a base, with all that is in it, on every server that is given. */
export async function dropBase(nodes: readonly Connection[]): Promise<void> {
  for (const node of nodes) await node.command(dropStatement(node.base))
}

/** Whether every table of the base can be read, on all servers. */
async function isThere(node: Connection): Promise<boolean> {
  try {
    for (const table of tableNames) await node.rows(sql`SELECT count() FROM ${wholeTable(node.base, table)}`)
    return true
  } catch (reason) {
    if (reason instanceof SourceError && reason.code === 'missing') return false
    throw reason
  }
}
