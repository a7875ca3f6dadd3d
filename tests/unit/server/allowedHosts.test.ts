import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { serve } from '../../server/serve.ts'
import { silentDataset } from '../../server/silentDataset.ts'

const dataset = silentDataset({
  latestVersion: () => Promise.resolve({ version: 'load-1-a', updated: '2025-01-01' }),
})

/** Status of an answer to a request that names a host. */
function statusFor(url: string, host: string, path = '/api/version'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('a server of some hosts', () => {
  it.each([
    ['localhost', 200],
    ['127.0.0.1:4173', 200],
    ['127.1.2.3', 200],
    ['[::1]:4173', 200],
    ['Atlas.example', 200],
    ['atlas.example:443', 200],
    ['evil.example', 403],
    ['evil.example:4173', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['atlas.example.evil', 403],
  ])('answers what names %s with %i', async (host, status) => {
    const { url } = await serve(dataset, { allowedHosts: ['atlas.example'] })
    expect(await statusFor(url, host)).toBe(status)
    expect(await statusFor(url, host, '/healthz')).toBe(status)
  })

  it('answers all where none are given', async () => {
    const { url } = await serve(dataset)
    expect(await statusFor(url, 'atlas.example')).toBe(200)
  })
})
