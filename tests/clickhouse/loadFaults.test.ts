import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { connect } from '../../src/clickhouse/connection.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import type { RecordsToLoad } from '../../src/clickhouse/load/nextRecord.ts'
import { readLoadLog } from '../../src/clickhouse/loads.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import { asStored, expectEachOnce, visibleRecords } from './loadChecks.ts'
import type { LoadInProcess } from './loadInProcess.ts'
import { startClickhouse, type OwnServers } from './startClickhouse.ts'
import { baseOfTest, createTestBase, servers, type TestBase } from './testBase.ts'

const size = 5_000
const batchSize = 400

/** Loads in a process that is killed when it has written so many lines. @returns whether it was */
async function loadAndKill({ nodes, connection }: TestBase, lines: number): Promise<boolean> {
  const given: LoadInProcess = {
    urls: nodes.map(({ url }) => url),
    ...connection.base,
    incidents: size,
    fingerprint: 'killed',
    batchSize,
  }
  const loader = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href
  const child = spawn(
    process.execPath,
    ['--import', loader, resolve('tests/clickhouse/loadInProcess.ts'), JSON.stringify(given)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exited = once(child, 'exit')
  let seen = 0
  for await (const _ of createInterface(child.stdout)) {
    seen += 1
    if (seen === lines) child.kill('SIGKILL')
  }
  await exited
  return child.signalCode === 'SIGKILL'
}

/** An invented data set of which something happens in the midst. */
function interrupted(at: number, happen: () => Promise<void>): RecordsToLoad {
  const { incidents, ...rest } = syntheticDataset(size, 1)
  async function* all(): AsyncGenerator<Incident, void> {
    let count = 0
    for (const incident of incidents) {
      if (count === at) await happen()
      count += 1
      yield incident
    }
  }
  return { ...rest, incidents: all() }
}

const expected = () => asStored(syntheticDataset(size, 1).incidents)

describe.skipIf(!servers)('a load that is cut off', () => {
  it.each([1, 4, 9])(
    'goes on after the process was killed in batch %d: nothing twice, nothing lost',
    async (lines) => {
      const base = await baseOfTest('spread')
      expect(await loadAndKill(base, lines)).toBe(true)
      expect((await readLoadLog(base.connection)).versions).toEqual([])
      const outcome = await loadRecords(base.connection, syntheticDataset(size, 1), {
        nodes: base.nodes,
        fingerprint: 'killed',
        batchSize,
      })
      expect(outcome).toMatchObject({ added: size, repeated: 0 })
      await expectEachOnce(base.connection, size)
      expect(await visibleRecords(base.connection, 1)).toEqual(expected())
    },
  )

  it('does not go on with other files, and is dropped when that is asked for', async () => {
    const base = await baseOfTest('spread')
    const options = { nodes: base.nodes, batchSize }
    const failing = interrupted(2_600, () => Promise.reject(new Error('cut off')))
    await expect(loadRecords(base.connection, failing, { ...options, fingerprint: 'a' })).rejects.toThrow(
      'cut off',
    )
    const other = () => syntheticDataset(3_000, 2)
    await expect(loadRecords(base.connection, other(), { ...options, fingerprint: 'b' })).rejects.toThrow(
      '--discard',
    )
    const outcome = await loadRecords(base.connection, other(), {
      ...options,
      fingerprint: 'b',
      discard: true,
    })
    expect(outcome.added).toBe(3_000)
    await expectEachOnce(base.connection, 3_000)
    expect(await visibleRecords(base.connection, 2)).toEqual(asStored(other().incidents))
  })

  it('is not dropped through a part of the servers, whose rows would stay', async () => {
    const base = await baseOfTest('spread')
    const failing = interrupted(2_600, () => Promise.reject(new Error('cut off')))
    const options = { nodes: base.nodes, batchSize }
    await expect(loadRecords(base.connection, failing, options)).rejects.toThrow('cut off')
    const other = () => syntheticDataset(3_000, 2)
    for (const nodes of [undefined, base.nodes.slice(0, 1), base.nodes.map(() => base.connection)])
      await expect(loadRecords(base.connection, other(), { nodes, discard: true })).rejects.toThrow(
        'give the address of each',
      )
    await loadRecords(base.connection, other(), { nodes: base.nodes, discard: true })
    await expectEachOnce(base.connection, 3_000)
  })

  it('leaves readers the version before until the new one is whole', async () => {
    const whole = syntheticDataset(size, 1)
    const incidents = [...whole.incidents]
    const base = await baseOfTest('spread')
    const first = () => ({ ...whole, incidents: incidents.slice(0, 500) })
    await loadRecords(base.connection, first(), { nodes: base.nodes })
    let seen: unknown
    const next = interrupted(4_100, async () => {
      const { versions } = await readLoadLog(base.connection)
      seen = [versions.length, await visibleRecords(base.connection, versions.at(-1)?.load ?? 0)]
    })
    await loadRecords(base.connection, next, { nodes: base.nodes, batchSize })
    expect(seen).toEqual([1, asStored(first().incidents)])
  })

  it('keeps out another user of the same server', async () => {
    const base = await baseOfTest('one')
    const other = connect({ ...base.connection.base, url: base.connection.url, user: 'writer' })
    onTestFinished(() => other.close())
    const running = interrupted(1_100, async () => {
      await expect(loadRecords(other, syntheticDataset(10, 2))).rejects.toThrow('another load of this base')
    })
    expect(await loadRecords(base.connection, running, { batchSize })).toMatchObject({ added: size })
  })

  it.each([
    ['the same server', 0],
    ['another server', 1],
  ])('keeps another load through %s out while it runs', async (_, node) => {
    const base = await baseOfTest('spread')
    const through = base.nodes[node] ?? base.connection
    const running = interrupted(1_100, async () => {
      await expect(loadRecords(through, syntheticDataset(10, 2))).rejects.toThrow(
        'another load of this base is running',
      )
    })
    expect(await loadRecords(base.connection, running, { nodes: base.nodes, batchSize })).toMatchObject({
      added: size,
    })
    await expectEachOnce(base.connection, size)
  })
})

describe.skipIf(!servers)('a load whose servers fail', () => {
  let own: OwnServers
  beforeAll(async () => {
    own = await startClickhouse(2)
  })
  afterAll(() => own.stop())

  it.each([
    ['a shard that goes away', 1],
    ['the server that it talks to, which is restarted', 0],
  ])('ends with %s, publishes nothing, and goes on afterwards', async (_, node) => {
    const base = await createTestBase('spread', own)
    const options = { nodes: base.nodes, fingerprint: 'failing', batchSize }
    const failing = interrupted(2_700, async () => {
      await own.kill(node)
      if (node === 0) await own.restart(node)
    })
    await expect(loadRecords(base.connection, failing, options)).rejects.toMatchObject({
      name: 'SourceError',
      code: expect.stringMatching(/^(unreachable|incomplete)$/) as string,
    })
    // Never silently less: without the shard the base cannot be read at all.
    const without = await readLoadLog(base.connection).catch((reason: unknown) => reason)
    expect(without).toMatchObject(node === 1 ? { code: 'incomplete' } : { versions: [] })
    if (node === 1) await own.restart(node)
    expect((await readLoadLog(base.connection)).versions).toEqual([])
    const outcome = await loadRecords(base.connection, syntheticDataset(size, 1), options)
    expect(outcome).toMatchObject({ added: size })
    await expectEachOnce(base.connection, size)
    expect(await visibleRecords(base.connection, 1)).toEqual(expected())
    await base.drop()
  })

  it('gives the base free where it cannot begin, as a shard is gone', async () => {
    const base = await createTestBase('spread', own)
    const load = () => loadRecords(base.connection, syntheticDataset(100, 1), { nodes: base.nodes })
    await own.kill(1)
    await expect(load()).rejects.toMatchObject({ name: 'SourceError' })
    await own.restart(1)
    expect(await load()).toMatchObject({ added: 100 })
    await base.drop()
  })
})
