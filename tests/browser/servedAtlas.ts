import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { connect } from '../../src/clickhouse/connection.ts'
import { createBase } from '../../src/clickhouse/createBase.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import { serve } from '../../src/cli/serve.ts'
import type { ServedDataset } from '../../src/query/servedDataset.ts'
import type { AtlasServer } from '../../src/server/createServer.ts'
import { findClickhouse } from '../clickhouse/findClickhouse.ts'
import { startClickhouse } from '../clickhouse/startClickhouse.ts'
import { bundledRecords, engineDataset } from '../server/engineDataset.ts'
import { test as watched } from './atlas.ts'

/** A server of the page and a data set, on a port of its own. */
export interface ServedAtlas {
  url: string
  /** Ends the server at once, as a crash does. */
  crash(): Promise<void>
  /** Starts it again at the same address. */
  restart(): Promise<void>
}

/** The bundled data set in a base on two shards of ClickHouse, served. */
export interface ServedBase extends ServedAtlas {
  killShard(): Promise<void>
  restartShard(): Promise<void>
}

/** What each test may hold back: the whole answers of a data set whose answers come in parts. */
export interface HeldAnswers {
  hold(): void
  release(): void
}

async function served(dataset: ServedDataset): Promise<ServedAtlas> {
  let running: AtlasServer & { url: string }
  const start = async (port: number) => {
    running = await serve(dataset, { port, log: () => {}, say: () => {} })
    return running.url
  }
  const url = await start(0)
  return {
    url,
    async crash() {
      running.app.server.closeAllConnections()
      await running.app.close()
    },
    async restart() {
      await start(Number(new URL(url).port))
    },
  }
}

/** Over ClickHouse; skipped where there is none. */
export const baseTest = watched.extend<object, { base: ServedBase | null }>({
  base: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are wanted: none
    async ({}, use) => {
      if (!findClickhouse()) {
        await use(null)
        return
      }
      const own = await startClickhouse(2)
      const nodes = own.urls.map((url) => connect({ url, database: 'page', cluster: own.cluster }))
      const [connection] = nodes
      if (!connection) throw new Error('no server has started')
      await createBase(nodes)
      await loadRecords(connection, await bundledRecords(), { nodes })
      const atlas = await served(createServedDataset(connection))
      await use({ ...atlas, killShard: () => own.kill(1), restartShard: () => own.restart(1) })
      await atlas.crash()
      await Promise.all(nodes.map((node) => node.close()))
      await own.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ base }, use, info) => {
    info.skip(base === null, 'there is no ClickHouse: see tests/clickhouse/findClickhouse.ts')
    await use(base?.url)
  },
})

/** Over the embedded engine, with answers in parts and all dictionaries of more than 20 entries paged. */
export const partsTest = watched.extend<object, { parts: ServedAtlas & HeldAnswers }>({
  parts: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are wanted: none
    async ({}, use) => {
      let release = () => {}
      let released: Promise<void> | undefined
      const dataset = await engineDataset(await manyRecords(), { wholeDictionary: 20, sampleEvery: 2 })
      const atlas = await served({
        ...dataset,
        async query(query, options) {
          const answer = dataset.query(query, options)
          await released
          options.signal?.throwIfAborted()
          return answer
        },
      })
      await use({
        ...atlas,
        hold() {
          released = new Promise((resolve) => (release = resolve))
        },
        release() {
          released = undefined
          release()
        },
      })
      await atlas.crash()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ parts }, use) => use(parts.url),
})

/** The bundled records, repeated until a sample of them is large enough to be told. */
async function manyRecords() {
  const records = await bundledRecords()
  const copies = Array.from({ length: 40 }, (_, copy) =>
    records.incidents.map((incident) =>
      copy === 0 ? incident : { ...incident, id: `${incident.id}-${copy}` },
    ),
  )
  return { ...records, incidents: copies.flat() }
}
