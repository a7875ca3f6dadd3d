import { tableFromColumns, tableToIPC } from '@uwdata/flechette'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishDataset, publishInOrder, type OutputFile } from '../../../src/published/publishDataset.ts'
import { ArrowReader } from '../../../src/published/arrowReader.ts'
import { codedColumn } from '../../../src/published/arrowWriter.ts'
import { columnsToArrow, listsToArrow } from '../../../src/published/publishedTables.ts'
import { textAt, type IncidentColumns } from '../../../src/incidents/columns.ts'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import { LATEST_DAY, parseDay } from '../../../src/incidents/day.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import { eventTypes } from '../../../src/incidents/vocabulary.ts'
import { unpackPublished } from '../../../src/published/publishedFile.ts'
import { readDictionaries } from '../../../src/published/readDictionaries.ts'
import { readPage } from '../../../src/published/readPage.ts'
import { readColumns, readTexts } from '../../../src/published/readPublished.ts'
import type { Manifest, PublishedFile } from '../../../src/published/manifest.ts'
import { readManifest, readPageList } from '../../../src/published/readManifest.ts'
import { about, actors, incidentLists, incidentWith, places } from '../incidents/sampleRecords.ts'

const publish = (incidents: Incident[]) =>
  publishDataset({ about, actors, places, incidents }, { pageSize: 5 })

function bytesOf(files: OutputFile[], name: string): Uint8Array {
  const file = files.find((each) => each.name === name)
  if (!file) throw new Error(`no file ${name}`)
  return file.bytes
}

async function readAll(files: OutputFile[]) {
  const manifest = readManifest(new TextDecoder().decode(bytesOf(files, 'manifest.json')), 'manifest.json')
  const content = (file: PublishedFile) => unpackPublished(bytesOf(files, file.name), file)
  const dictionaries = readDictionaries(await content(manifest.dictionaries), manifest)
  const columns = readColumns(
    await content(manifest.columns),
    await itemsOf(files, manifest),
    manifest,
    dictionaries,
  )
  const texts = readTexts(await content(manifest.texts), manifest)
  const list = readPageList(new TextDecoder().decode(await content(manifest.pages)), manifest.pages.name)
  const pages = await Promise.all(
    list.map(async (file, page) => readPage(await content(file), manifest, page, file.name)),
  )
  return { manifest, columns, texts, records: pages.flat() }
}

async function itemsOf(files: OutputFile[], { lists }: Manifest) {
  const content = (file: PublishedFile) => unpackPublished(bytesOf(files, file.name), file)
  return {
    actors: await content(lists.actors),
    publishers: await content(lists.publishers),
    tags: await content(lists.tags),
  }
}

function dayOf(incident: Incident): number {
  return parseDay(incident.date.start) ?? 0
}

function inTimeOrder(incidents: Incident[]): Incident[] {
  return incidents.toSorted((a, b) => dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : 1))
}

async function packedColumns() {
  const { manifest, files } = await publish([incidentWith({})])
  return { file: manifest.columns, bytes: bytesOf(files, manifest.columns.name) }
}

/** The columns of a small data set, with some replaced, written and read again. */
async function readWith(changed: Partial<IncidentColumns>): Promise<IncidentColumns> {
  const { manifest, columns } = await readAll((await publish([incidentWith({})])).files)
  const all = { ...columns, ...changed }
  return readColumns(columnsToArrow(all), listsToArrow(all), manifest, columns.dictionaries)
}

