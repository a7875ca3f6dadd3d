import { afterEach, describe, expect, it, vi } from 'vitest'
import { createColumnsBuilder } from '../../../../src/incidents/columnsBuilder.ts'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import { SourceError, type ExportFormat, type IncidentSource } from '../../../../src/query/incidentSource.ts'
import { createLocalSource } from '../../../../src/sources/embedded/localSource.ts'
import { openPublished } from '../../../../src/sources/embedded/openedDataset.ts'
import { queryWith, world } from '../../engine/sampleTable.ts'
import { about, actors, places } from '../../incidents/sampleRecords.ts'
import { hostRecords, manifestUrl, records } from './publishedSet.ts'

function build() {
  const builder = createColumnsBuilder(actors, places)
  for (const record of records) builder.append(record)
  return builder.build()
}

function local(texts: 'now' | 'never' | 'failing' = 'now'): IncidentSource {
  const built = build()
  const coming = {
    now: () => built.texts,
    never: () => new Promise<never>(() => {}),
    failing: () => Promise.reject(new Error('no texts')),
  }[texts]()
  return createLocalSource({ about, columns: built.columns, texts: coming, records })
}

/** The order of keys is the file's, and says nothing. */
const contentOf = (text: string, format: ExportFormat): unknown =>
  format === 'csv' ? text : JSON.parse(text)

/** How the texts end; a loaded machine tells of progress before. */
const untilTexts = (source: IncidentSource) =>
  new Promise((resolve) => {
    source.onTexts((state) => {
      if (state === 'ready' || state instanceof SourceError) resolve(state)
    })
  })

const everything = queryWith({
  map: { bounds: world, zoom: 5, mode: 'cells' },
  bins: { unit: 'day', span: { from: 20_360, to: 20_370 } },
  open: 'i2',
})

afterEach(() => void vi.unstubAllGlobals())

describe('a source on this thread', () => {
  it('answers as the published data set does', async () => {
    const { manifest } = await hostRecords()
    const published = await openPublished(manifestUrl, manifest, () => {})
    await published.texts(() => {})
    const source = local()
    expect(await untilTexts(source)).toBe('ready')
    expect(await source.describe()).toEqual(published.describe())
    for (const text of ['', 'clash 3', 'https://example.org/4', 'اشتباك'])
      expect(await source.query({ ...everything, filters: { ...noFilters, text } })).toEqual(
        published.query({ ...everything, filters: { ...noFilters, text } }),
      )
    expect(await source.incident('i4')).toEqual(await published.incident('i4'))
    for (const format of ['csv', 'geojson'] as const) {
      const filters = { ...noFilters, days: { from: 20_364, to: null } }
      const [here, there] = [
        await source.exportFile(filters, format),
        await published.exportFile(filters, format),
      ]
      expect(here.type).toBe(there.type)
      expect(contentOf(await here.text(), format)).toEqual(contentOf(await there.text(), format))
    }
  })

  it('gives a record with what is related, each once, in time order', async () => {
    const details = await local().incident('i4')
    expect(details?.incident).toEqual(records[3])
    expect(details?.summary.id).toBe('i4')
    expect(details?.related.map(({ id }) => id)).toEqual(['i1', 'i2'])
    expect(await local().incident('gone')).toBeUndefined()
  })

  it('exports what passes, oldest first', async () => {
    const file = await local().exportFile({ ...noFilters, days: { from: null, to: 20_364 } }, 'geojson')
    const { features } = JSON.parse(await file.text()) as { features: { id: string }[] }
    expect(features.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3'])
    expect(file.type).toBe('application/geo+json')
    expect((await local().exportFile(noFilters, 'csv')).type).toBe('text/csv;charset=utf-8')
  })

  it('answers before its texts have come, and says what is pending', async () => {
    const { list, textPending } = await local('never').query(queryWith({ filters: { text: 'police' } }))
    expect(textPending).toBe(true)
    expect(list.rows.map(({ title }) => title)).toEqual(records.map(() => ({})))
  })

  it('tells that texts failed, also to those who listen late; not to those who stopped', async () => {
    const source = local('failing')
    expect(await untilTexts(source)).toMatchObject({ name: 'SourceError', code: 'internal' })
    const stopped = vi.fn<(outcome: unknown) => void>()
    source.onTexts(stopped)()
    expect(await untilTexts(source)).toMatchObject({ code: 'internal' })
    expect(stopped).not.toHaveBeenCalled()
  })

  it('rejects what cannot be answered', async () => {
    const source = local()
    await expect(
      source.query(queryWith({ bins: { unit: 'day', span: { from: 0, to: 100_000 } } })),
    ).rejects.toMatchObject({ name: 'SourceError', code: 'internal' })
    await expect(source.describe({ signal: AbortSignal.abort('no more') })).rejects.toBe('no more')
    source.close()
    await expect(source.describe()).rejects.toMatchObject({ code: 'lost' })
  })
})
