import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Manifest, PublishedFile } from '../../../../src/published/manifest.ts'
import { publishDataset } from '../../../../src/published/publishDataset.ts'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import { openPublished } from '../../../../src/sources/published/openPublished.ts'
import { queryWith } from '../../engine/sampleTable.ts'
import { about, actors, incidentWith, places } from '../../incidents/sampleRecords.ts'
import { ref } from './hostedRecords.ts'

const incidents = [1, 2, 3].map((day) =>
  incidentWith({ id: `i${day}`, date: { start: `2025-10-0${day}`, precision: 'day' } }),
)

/** Content and entry of a file whose JSON is replaced. */
function repacked(name: string, value: unknown): { file: PublishedFile; bytes: Uint8Array } {
  const content = new TextEncoder().encode(JSON.stringify(value))
  const bytes = gzipSync(content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { file: { name, bytes: bytes.length, sha256 }, bytes }
}

const valueOf = (packed: Uint8Array): unknown => JSON.parse(gunzipSync(packed).toString())

/** A small data set as version 4 was written, by file name. */
async function version4(): Promise<Map<string, Uint8Array>> {
  const { manifest, files } = await publishDataset({ about, actors, places, incidents }, { pageSize: 2 })
  const host = new Map(files.map(({ name, bytes }) => [name, bytes]))
  const pages = [...host.keys()]
    .filter((name) => name.startsWith('pages/'))
    .map((name) => {
      const records = valueOf(host.get(name) ?? new Uint8Array()) as typeof incidents
      const older = records.map(({ place: { lng, ...place }, ...record }) => ({
        ...record,
        place: { ...place, lon: lng },
      }))
      const { file, bytes } = repacked(name, older)
      host.set(name, bytes)
      return file
    })
  const list = repacked(manifest.pages.name, pages)
  host.set(list.file.name, list.bytes)
  const older: Manifest = { ...manifest, schemaVersion: 4, pages: list.file }
  host.set('manifest.json', new TextEncoder().encode(JSON.stringify(older)))
  return host
}

let host: Map<string, Uint8Array>

beforeEach(async () => {
  host = await version4()
  vi.stubGlobal('fetch', (url: string) => {
    const bytes = host.get(new URL(url).pathname.replace('/set/', ''))
    return Promise.resolve(bytes ? new Response(Uint8Array.from(bytes)) : new Response('', { status: 404 }))
  })
})
afterEach(() => void vi.unstubAllGlobals())

const open = () => openPublished(ref, () => {})

describe('a data set of schema version 4', () => {
  it('holds records in the older form', () => {
    expect(valueOf(host.get('pages/0.json.gz') ?? new Uint8Array())).toMatchObject([
      { place: { lon: 36.5 } },
      { place: { lon: 36.5 } },
    ])
  })

  it('is opened, and lacks the facet of weapons', async () => {
    const dataset = await open()
    expect(dataset.describe()).toMatchObject({ incidents: 3, totals: { type: expect.anything() as unknown } })
    expect(dataset.describe().totals).not.toHaveProperty('weapon')
    expect(dataset.query(queryWith())).toMatchObject({ total: 3 })
  })

  it("gives records with today's field names, one by one and in exports", async () => {
    const dataset = await open()
    expect((await dataset.incident('i2'))?.incident).toEqual(incidents[1])
    const parts: BlobPart[] = []
    const request = { filters: noFilters, format: 'csv' } as const
    for await (const { bytes } of dataset.export(request, new AbortController().signal)) parts.push(bytes)
    expect(await new Blob(parts).text()).toMatch(/\r\ni3,.*,36\.5,36\.25,/)
  })

  it('is refused where a record has a field that no version knows', async () => {
    const page = repacked('pages/1.json.gz', [{ ...incidents[2], place: { ...incidents[2]?.place, lon: 1 } }])
    host.set('pages/1.json.gz', page.bytes)
    const pages = valueOf(host.get('pages.json.gz') ?? new Uint8Array()) as PublishedFile[]
    const list = repacked('pages.json.gz', [pages[0], page.file])
    host.set('pages.json.gz', list.bytes)
    const manifest = JSON.parse(new TextDecoder().decode(host.get('manifest.json'))) as Manifest
    host.set('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, pages: list.file })))
    await expect((await open()).incident('i3')).rejects.toMatchObject({ code: 'malformed' })
  })
})
