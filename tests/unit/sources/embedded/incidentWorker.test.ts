import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import type { IncidentResult } from '../../../../src/query/incidentResult.ts'
import type { Reply, Request } from '../../../../src/sources/embedded/messages.ts'
import { queryWith } from '../../engine/sampleTable.ts'
import { hostRecords, manifestUrl, records, type Host } from './publishedSet.ts'

/** The global of a worker, and what it has said; what it hands over is gone from it, as in a browser. */
class WorkerGlobal extends EventTarget {
  said: Reply[] = []

  postMessage(reply: Reply, options: StructuredSerializeOptions): void {
    this.said.push(structuredClone(reply, options))
  }

  ask(request: Request): void {
    this.dispatchEvent(new MessageEvent('message', { data: request }))
  }

  /** The reply to a question, or the last that it says of its texts: after any progress. */
  reply(of: number | 'texts'): Promise<Reply> {
    return vi.waitFor(
      () => {
        const reply = this.said.find((each) =>
          each.kind === 'texts'
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

const isFinal = (state: Extract<Reply, { kind: 'texts' }>['state']) => state === 'ready' || 'failure' in state

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

const open = () => worker.ask({ kind: 'open', id: 1, manifestUrl, manifest: host.manifest })

describe('the worker', () => {
  it('opens, tells progress in bytes, describes, and then brings texts', async () => {
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
    expect(await worker.reply('texts')).toEqual({ kind: 'texts', state: 'ready' })
    expect(host.asked.toSorted()).toEqual([...first, texts].map(({ name }) => name).toSorted())
  })

  it('answers every question it was sent, again and again, with counts that it hands over', async () => {
    open()
    await worker.reply('texts')
    const bins = { unit: 'month', span: { from: 20_362, to: 20_366 } } as const
    for (const id of [2, 3]) worker.ask({ kind: 'query', id, query: queryWith({ bins }) })
    const answers = await Promise.all([2, 3].map((id) => worker.reply(id)))
    const [first, second] = answers.map((reply) => (reply.kind === 'answer' ? reply.value : null))
    expect(first).toEqual(second)
    const result = first as IncidentResult
    expect(result.total).toBe(5)
    expect([...(result.histogram?.certain ?? [])]).toEqual([5, 0, 0, 0, 0, 0])
    expect(result.facets.actor?.[0]).toBe(5)
  })

  it('gives records and files', async () => {
    open()
    await worker.reply(1)
    worker.ask({ kind: 'incident', id: 2, incidentId: 'i3' })
    worker.ask({ kind: 'export', id: 3, filters: noFilters, format: 'csv' })
    worker.ask({ kind: 'incident', id: 4, incidentId: 'gone' })
    expect(await worker.reply(2)).toMatchObject({ kind: 'answer', value: { incident: records[2] } })
    expect(await worker.reply(3)).toMatchObject({ kind: 'answer' })
    expect(await worker.reply(4)).toEqual({ kind: 'answer', id: 4, value: undefined })
  })

  it('tells why it cannot, and goes on', async () => {
    worker.ask({ kind: 'query', id: 7, query: queryWith() })
    expect(await worker.reply(7)).toMatchObject({ kind: 'failure', failure: { code: 'internal' } })
    host.gone.add(host.manifest.columns.name)
    open()
    expect(await worker.reply(1)).toMatchObject({
      kind: 'failure',
      failure: { code: 'missing', file: host.manifest.columns.name },
    })
    host.gone.clear()
    worker.ask({ kind: 'open', id: 8, manifestUrl, manifest: host.manifest })
    expect(await worker.reply(8)).toMatchObject({ kind: 'answer' })
    worker.ask({
      kind: 'query',
      id: 9,
      query: queryWith({ bins: { unit: 'day', span: { from: 0, to: 1e6 } } }),
    })
    expect(await worker.reply(9)).toMatchObject({ kind: 'failure', failure: { code: 'internal' } })
  })

  it('tells that texts failed, and answers without them', async () => {
    host.gone.add(host.manifest.texts.name)
    open()
    expect(await worker.reply('texts')).toMatchObject({ state: { failure: { code: 'missing' } } })
    worker.ask({ kind: 'query', id: 2, query: queryWith({ filters: { text: 'police' } }) })
    expect(await worker.reply(2)).toMatchObject({ value: { total: 5, textPending: true } })
  })
})
