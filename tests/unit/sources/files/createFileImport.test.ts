import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FileImport } from '../../../../src/query/fileImport.ts'
import type { ImportReport } from '../../../../src/query/importReport.ts'
import { createFileImport } from '../../../../src/sources/files/createFileImport.ts'
import { stubWorker, type FakeWorker } from '../embedded/fakeWorker.ts'
import { description } from '../fakeSource.ts'

const report: ImportReport = { files: [], incidents: 3, days: null, bounds: null }
const files = [new File(['x'], 'a.csv')]
const gazetteerUrl = 'https://atlas.example/map/gazetteer/places.tsv.gz'

let worker: FakeWorker
let made: FileImport

beforeEach(() => {
  worker = stubWorker()
  vi.stubGlobal('document', { baseURI: 'https://atlas.example/map/' })
  made = createFileImport(files)
})
afterEach(() => void vi.unstubAllGlobals())

/** Reports, and lets the worker answer. */
async function reported(choices = {}) {
  const reporting = made.report(choices)
  worker.say({ kind: 'answer', id: worker.asked.length, value: report })
  await reporting
}

describe('files of the user in a worker', () => {
  it('are sent once, and reported again by other choices', async () => {
    await reported()
    await reported({ a: { skip: true } })
    expect(worker.asked).toEqual([
      { kind: 'importFiles', id: 1, given: { files, gazetteerUrl }, choices: {} },
      { kind: 'importFiles', id: 2, given: null, choices: { a: { skip: true } } },
    ])
  })

  it('end their worker when the reading is cancelled, and begin anew', async () => {
    const abort = new AbortController()
    const reporting = made.report({}, { signal: abort.signal })
    abort.abort()
    await expect(reporting).rejects.toMatchObject({ name: 'AbortError' })
    expect(worker.isTerminated).toBe(true)
    worker = stubWorker()
    await reported()
    expect(worker.asked[0]).toMatchObject({ given: { files } })
  })

  it('keep their worker when a later report is cancelled', async () => {
    await reported()
    const abort = new AbortController()
    const reporting = made.report({}, { signal: abort.signal })
    abort.abort()
    await expect(reporting).rejects.toMatchObject({ name: 'AbortError' })
    expect(worker.isTerminated).toBe(false)
    expect(worker.asked.at(-1)).toMatchObject({ kind: 'endImport' })
  })

  it('open as a source, whose closing leaves them open', async () => {
    await reported()
    const source = made.open(null)
    const opening = source.describe()
    await vi.waitFor(() =>
      expect(worker.asked.at(-1)).toMatchObject({ kind: 'openFiles', besideManifest: null }),
    )
    worker.say({ kind: 'answer', id: worker.asked.length, value: description })
    expect(await opening).toEqual(description)
    const call = source.incident('a')
    source.close()
    await expect(call).rejects.toMatchObject({ code: 'lost' })
    expect(worker.isTerminated).toBe(false)
    made.close()
    expect(worker.isTerminated).toBe(true)
  })

  it('are read again by the last choices where their worker has died', async () => {
    await reported({ a: { skip: true } })
    const states: string[] = []
    made.open(null).onState(({ kind }) => states.push(kind))
    await Promise.resolve()
    worker.fail('out of memory')
    expect(states).toEqual(['texts', 'lost'])
    worker = stubWorker()
    const opening = made.open(null).describe()
    worker.say({ kind: 'answer', id: 1, value: report })
    await vi.waitFor(() => expect(worker.asked.at(-1)).toMatchObject({ kind: 'openFiles' }))
    worker.say({ kind: 'answer', id: 2, value: description })
    expect(await opening).toEqual(description)
    expect(worker.asked[0]).toMatchObject({ given: { files }, choices: { a: { skip: true } } })
  })
})
