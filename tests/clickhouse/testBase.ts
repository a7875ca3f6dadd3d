import { randomUUID } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { connect, type Connection } from '../../src/clickhouse/connection.ts'
import { createBase, dropBase } from '../../src/clickhouse/createBase.ts'
import type { Servers } from './startClickhouse.ts'

/** The servers of this run of tests; null where there is no ClickHouse, and all that needs it is skipped. */
export const servers: Servers | null = inject('clickhouse')

/** A base of a test's own. */
export interface TestBase {
  /** A connection to each server. */
  nodes: readonly Connection[]
  /** That to the first, through which all of the base is read. */
  connection: Connection
  drop(): Promise<void>
}

/**
 * Creates an empty base with a name of its own.
 * @param kind 'spread' over all servers of the run, or 'one': on the first alone
 */
export async function createTestBase(
  kind: 'spread' | 'one',
  { urls, cluster }: Servers = given(),
): Promise<TestBase> {
  const base = { database: `t${randomUUID().replaceAll('-', '')}`, cluster: kind === 'one' ? null : cluster }
  const nodes = (base.cluster === null ? urls.slice(0, 1) : urls).map((url) => connect({ url, ...base }))
  const [connection] = nodes
  if (!connection) throw new RangeError('no server is given')
  await createBase(nodes)
  const drop = async () => {
    await dropBase(nodes)
    await Promise.all(nodes.map((node) => node.close()))
  }
  return { nodes, connection, drop }
}

/** As `createTestBase`, dropped when the present test has finished. */
export async function baseOfTest(kind: 'spread' | 'one'): Promise<TestBase> {
  const base = await createTestBase(kind)
  onTestFinished(() => base.drop())
  return base
}

function given(): Servers {
  if (!servers) throw new Error('there is no ClickHouse: skip this test')
  return servers
}
