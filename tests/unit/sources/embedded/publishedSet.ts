import { vi } from 'vitest'
import { publishDataset, type OutputFile } from '../../../../src/published/publishDataset.ts'
import type { Incident } from '../../../../src/incidents/incident.ts'
import type { Manifest } from '../../../../src/published/manifest.ts'
import { about, actors, incidentWith, places } from '../../incidents/sampleRecords.ts'

export const manifestUrl = 'https://atlas.example/set/manifest.json'

/** Five incidents, the later of which name earlier ones; a page holds two. */
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

export interface Host {
  manifest: Manifest
  /** File names, in the order in which they were asked for. */
  asked: string[]
  /** Names of files that the host does not have. */
  gone: Set<string>
}

/** Publishes the records on a host that `fetch` reaches until globals are unstubbed. */
export async function hostRecords(): Promise<Host> {
  const { manifest, files } = await publishDataset(
    { about, actors, places, incidents: records },
    { pageSize: 2 },
  )
  const host: Host = { manifest, asked: [], gone: new Set() }
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(answerTo(url, files, host)))
  return host
}

function answerTo(url: string, files: readonly OutputFile[], host: Host): Response {
  const name = new URL(url).pathname.replace('/set/', '')
  host.asked.push(name)
  const file = files.find((each) => each.name === name)
  if (!file || host.gone.has(name)) return new Response('', { status: 404 })
  return new Response(Uint8Array.from(file.bytes))
}