describe('a published data set', () => {
  it('is read back as it was built, in time order', async () => {
    await fc.assert(
      fc.asyncProperty(incidentLists, async (incidents) => {
        const builder = createColumnsBuilder(actors, places)
        for (const incident of inTimeOrder(incidents)) builder.append(incident)
        const built = builder.build()
        const read = await readAll((await publish(incidents)).files)
        expect(read.columns).toEqual(built.columns)
        expect(read.texts.rows).toBe(incidents.length)
        for (let row = 0; row < incidents.length; row++) {
          expect(textAt(read.texts.title.en, row)).toBe(textAt(built.texts.title.en, row))
          expect(textAt(read.texts.summary.ar, row)).toBe(textAt(built.texts.summary.ar, row))
          expect(textAt(read.texts.urls, row)).toBe(textAt(built.texts.urls, row))
        }
        expect(read.records).toEqual(inTimeOrder(incidents))
      }),
      { numRuns: 40 },
    )
  })

  it('may say nothing of its licence, citation and coverage', async () => {
    const { licence, citation, coverage, ...bare } = about
    expect([licence, citation, coverage]).not.toContain(undefined)
    const { files } = await publishDataset({ about: bare, actors, places, incidents: [incidentWith({})] })
    expect((await readAll(files)).manifest.about).toEqual(bare)
  })

  it('may have no incidents', async () => {
    const { manifest, columns, records } = await readAll((await publish([])).files)
    expect([manifest.rows, records.length, columns.rows, columns.day.length]).toEqual([0, 0, 0, 0])
  })

  it('has the same bytes for the same records in any order, and another version for other records', async () => {
    const [one, two] = [incidentWith({}), incidentWith({ id: 'two' })]
    const first = await publish([one, two])
    expect(await publish([two, one])).toEqual(first)
    expect(first.manifest.generated).toBe('2025-10-31T00:00:00.000Z')
    const changed = await publish([one, { ...two, title: { en: 'Two' } }])
    expect(changed.manifest.version).not.toBe(first.manifest.version)
  })
})

it('publishing refuses records that are out of order, by day or by id', async () => {
  const [a, b] = [incidentWith({ id: 'a' }), incidentWith({ id: 'b' })]
  const later = incidentWith({ id: 'later', date: { start: '2026-01-01', precision: 'day' } })
  for (const incidents of [
    [b, a],
    [later, a],
  ])
    await expect(publishInOrder({ about, actors, places, incidents }, {}, () => {})).rejects.toThrow(
      /out of order/,
    )
})

describe('unpackPublished', () => {
  const content = new TextEncoder().encode('[]'.repeat(100))

  it('takes a file that the host has already unpacked', async () => {
    const { file, bytes } = await packedColumns()
    const unpacked = await unpackPublished(bytes, file)
    expect(await unpackPublished(unpacked, file)).toEqual(unpacked)
  })

  it('refuses fewer bytes as truncated', async () => {
    const { file, bytes } = await packedColumns()
    await expect(unpackPublished(bytes.subarray(0, -1), file)).rejects.toMatchObject({ code: 'truncated' })
  })

  it('refuses a file of which any byte is changed', async () => {
    const { file, bytes } = await packedColumns()
    // Bytes 4 to 9 of gzip's header (time, flags, system) do not affect the content.
    for (let at = 10; at < bytes.length; at += 41) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      await expect(unpackPublished(changed, file)).rejects.toMatchObject({ code: 'altered' })
    }
    await expect(unpackPublished(content, file)).rejects.toMatchObject({ code: 'altered', file: file.name })
  })
})

