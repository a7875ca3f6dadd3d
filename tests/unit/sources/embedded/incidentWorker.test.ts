import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import type { IncidentResult } from '../../../../src/query/incidentResult.ts'
import type { Reply, Request, WorkerState } from '../../../../src/sources/embedded/messages.ts'
import { queryWith } from '../../engine/sampleTable.ts'
import { hostRecords, records, ref, type Host } from '../published/hostedRecords.ts'

/** The global scope of a worker, and what it has said. Buffers that it transfers are detached, as in a browser. */
class WorkerGlobal extends EventTarget {
  said: Reply[] = []

  postMessage(reply: Reply, options: StructuredSerializeOptions): void {
    this.said.push(structuredClone(reply, options))
  }

  ask(request: Request): void {
    this.dispatchEvent(new MessageEvent('message', { data: request }))
  }

  /** The answer or failure with this id, or the last state of its texts. */
  reply(of: number | 'texts'): Promise<Reply> {
    return vi.waitFor(
      () => {
        const reply = this.said.find((each) =>
          each.kind === 'state'
            ? of === 'texts' && isFinal(each.state)
            : 'value' in each || 'failure' in each
              ? each.id === of
              : false,
        )
        if (!reply) throw new Error('not yet')
        return reply
      },
      { timeout: 30_000 },
    )
  }
}

const isFinal = ({ kind }: WorkerState) => kind !== 'texts'

let worker: WorkerGlobal
let host: Host

beforeEach(async () => {
  vi.resetModules()
  worker = new WorkerGlobal()
  vi.stubGlobal('self', worker)
  host = await hostRecords()
  await import('../../../../src/sources/embedded/incidentWorker.ts')
})
afterEach(() => void vi.unstubAllGlobals())

const open = () => worker.ask({ kind: 'open', id: 1, ref })

describe('the worker', () => {
  it('opens with progress in bytes, describes the data set, and then loads texts', async () => {
    open()
    expect(await worker.reply(1)).toMatchObject({
      kind: 'answer',
      value: { incidents: 5, sources: 5, days: { from: 20_362, to: 20_366 } },
    })
    const { dictionaries, columns, lists, texts } = host.manifest
    const first = [dictionaries, columns, ...Object.values(lists)]
    const total = first.reduce((sum, { bytes }) => sum + bytes, 0)
    const progress = worker.said.flatMap((each) => (each.kind === 'progress' ? [each.progress] : []))
    expect(progress.at(-2)).toEqual({ stage: 'download', done: total, total })
    expect(progress.at(-1)).toEqual({ stage: 'decode', done: 0 })
    expect(await worker.reply('texts')).toEqual({ kind: 'state', state: { kind: 'ready' } })
    const names = ['manifest.json', ...[...first, texts].map(({ name }) => name)]
    expect(host.asked.toSorted()).toEqual(names.toSorted())
  })

  it('answers every question, again and again, with counts in buffers that it transfers', async () => {
    open()
    await worker.reply('texts')
    const bins = { unit: 'month', span: { from: 20_362, to: 20_366 } } as const
    for (const id of [2, 3]) worker.ask({ kind: 'query', id, query: queryWith({ bins }) })
    const answers = await Promise.all([2, 3].map((id) => worker.reply(id)))
    const [first, second] = answers.map((reply) => (reply.kind === 'answer' ? reply.value : null))
    expect(first).toEqual(second)
    const result = first as IncidentResult
    expect(result.total).toBe(5)
    expect([...(result.histogram?.certain ?? [])]).toEqual([5, 0, 0, 0, 0, 0, 0])
    expect(result.facets.actor?.[0]).toBe(5)
  })

  it('answers with records', async () => {
    open()
    await worker.reply(1)
    worker.ask({ kind: 'incident', id: 2, incidentId: 'i3' })
    worker.ask({ kind: 'incident', id: 4, incidentId: 'gone' })
    expect(await worker.reply(2)).toMatchObject({ kind: 'answer', value: { incident: records[2] } })
    expect(await worker.reply(4)).toEqual({ kind: 'answer', id: 4, value: undefined })
  })

  it('writes a file chunk by chunk, as it is asked, and answers nothing after the last', async () => {
    open()
    await worker.reply(1)
    const chunks = []
    for (let id = 2; ; id += 1) {
      worker.ask({ kind: 'exportChunk', id, exportId: 1, request: { filters: noFilters, format: 'csv' } })
      const reply = await worker.reply(id)
      if (reply.kind !== 'answer' || !reply.value) break
      chunks.push(reply.value)
    }
    expect(chunks).toMatchObject([2, 4, 5, 5].map((done) => ({ done, total: 5 })))
  })

  it('ends an export that is no longer wanted, and can begin another', async () => {
    open()
    await worker.reply(1)
    const request = { filters: noFilters, format: 'geojson' } as const
    worker.ask({ kind: 'exportChunk', id: 2, exportId: 1, request })
    await worker.reply(2)
    worker.ask({ kind: 'endExport', id: 3, exportId: 1 })
    expect(await worker.reply(3)).toEqual({ kind: 'answer', id: 3, value: undefined })
    worker.ask({ kind: 'exportChunk', id: 4, exportId: 2, request })
    expect(await worker.reply(4)).toMatchObject({ value: { done: 2, total: 5 } })
  })

  it('tells the version that is published now', async () => {
    open()
    await worker.reply(1)
    const { version } = await host.publish(records.slice(1))
    worker.ask({ kind: 'latestVersion', id: 2 })
    expect(await worker.reply(2)).toMatchObject({ value: { version, updated: '2025-10-31' } })
  })

  it('answers with the cause of a failure, and goes on', async () => {
    worker.ask({ kind: 'query', id: 7, query: queryWith() })
    expect(await worker.reply(7)).toMatchObject({ kind: 'failure', failure: { code: 'internal' } })
    host.gone.add(host.manifest.columns.name)
    open()
    expect(await worker.reply(1)).toMatchObject({
      kind: 'failure',
      failure: { code: 'missing', file: host.manifest.columns.name },
    })
    host.gone.clear()
    worker.ask({ kind: 'open', id: 8, ref })
    expect(await worker.reply(8)).toMatchObject({ kind: 'answer' })
    worker.ask({
      kind: 'query',
      id: 9,
      query: queryWith({ bins: { unit: 'day', span: { from: 0, to: 1e6 } } }),
    })
    expect(await worker.reply(9)).toMatchObject({ kind: 'failure', failure: { code: 'internal' } })
  })

  it('tells that texts could not be loaded, and answers queries without them', async () => {
    host.gone.add(host.manifest.texts.name)
    open()
    expect(await worker.reply('texts')).toMatchObject({
      state: { kind: 'textsFailed', failure: { code: 'missing' } },
    })
    worker.ask({ kind: 'query', id: 2, query: queryWith({ filters: { text: 'police' } }) })
    expect(await worker.reply(2)).toMatchObject({ value: { total: 5, textPending: true } })
  })
})
