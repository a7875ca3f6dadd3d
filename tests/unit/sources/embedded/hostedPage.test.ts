import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPublished } from '../../../../src/sources/embedded/openedDataset.ts'
import { hostRecords, manifestUrl } from './publishedSet.ts'

afterEach(() => void vi.unstubAllGlobals())

describe('a host that answers with its page where it has no file', () => {
  it('is said to lack the file', async () => {
    const { manifest } = await hostRecords()
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<!doctype html>', { headers })))
    await expect(openPublished(manifestUrl, manifest, () => {})).rejects.toMatchObject({
      name: 'SourceError',
      code: 'missing',
      message: 'answered with a page',
    })
  })

  it('is found out although it names another kind', async () => {
    const { manifest } = await hostRecords()
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<!doctype html>')))
    await expect(openPublished(manifestUrl, manifest, () => {})).rejects.toMatchObject({ code: 'altered' })
  })
})
