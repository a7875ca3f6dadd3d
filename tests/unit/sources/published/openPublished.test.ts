import { afterEach, describe, expect, it, vi } from 'vitest'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import type { ExportRequest } from '../../../../src/query/incidentSource.ts'
import type { EmbeddedDataset } from '../../../../src/sources/embedded/embeddedDataset.ts'
import { openPublished } from '../../../../src/sources/published/openPublished.ts'
import { queryWith } from '../../engine/sampleTable.ts'
import { incidentWith } from '../../incidents/sampleRecords.ts'
import { hostRecords, manifestUrl, records, ref } from './hostedRecords.ts'

const open = () => openPublished(ref, () => {})

async function fileOf(dataset: EmbeddedDataset, request: ExportRequest): Promise<string> {
  const parts: BlobPart[] = []
  for await (const { bytes } of dataset.export(request, new AbortController().signal)) parts.push(bytes)
  return new Blob(parts).text()
}

afterEach(() => void vi.unstubAllGlobals())

describe('an opened data set', () => {
  it('describes itself with its version', async () => {
    const { manifest } = await hostRecords()
    const dataset = await open()
    expect(dataset.describe()).toMatchObject({
      version: manifest.version,
      incidents: 5,
      days: { from: 20_362, to: 20_366 },
    })
    expect(await dataset.latestVersion()).toEqual({ version: manifest.version, updated: '2025-10-31' })
  })

  it('gives a record with its related incidents, each once, in time order', async () => {
    await hostRecords()
    const dataset = await open()
    const details = await dataset.incident('i4')
    expect(details?.incident).toEqual(records[3])
    expect(details?.summary.id).toBe('i4')
    expect(details?.related.map(({ id }) => id)).toEqual(['i1', 'i2'])
    expect(await dataset.incident('gone')).toBeUndefined()
  })

  it('answers before its texts have come, and tells that a search lacks them', async () => {
    await hostRecords()
    const dataset = await open()
    const query = queryWith({ filters: { text: 'clash 3' } })
    const { list, textPending } = dataset.query(query)
    expect(textPending).toBe(true)
    expect(list.rows.map(({ title }) => title)).toEqual([])
    await dataset.loadTexts(() => {})
    expect(dataset.query(query)).toMatchObject({
      textPending: false,
      list: { rows: [{ id: 'i3', title: { en: 'Clash 3' } }] },
    })
  })

  it('answers whole and exact', async () => {
    await hostRecords()
    expect((await open()).query(queryWith())).toMatchObject({ exactness: { kind: 'exact' }, total: 5 })
  })

  it('exports what passes the filters, oldest first, page by page with the records written so far', async () => {
    const { asked } = await hostRecords()
    const dataset = await open()
    const request = {
      filters: { ...noFilters, days: { from: 20_363, to: null } },
      format: 'geojson',
    } as const
    const { features } = JSON.parse(await fileOf(dataset, request)) as { features: { id: string }[] }
    expect(features.map(({ id }) => id)).toEqual(['i2', 'i3', 'i4', 'i5'])
    expect(asked.filter((name) => name.startsWith('pages/')).toSorted()).toEqual([
      'pages/0.json.gz',
      'pages/1.json.gz',
      'pages/2.json.gz',
    ])
    const progress = []
    for await (const { done, total } of dataset.export(request, new AbortController().signal))
      progress.push([done, total])
    expect(progress).toEqual([
      [1, 4],
      [3, 4],
      [4, 4],
      [4, 4],
    ])
  })

  it('exports a whole file where nothing passes', async () => {
    await hostRecords()
    const dataset = await open()
    const filters = { ...noFilters, days: { from: 30_000, to: null } }
    expect(JSON.parse(await fileOf(dataset, { filters, format: 'geojson' }))).toMatchObject({ features: [] })
    expect(await fileOf(dataset, { filters, format: 'csv' })).toMatch(/^id,date_start,[^\n]*\r\n$/)
  })

  it('tells why a page of an export cannot be had', async () => {
    const { gone } = await hostRecords()
    const dataset = await open()
    gone.add('pages/2.json.gz')
    await expect(fileOf(dataset, { filters: noFilters, format: 'csv' })).rejects.toMatchObject({
      code: 'missing',
      file: 'pages/2.json.gz',
    })
  })
})

describe('opening', () => {
  it('asks once more, past every cache, where the host answers with another version than expected', async () => {
    const { manifest, manifestCaches } = await hostRecords()
    await openPublished({ ...ref, version: manifest.version }, () => {})
    expect(manifestCaches).toEqual(['no-cache'])
    const dataset = await openPublished({ ...ref, version: 'newer' }, () => {})
    expect(manifestCaches).toEqual(['no-cache', 'no-cache', 'reload'])
    expect(dataset.describe().version).toBe(manifest.version)
  })

  it('opens the new version where it replaces the old one while that is being read', async () => {
    const host = await hostRecords()
    const reach = fetch
    let replaced: string | undefined
    vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
      const response = await reach(url, options)
      if (url === manifestUrl && replaced === undefined)
        replaced = (await host.publish([...records, incidentWith({ id: 'new' })])).version
      return response
    })
    const dataset = await open()
    expect(dataset.describe()).toMatchObject({ version: replaced, incidents: 6 })
  })

  it('fails where a file is missing of the version that is published', async () => {
    const { manifest, gone, asked } = await hostRecords()
    gone.add(manifest.columns.name)
    await expect(open()).rejects.toMatchObject({ code: 'missing', file: manifest.columns.name })
    expect(asked.filter((name) => name === manifest.columns.name)).toHaveLength(1)
  })

  it.each<[string, () => Promise<Response>, string]>([
    ['is missing', () => Promise.resolve(new Response('', { status: 404 })), 'missing'],
    ['is not JSON', () => Promise.resolve(new Response('<!doctype html>')), 'malformed'],
    [
      'is of another version of the form',
      () => Promise.resolve(new Response('{"schemaVersion": 99}')),
      'unsupported',
    ],
    ['lacks a part', () => Promise.resolve(new Response('{"schemaVersion": 4}')), 'malformed'],
    ['cannot be reached', () => Promise.reject(new TypeError('offline')), 'unreachable'],
  ])('tells that the manifest %s', async (_, answer, code) => {
    vi.stubGlobal('fetch', answer)
    await expect(open()).rejects.toMatchObject({ name: 'SourceError', code, file: manifestUrl })
  })
})

describe('a host that answers with a page of its own where it has no file', () => {
  const withHtml = async (headers: Record<string, string>) => {
    await hostRecords()
    const reach = fetch
    vi.stubGlobal('fetch', (url: string, options?: RequestInit) =>
      url === manifestUrl
        ? reach(url, options)
        : Promise.resolve(new Response('<!doctype html>', { headers })),
    )
  }

  it('is said to lack the file', async () => {
    await withHtml({ 'content-type': 'text/html; charset=utf-8' })
    await expect(open()).rejects.toMatchObject({ name: 'SourceError', code: 'missing' })
  })

  it('fails the checksum where it gives the page another type', async () => {
    await withHtml({ 'content-type': 'application/gzip' })
    await expect(open()).rejects.toMatchObject({ code: 'altered' })
  })
})
