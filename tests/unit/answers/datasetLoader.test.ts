import { describe, expect, it, vi } from 'vitest'
import { createDatasetLoader, type DatasetLoader } from '../../../src/answers/datasetLoader.ts'
import {
  SourceError,
  type DatasetDescription,
  type DatasetVersion,
  type IncidentSource,
  type SourceState,
} from '../../../src/query/incidentSource.ts'
import type { SourceRef } from '../../../src/query/sourceRef.ts'
import { description, fakeSource, held, settled } from '../sources/fakeSource.ts'

const ref: SourceRef = {
  kind: 'published',
  manifestUrl: 'https://atlas.example/manifest.json',
  version: null,
}

interface Opened {
  ref: SourceRef
  source: IncidentSource
  tell: (state: SourceState) => void
}

/** A loader, and the sources that it has opened; `changes` are for the first, the second and so on. */
function load(...changes: Partial<IncidentSource>[]): { loader: DatasetLoader; opened: Opened[] } {
  const opened: Opened[] = []
  const loader = createDatasetLoader(ref, (asked) => {
    const fake = fakeSource(changes[opened.length])
    opened.push({ ref: asked, ...fake })
    return fake.source
  })
  return { loader, opened }
}

const kindOf = (loader: DatasetLoader) => loader.store.getState().kind
const latest = (version: string) => (): Promise<DatasetVersion> =>
  Promise.resolve({ version, updated: '2026-05-07' })

describe('the data set loader', () => {
  it('tells progress, then is ready', async () => {
    const { promise, resolve } = held<DatasetDescription>()
    let tellProgress = () => {}
    const { loader } = load({
      describe: ({ onProgress } = {}) => {
        tellProgress = () => onProgress?.({ stage: 'download', done: 1, total: 2 })
        return promise
      },
    })
    expect(loader.store.getState()).toEqual({ kind: 'loading', progress: null })
    tellProgress()
    expect(loader.store.getState()).toMatchObject({ progress: { done: 1, total: 2 } })
    resolve(description)
    await settled()
    expect(loader.store.getState()).toMatchObject({ kind: 'ready', dataset: { description }, found: null })
  })

  it('closes a source that cannot be opened, tells why, and opens another when asked', async () => {
    const { loader, opened } = load({ describe: () => Promise.reject(new SourceError('unreachable', 'x')) })
    await settled()
    expect(loader.store.getState()).toMatchObject({ kind: 'failed', error: { code: 'unreachable' } })
    expect(opened[0]?.source.close).toHaveBeenCalled()
    loader.retry()
    expect(kindOf(loader)).toBe('loading')
    await settled()
    expect(kindOf(loader)).toBe('ready')
  })

  it('cancels: closes the source, which changes nothing any more', async () => {
    const { promise, resolve } = held<DatasetDescription>()
    const { loader, opened } = load({ describe: () => promise })
    loader.cancel()
    expect(kindOf(loader)).toBe('cancelled')
    expect(opened[0]?.source.close).toHaveBeenCalled()
    resolve(description)
    await settled()
    expect(kindOf(loader)).toBe('cancelled')
    loader.retry()
    await settled()
    expect(kindOf(loader)).toBe('ready')
  })

  it('fails when the open source is lost', async () => {
    const { loader, opened } = load()
    await settled()
    opened[0]?.tell({ kind: 'lost', error: new SourceError('lost', 'worker died') })
    expect(loader.store.getState()).toMatchObject({ kind: 'failed', error: { code: 'lost' } })
  })

  it('closes the source when it is stopped', async () => {
    const { loader, opened } = load()
    await settled()
    loader.stop()
    expect(opened[0]?.source.close).toHaveBeenCalled()
  })
})

describe('looking for a newer version', () => {
  it('finds none where the latest is open', async () => {
    const { loader } = load()
    await settled()
    await loader.revalidate()
    expect(loader.store.getState()).toMatchObject({ kind: 'ready', found: null })
  })

  it('finds it, goes on with the old one, and opens it only when asked', async () => {
    const { loader, opened } = load({ latestVersion: latest('v2') })
    await settled()
    await loader.revalidate()
    expect(loader.store.getState()).toMatchObject({
      kind: 'ready',
      found: { kind: 'data', latest: { version: 'v2' } },
    })
    const found = loader.store.getState()
    await loader.revalidate()
    expect(loader.store.getState()).toBe(found)
    loader.showFound()
    expect(opened[0]?.source.close).toHaveBeenCalled()
    expect(opened[1]?.ref).toEqual({ ...ref, version: 'v2' })
    await settled()
    expect(loader.store.getState()).toMatchObject({ kind: 'ready', found: null })
  })

  it('finds that only a newer page can read it', async () => {
    const { loader } = load({ latestVersion: () => Promise.reject(new SourceError('unsupported', 'x')) })
    await settled()
    await loader.revalidate()
    expect(loader.store.getState()).toMatchObject({ found: { kind: 'page' } })
  })

  it('says nothing where it fails otherwise', async () => {
    const { loader } = load({ latestVersion: () => Promise.reject(new SourceError('unreachable', 'x')) })
    await settled()
    await loader.revalidate()
    expect(loader.store.getState()).toMatchObject({ kind: 'ready', found: null })
  })

  it('looks once for all who ask at the same time', async () => {
    const latestVersion = vi.fn(latest('v2'))
    const { loader } = load({ latestVersion })
    await settled()
    await Promise.all([loader.revalidate(), loader.revalidate()])
    expect(latestVersion).toHaveBeenCalledTimes(1)
  })

  it('follows a failure only where a newer version would explain it', async () => {
    const latestVersion = vi.fn(latest('v2'))
    const { loader } = load({ latestVersion })
    await settled()
    await loader.check(new SourceError('lost', 'x'))
    expect(latestVersion).not.toHaveBeenCalled()
    await loader.check(new SourceError('altered', 'x'))
    expect(loader.store.getState()).toMatchObject({ found: { kind: 'data' } })
  })
})