describe('readColumns', () => {
  it('reads the codes of a shorter vocabulary, as older data has it, and of no other', () => {
    const older = eventTypes.slice(0, 6)
    const codes = Uint8Array.of(5, 0)
    const fileOf = (words: readonly string[]) => {
      const bytes = tableToIPC(tableFromColumns([['type', codedColumn(codes, words)]]), { format: 'file' })
      if (!bytes) throw new TypeError('no bytes were written')
      return new ArrowReader(bytes, 2, 'columns.arrow')
    }
    expect(fileOf(older).codes('type', eventTypes)).toEqual(codes)
    expect(() => fileOf(eventTypes).codes('type', older)).toThrow('words of type')
    expect(() => fileOf(older.toReversed()).codes('type', eventTypes)).toThrow('words of type')
    expect(() => fileOf(eventTypes.slice(0, 5)).codes('type', eventTypes)).toThrow('unknown code')
  })

  it.each<[string, Partial<IncidentColumns>]>([
    ['an unknown code', { type: Uint8Array.of(eventTypes.length) }],
    ['a negative code', { status: Uint8Array.of(255) }],
    ['an unknown actor', { actors: { offsets: Uint32Array.of(0, 1), ids: Uint32Array.of(actors.length) } }],
    ['a list beyond its items', { tags: { offsets: Uint32Array.of(0, 9), ids: Uint32Array.of(0) } }],
    ['items beyond their lists', { tags: { offsets: Uint32Array.of(0, 0), ids: Uint16Array.of(0) } }],
    ['offsets that fall', { id: { offsets: Uint32Array.of(2, 1), bytes: Uint8Array.of(97, 98) } }],
    ['a text beyond its bytes', { id: { offsets: Uint32Array.of(0, 99), bytes: Uint8Array.of(97) } }],
    ['a position off the globe', { lat: Float32Array.of(91) }],
    ['half a position', { lng: Float32Array.of(Number.NaN) }],
    ['days in the wrong order', { dayFrom: Int32Array.of(30_000) }],
    ['a day beyond the calendar', { dayTo: Int32Array.of(LATEST_DAY + 1) }],
    ['a count below none', { fatalitiesMin: Int32Array.of(-2) }],
  ])('refuses %s', async (_, changed) => {
    await expect(readWith(changed)).rejects.toMatchObject({ name: 'SourceError', code: 'malformed' })
  })

  it('refuses bytes that are no Arrow file', async () => {
    const { manifest, columns } = await readAll((await publish([incidentWith({})])).files)
    for (const bytes of [new Uint8Array(0), new Uint8Array(64), new TextEncoder().encode('[{"id":1}]')]) {
      for (const [table, items] of [
        [bytes, listsToArrow(columns)],
        [columnsToArrow(columns), { ...listsToArrow(columns), publishers: bytes }],
      ] as const)
        expect(() => readColumns(table, items, manifest, columns.dictionaries)).toThrow(
          expect.objectContaining({ name: 'SourceError', code: 'malformed' }),
        )
    }
  })

  it.each<[string, (manifest: Manifest) => Manifest]>([
    ['other rows', (manifest) => ({ ...manifest, rows: 2 })],
    ['no rows', (manifest) => ({ ...manifest, rows: 0 })],
  ])('refuses a manifest with %s', async (_, change) => {
    const { manifest, files } = await publish([incidentWith({})])
    const dictionaries = readDictionaries(
      await unpackPublished(bytesOf(files, 'dictionaries.json.gz'), manifest.dictionaries),
      manifest,
    )
    const content = await unpackPublished(bytesOf(files, 'columns.arrow.gz'), manifest.columns)
    const items = await itemsOf(files, manifest)
    expect(() => readColumns(content, items, change(manifest), dictionaries)).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
  })

  it.each<[string, object]>([
    ['an actor without a name', { actors: [{ id: 'a', aliases: [], kind: 'person' }] }],
    ['an actor of no known kind', { actors: [{ id: 'a', name: { en: 'A' }, aliases: [], kind: 'ghost' }] }],
    ['a name that is no text', { places: [{ id: 'a', name: { en: 1 }, aliases: [], kind: 'country' }] }],
    ['a publisher without an id', { publishers: [{ name: 'A' }] }],
    ['a tag that is no text', { tags: [1] }],
    ['no list', { tags: null }],
  ])('refuses dictionaries with %s', async (_, change) => {
    const { manifest } = await publish([incidentWith({})])
    const whole = { actors, places, publishers: [], tags: [] }
    const content = (value: object) => new TextEncoder().encode(JSON.stringify(value))
    expect(readDictionaries(content(whole), manifest)).toEqual(whole)
    expect(() => readDictionaries(content({ ...whole, ...change }), manifest)).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
  })

  it('refuses dictionaries other than those of the columns', async () => {
    const { manifest, files } = await publish([incidentWith({})])
    const dictionaries = readDictionaries(
      await unpackPublished(bytesOf(files, 'dictionaries.json.gz'), manifest.dictionaries),
      manifest,
    )
    const content = await unpackPublished(bytesOf(files, 'columns.arrow.gz'), manifest.columns)
    const fewer = { ...dictionaries, actors: dictionaries.actors.slice(1) }
    const items = await itemsOf(files, manifest)
    expect(() => readColumns(content, items, manifest, fewer)).toThrow('words of actor')
  })
})
