import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SourceErrorCode } from '../../../../src/query/incidentSource.ts'
import { fetchPublished } from '../../../../src/sources/published/fetchPublished.ts'

const content = new TextEncoder().encode('what was published')
const packed = gzipSync(content)
const file = {
  name: 'a.gz',
  bytes: packed.length,
  sha256: createHash('sha256').update(content).digest('hex'),
}
const manifestUrl = 'https://atlas.example/set/manifest.json'

function answer(body: BodyInit | null, status = 200) {
  const fetching = vi.fn<(url: string) => Promise<Response>>(() =>
    Promise.resolve(new Response(body, { status })),
  )
  vi.stubGlobal('fetch', fetching)
  return fetching
}

afterEach(() => void vi.unstubAllGlobals())

describe('a file of a published data set', () => {
  it('is fetched from beside its manifest, at a URL that changes with its content', async () => {
    const fetching = answer(packed)
    let bytes = 0
    expect(await fetchPublished(manifestUrl, file, { onBytes: (n) => (bytes += n) })).toEqual(content)
    expect(fetching.mock.calls[0]?.[0]).toBe(`https://atlas.example/set/a.gz?v=${file.sha256.slice(0, 12)}`)
    expect(bytes).toBe(packed.length)
  })

  it('may be unpacked by the host', async () => {
    answer(content)
    expect(await fetchPublished(manifestUrl, file)).toEqual(content)
  })

  it.each<[string, () => void, SourceErrorCode]>([
    ['missing', () => answer('', 404), 'missing'],
    ['short', () => answer(packed.subarray(0, 20)), 'truncated'],
    [
      'another',
      () => answer(gzipSync('something else, and rather longer than what was published')),
      'altered',
    ],
    ['a page of HTML', () => answer('<!doctype html>'), 'altered'],
    [
      'unreachable',
      () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline'))),
      'unreachable',
    ],
  ])('fails with its own code where it is %s', async (_, prepare, code) => {
    prepare()
    await expect(fetchPublished(manifestUrl, file)).rejects.toMatchObject({ name: 'SourceError', code })
  })
})
