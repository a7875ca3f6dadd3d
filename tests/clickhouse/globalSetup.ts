import type { TestProject } from 'vitest/node'
import { findClickhouse, HOW_TO_GET_CLICKHOUSE } from './findClickhouse.ts'
import { startClickhouse, type Servers } from './startClickhouse.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Servers for all tests of the run; null where there is no ClickHouse. */
    clickhouse: Servers | null
  }
}

/** Starts two shards for all tests of a run, or uses the servers that `CLICKHOUSE_URL` names. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const named = process.env['CLICKHOUSE_URL']
  if (named) {
    project.provide('clickhouse', {
      urls: named.split(','),
      cluster: process.env['CLICKHOUSE_CLUSTER'] ?? null,
    })
    return undefined
  }
  if (!findClickhouse()) {
    process.stderr.write(`${HOW_TO_GET_CLICKHOUSE}\n`)
    project.provide('clickhouse', null)
    return undefined
  }
  const { urls, cluster, stop } = await startClickhouse(2)
  project.provide('clickhouse', { urls, cluster })
  return stop
}
