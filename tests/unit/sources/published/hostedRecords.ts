import { vi } from 'vitest'
import type { Incident } from '../../../../src/incidents/incident.ts'
import type { Manifest } from '../../../../src/published/manifest.ts'
import { publishDataset, type OutputFile } from '../../../../src/published/publishDataset.ts'
import { about, actors, incidentWith, places } from '../../incidents/sampleRecords.ts'

export const manifestUrl = 'https://atlas.example/set/manifest.json'
export const ref = { kind: 'published', manifestUrl, version: null } as const

/** Five incidents, the later of which name earlier ones as related; a page holds two. */
export const records: Incident[] = [1, 2, 3, 4, 5].map((day) =>
  incidentWith({
    id: `i${day}`,
    title: { en: `Clash ${day}`, ar: 'اشتباك' },
    date: { start: `2025-10-0${day}`, precision: 'day' },
    related: day > 2 ? ['i2', 'i1', 'gone', 'i2'] : [],
    sources: [
      {
        id: 's1',
        publisher: 'The Paper',
        url: `https://example.org/${day}`,
        lang: 'en',
        published: '2025-10-09',
      },
    ],
  }),
)

/** A host with a published data set, which `fetch` reaches until globals are unstubbed. */
export interface Host {
  manifest: Manifest
  /** File names, in the order in which they were requested. */
  asked: string[]
  /** The cache mode of each request for the manifest. */
  manifestCaches: (RequestCache | undefined)[]
  /** Names of files that the host does not have. */
  gone: Set<string>
  /** Publishes other records in place of those before. */
  publish(incidents: readonly Incident[]): Promise<Manifest>
}

export async function hostRecords(): Promise<Host> {
  let files: OutputFile[] = []
  const publish = async (incidents: readonly Incident[]) => {
    const published = await publishDataset({ about, actors, places, incidents }, { pageSize: 2 })
    files = published.files
    return published.manifest
  }
  const host: Host = {
    manifest: await publish(records),
    asked: [],
    manifestCaches: [],
    gone: new Set(),
    async publish(incidents) {
      host.manifest = await publish(incidents)
      return host.manifest
    },
  }
  vi.stubGlobal('fetch', (url: string, { cache, signal }: RequestInit = {}) => {
    if (signal?.aborted) return Promise.reject(signal.reason as Error)
    const name = new URL(url).pathname.replace('/set/', '')
    host.asked.push(name)
    if (name === 'manifest.json') host.manifestCaches.push(cache)
    const file = files.find((each) => each.name === name)
    if (!file || host.gone.has(name)) return Promise.resolve(new Response('', { status: 404 }))
    return Promise.resolve(new Response(Uint8Array.from(file.bytes)))
  })
  return host
}
