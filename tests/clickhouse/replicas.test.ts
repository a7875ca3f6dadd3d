import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import type { RecordsToLoad } from '../../src/clickhouse/load/nextRecord.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { localTable } from '../../src/clickhouse/tables.ts'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import { wholeQuery } from '../server/serve.ts'
import { findClickhouse } from './findClickhouse.ts'
import { startClickhouse, type OwnServers } from './startClickhouse.ts'
import { createTestBase, type TestBase } from './testBase.ts'

const ROWS = 500

/** Servers of its own, as it stops one of them. */
describe.skipIf(!findClickhouse())('a shard with two replicas', () => {
  let own: OwnServers
  let base: TestBase

  beforeAll(async () => {
    own = await startClickhouse(2, { isReplicated: true })
    base = await createTestBase('spread', own)
  })

  afterAll(async () => {
    await base.drop()
    await own.stop()
  })

  /** Incidents with ids that no other seed has. */
  function incidentsOfSeed(rows: number, seed: number): RecordsToLoad & { incidents: Incident[] } {
    const { incidents, ...rest } = syntheticDataset(rows, seed)
    return { ...rest, incidents: [...incidents].map((each) => ({ ...each, id: `${each.id}-${seed}` })) }
  }
  const load = (rows: number) => loadRecords(base.connection, incidentsOfSeed(rows, 1), { nodes: base.nodes })
  const rowsOfEach = () =>
    Promise.all(
      base.nodes.map(async (node) => {
        const [row] = await node.rows<[number]>(sql`SELECT count() FROM ${localTable(node.base, 'records')}`)
        return row?.[0]
      }),
    )
  const total = async () => {
    const dataset = createServedDataset(base.connection)
    const { version } = await dataset.describe({ version: null })
    return (await dataset.query(wholeQuery, { version })).answer.total
  }

  it('has all on both, and answers while one is gone', async () => {
    await load(ROWS)
    expect(await rowsOfEach()).toEqual([ROWS, ROWS])
    expect(await total()).toBe(ROWS)
    await own.kill(1)
    expect(await total()).toBe(ROWS)
  })

  it('is loaded by no one while one is gone, so that both stay the same', async () => {
    await expect(load(2 * ROWS)).rejects.toMatchObject({ code: 'unreachable' })
    expect(await total()).toBe(ROWS)
    await own.restart(1)
    await loadRecords(base.connection, incidentsOfSeed(ROWS, 2), { nodes: base.nodes, discard: true })
    const [first, second] = await rowsOfEach()
    expect(second).toBe(first)
  })

  it('is not gone on with where a load was cut off as one went away, and is the same again when that is dropped', async () => {
    const { incidents, ...rest } = incidentsOfSeed(2_000, 3)
    async function* interrupted() {
      let count = 0
      for (const incident of incidents) {
        if (count === 1_500) await own.kill(1)
        count += 1
        yield incident
      }
    }
    const options = { nodes: base.nodes, fingerprint: 'cut off', batchSize: 200 }
    const failing = loadRecords(base.connection, { ...rest, incidents: interrupted() }, options)
    await expect(failing).rejects.toMatchObject({ code: 'incomplete' })
    await own.restart(1)
    const again = (discard: boolean) =>
      loadRecords(base.connection, incidentsOfSeed(2_000, 3), { ...options, discard })
    await expect(again(false)).rejects.toThrow('--discard')
    await again(true)
    const [first, second] = await rowsOfEach()
    expect(second).toBe(first)
    expect(await total()).toBe(2 * ROWS + 2_000)
  })
})
