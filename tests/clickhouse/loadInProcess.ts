import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { connect } from '../../src/clickhouse/connection.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'

/** What the process is given as JSON in its first argument. */
export interface LoadInProcess {
  urls: readonly string[]
  database: string
  cluster: string | null
  incidents: number
  fingerprint: string
  batchSize: number
}

// Loads an invented data set, and writes a line for each batch.
const given = JSON.parse(process.argv[2] ?? '') as LoadInProcess
const nodes = given.urls.map((url) => connect({ ...given, url }))
const [first] = nodes
if (!first) throw new Error('no server is given')
await loadRecords(first, syntheticDataset(given.incidents, 1), {
  ...given,
  nodes,
  onProgress: ({ records }) => process.stdout.write(`${records}\n`),
})
await Promise.all(nodes.map((node) => node.close()))
