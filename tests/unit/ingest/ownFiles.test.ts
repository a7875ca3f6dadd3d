import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeFullJson } from '../../../src/export/fullJson.ts'
import { LATEST_DAY } from '../../../src/incidents/day.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import { tagOfFlag } from '../../../src/ingest/flags/flagTags.ts'
import { interpretFiles, readFiles, type ImportedDataset } from '../../../src/ingest/importFiles.ts'
import { publishDataset } from '../../../src/published/publishDataset.ts'
import { flagCodes, type Rejection } from '../../../src/query/importReport.ts'
import { about, actors, incidentWith, places } from '../incidents/sampleRecords.ts'
import { expectAccounted } from './expectAccountedReport.ts'

interface File {
  name: string
  bytes: Uint8Array
}

const flagTags: ReadonlySet<string> = new Set(flagCodes.map(tagOfFlag))
const encoder = new TextEncoder()
const textFile = (name: string, text: string): File => ({ name, bytes: encoder.encode(text) })
const zipOf = (name: string, files: readonly File[]): File => ({
  name,
  bytes: zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes]))),
})

async function opened(files: readonly File[]): Promise<ImportedDataset> {
  const imported = await interpretFiles(await readFiles(files), {}, { today: LATEST_DAY })
  expectAccounted(imported.report)
  return imported
}

/** In the order of their ids, without the tags of doubts. */
function incidentsOf({ columns: { columns }, record }: ImportedDataset): Incident[] {
  return Array.from({ length: columns.rows }, (_, row) => record(row))
    .map(({ tags = [], ...incident }) => {
      const own = tags.filter((tag) => !flagTags.has(tag))
      return own.length > 0 ? { ...incident, tags: own } : incident
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function rejectionsOf({ report }: ImportedDataset): Rejection[] {
  const tables = report.files.flatMap((file) => file.tables)
  return tables.flatMap((table) => table.rejections).flatMap(({ examples }) => examples)
}

const faultsOf = ({ report }: ImportedDataset) =>
  report.files.flatMap(({ name, fault }) => (fault ? [[name, fault]] : []))

const record = (id: string, more: readonly string[] = []) =>
  [
    `id: ${id}`,
    'title: { en: A shooting in the town }',
    'summary: {}',
    'date: { start: 2025-10-22, precision: day }',
    'place: { id: town, lng: 36.5, lat: 36.2, precision: town }',
    'type: battles',
    'subtype: armed-clash',
    'actors:',
    '  - { id: police, role: initiator }',
    'sources:',
    '  - { id: s1, publisher: The Paper, url: https://paper.example/1, lang: en }',
    'status: reported',
    ...more,
  ].join('\n')

const actorList = textFile(
  'data/actors.yaml',
  '- { id: police, name: { en: The police }, aliases: [], kind: state-forces }\n',
)
const placeList = textFile(
  'data/places.yaml',
  '- { id: land, kind: country, name: { en: Land }, aliases: [], iso: SY }\n- { id: town, kind: locality, name: { en: Town }, aliases: [], parent: land }\n',
)

describe('records in YAML', () => {
  it('are read as a zipped folder of records, with its actors, places and description', async () => {
    const description = [
      'title: { en: A town }',
      'description: { en: What happened there }',
      'publisher: The archive',
      'licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }',
      'languages: [en]',
      'updated: 2025-11-01',
      'site: { title: { en: My site } }',
    ]
    const imported = await opened([
      zipOf('town.zip', [
        textFile('data/dataset.yaml', description.join('\n')),
        actorList,
        placeList,
        textFile('data/incidents/2025-10/one.yaml', record('one')),
        textFile('data/incidents/2025-10/two.yaml', record('two', ['tags: [market]'])),
      ]),
    ])
    expect(incidentsOf(imported).map(({ id, tags }) => [id, tags])).toEqual([
      ['one', undefined],
      ['two', ['market']],
    ])
    expect(imported.about).toMatchObject({
      title: { en: 'A town' },
      publisher: 'The archive',
      licence: { name: 'CC BY 4.0' },
      updated: '2025-11-01',
    })
    expect(imported.about).not.toHaveProperty('site')
    const { actors: actorEntries, places: placeEntries } = imported.columns.columns.dictionaries
    expect(actorEntries).toMatchObject([{ id: 'police', name: { en: 'The police' }, kind: 'state-forces' }])
    expect(placeEntries.map(({ id }) => id)).toEqual(['land', 'town'])
    expect(imported.report.files.map(({ name, rows, others }) => [name, rows, others])).toEqual([
      ['town.zip', 6, { structure: 1 }],
    ])
  })

  it('are read as files given one by one', async () => {
    const imported = await opened([
      textFile('one.yaml', record('one')),
      textFile(
        'actors.yaml',
        '- { id: police, name: { en: The police }, aliases: [], kind: state-forces }\n',
      ),
      textFile('two.yml', record('two')),
    ])
    expect(imported.report.files.map(({ name }) => name)).toEqual(['*.yaml (3)'])
    expect(incidentsOf(imported).map(({ id }) => id)).toEqual(['one', 'two'])
    expect(imported.columns.columns.dictionaries.actors[0]?.name).toEqual({ en: 'The police' })
  })

  it('may be a single file, whose ids then stand for names', async () => {
    const imported = await opened([textFile('one.yaml', record('one'))])
    expect(incidentsOf(imported)).toMatchObject([
      { id: 'one', type: 'battles', place: { lng: 36.5, lat: 36.2 } },
    ])
    expect(imported.columns.columns.dictionaries.actors).toMatchObject([
      { id: 'police', name: { en: 'police' } },
    ])
  })

  it.each<[string, string, Omit<Rejection, 'lastLine'>]>([
    [
      'an unknown field',
      record('one', ['wepons: [drone]']),
      { line: 13, column: 'wepons', value: '["drone"]', code: 'unknown-field' },
    ],
    [
      'a word of no vocabulary',
      record('one').replace('battles', 'war'),
      { line: 6, column: 'type', value: 'war', code: 'invalid-field' },
    ],
    [
      'a value deep inside',
      record('one').replace('https://paper.example/1', 'paper'),
      { line: 11, column: 'sources.0.url', value: 'paper', code: 'invalid-field' },
    ],
    [
      'a missing field',
      record('one').replace('status: reported', ''),
      { line: 1, column: 'status', value: '', code: 'required-field' },
    ],
    [
      'a missing date',
      record('one').replace(/date: .*/, ''),
      { line: 1, column: 'date', value: '', code: 'no-date' },
    ],
    [
      'a day that is none',
      record('one').replace('2025-10-22', '2025-10-32'),
      { line: 4, column: 'date.start', value: '2025-10-32', code: 'unreadable-date' },
    ],
    [
      'an end before the start',
      record('one').replace('precision: day', 'precision: day, end: 2025-10-01'),
      { line: 4, column: 'date.end', value: '2025-10-01', code: 'end-before-start' },
    ],
    [
      'a latitude beyond the pole',
      record('one').replace('36.2', '136.2'),
      { line: 5, column: 'place.lat', value: '136.2', code: 'position-out-of-range' },
    ],
    [
      'half a position',
      record('one').replace(', lat: 36.2', ''),
      { line: 5, column: 'place.lat', value: '', code: 'half-position' },
    ],
    [
      'a field that is there twice',
      record('one', ['status: disputed']),
      { line: 13, column: '', value: '', code: 'damaged-record' },
    ],
    [
      'broken syntax',
      record('one', ['tags: [a']),
      { line: 13, column: '', value: '', code: 'damaged-record' },
    ],
    [
      'an alias',
      `${record('one')}\ntags: &a [b]\nrelated: *a`,
      { line: 14, column: '', value: '', code: 'damaged-record' },
    ],
  ])('are rejected with line, field and reason: %s', async (_, text, expected) => {
    const alone = await opened([textFile('one.yaml', text)])
    expect(rejectionsOf(alone)).toEqual([{ ...expected, lastLine: expected.line }])
    const imported = await opened([
      zipOf('a.zip', [
        textFile('incidents/2025-10/one.yaml', text),
        textFile('incidents/2025-10/two.yaml', record('two')),
      ]),
    ])
    expect(incidentsOf(imported).map(({ id }) => id)).toEqual(['two'])
    expect(rejectionsOf(imported)).toEqual([
      { ...expected, lastLine: expected.line, file: 'incidents/2025-10/one.yaml' },
    ])
    const [table] = imported.report.files[0]?.tables ?? []
    const lines = [...imported.rejectedRows(table?.key ?? '')]
    expect(lines[1]).toContain('incidents/2025-10/one.yaml')
  })

  it('of a list are rejected one by one, entries of lists too', async () => {
    const list = `- ${record('one').replaceAll('\n', '\n  ')}\n- ${record('two').replace('battles', 'war').replaceAll('\n', '\n  ')}\n- ${record('three').replaceAll('\n', '\n  ')}\n`
    const imported = await opened([
      textFile('records.yaml', list),
      textFile('actors.yaml', '- { id: police, name: { en: The police }, aliases: [], kind: soldiers }\n'),
    ])
    expect(incidentsOf(imported).map(({ id }) => id)).toEqual(['one', 'three'])
    expect(rejectionsOf(imported)).toEqual([
      { file: 'records.yaml', line: 18, lastLine: 18, column: 'type', value: 'war', code: 'invalid-field' },
      { file: 'actors.yaml', line: 1, lastLine: 1, column: 'kind', value: 'soldiers', code: 'invalid-field' },
    ])
  })

  it('are told from other YAML, which is refused with the way out', async () => {
    const imported = await opened([
      textFile('one.yaml', record('one')),
      textFile('site.yaml', 'dataHosts: []\ndetailedBasemap: null\n'),
      textFile('build.yaml', 'on: push\njobs: {}\n'),
      textFile('empty.yaml', '# nothing\n'),
    ])
    expect(faultsOf(imported)).toEqual([
      ['build.yaml', 'yaml'],
      ['empty.yaml', 'empty-file'],
    ])
    expect(faultsOf(await opened([textFile('ci.yml', 'on: push\njobs: {}\n')]))).toEqual([['ci.yml', 'yaml']])
  })

  it('are hostile data: depth, names of prototypes, numbers for texts', async () => {
    const deep = await opened([textFile('one.yaml', `a: ${'['.repeat(100_000)}`)])
    expect(deep.report.incidents).toBe(0)
    const polluted = await opened([textFile('one.yaml', record('one', ['__proto__: { polluted: true }']))])
    expect(rejectionsOf(polluted)).toMatchObject([{ column: '__proto__', code: 'unknown-field' }])
    expect({}).not.toHaveProperty('polluted')
  })

  it('may be those of the bundled data set', async () => {
    const files = readdirSync('data', { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(dataset|actors|places)\.yaml$|^incidents.*\.yaml$/.test(path))
      .map((path) => ({ name: `data/${path}`, bytes: new Uint8Array(readFileSync(join('data', path))) }))
    const imported = await opened([zipOf('data.zip', files)])
    expect(rejectionsOf(imported)).toEqual([])
    expect(imported.report.incidents).toBe(files.length - 3)
    expect(imported.about.title).toHaveProperty('ar')
  })
})

describe('a published data set', () => {
  const incidents = Array.from({ length: 5 }, (_, i) =>
    incidentWith({ id: `incident-${i}`, date: { start: `2025-10-0${i + 1}`, precision: 'day' } }),
  )
  const published = async () => {
    const { files } = await publishDataset({ about, actors, places, incidents }, { pageSize: 2 })
    return files
  }

  it('is read from a ZIP archive, also of a whole site, and from files given together', async () => {
    const files = await published()
    const inSite = files.map(({ name, bytes }) => ({ name: `site/dataset/${name}`, bytes }))
    const others = [
      textFile('site/index.html', '<!doctype html>'),
      textFile('site/manifest.json', '{"name":"App"}'),
    ]
    const loose = files.map(({ name, bytes }) => ({ name: name.split('/').at(-1) ?? '', bytes }))
    for (const given of [[zipOf('a.zip', files)], [zipOf('site.zip', [...others, ...inSite])], loose]) {
      const imported = await opened(given)
      expect(incidentsOf(imported)).toEqual(incidents)
      expect(imported.report.files).toMatchObject([{ tables: [{ format: 'atlas-published' }, {}, {}] }])
      const { site: _, start: __, ...rest } = about
      expect(imported.about).toEqual(rest)
    }
  })

  it('is read in the oldest version too, whose records name the longitude otherwise', async () => {
    const old = incidents.map(({ place: { lng, ...place }, ...rest }) => ({
      ...rest,
      place: { ...place, lon: lng },
    }))
    const page = encoder.encode(JSON.stringify(old))
    const files = new Map((await published()).map(({ name, bytes }) => [name, bytes]))
    const hash = async (bytes: Uint8Array<ArrayBuffer>) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    const list = encoder.encode(
      JSON.stringify([{ name: 'pages/0.json.gz', bytes: page.length, sha256: await hash(page) }]),
    )
    const manifest: Record<string, unknown> = JSON.parse(new TextDecoder().decode(files.get('manifest.json')))
    const changed = {
      ...manifest,
      schemaVersion: 4,
      pageSize: 64,
      pages: { name: 'pages.json.gz', bytes: list.length, sha256: await hash(list) },
    }
    const imported = await opened([
      textFile('manifest.json', JSON.stringify(changed)),
      { name: 'dictionaries.json.gz', bytes: files.get('dictionaries.json.gz') ?? new Uint8Array() },
      { name: 'pages.json.gz', bytes: list },
      { name: '0.json.gz', bytes: page },
    ])
    expect(incidentsOf(imported)).toEqual(incidents)
  })

  it('loses only the records of a page that is missing or another one, and says so', async () => {
    const files = await published()
    const [first, second] = files.filter(({ name }) => name.startsWith('pages/'))
    const damaged = files.flatMap((file) => {
      if (file.name === second?.name) return []
      return file.name === first?.name
        ? [{ ...file, bytes: files.at(-2)?.bytes ?? new Uint8Array() }]
        : [file]
    })
    const imported = await opened([zipOf('a.zip', damaged)])
    expect(incidentsOf(imported).map(({ id }) => id)).toEqual(['incident-4'])
    expect(rejectionsOf(imported).map(({ file, line, code }) => [file, line, code])).toEqual([
      ['pages/0.json.gz', 1, 'damaged-record'],
      ['pages/0.json.gz', 2, 'damaged-record'],
      ['pages/1.json.gz', 3, 'damaged-record'],
      ['pages/1.json.gz', 4, 'damaged-record'],
    ])
  })

  it('is refused without its pages or dictionaries, with another dictionary, and in an unknown version', async () => {
    const files = await published()
    const faultWithout = async (left: RegExp) =>
      faultsOf(
        await opened([
          zipOf(
            'a.zip',
            files.filter(({ name }) => !left.test(name)),
          ),
        ]),
      )
    expect(await faultWithout(/^pages\//)).toEqual([['a.zip', 'published-incomplete']])
    expect(await faultWithout(/^dictionaries/)).toEqual([['a.zip', 'published-incomplete']])
    const other = files.map((file) =>
      file.name === 'dictionaries.json.gz' ? textFile(file.name, '{"actors":[]}') : file,
    )
    expect(faultsOf(await opened([zipOf('a.zip', other)]))).toEqual([['a.zip', 'published-altered']])
    const newer = files.map((file) =>
      file.name === 'manifest.json'
        ? textFile(
            file.name,
            new TextDecoder().decode(file.bytes).replace('"schemaVersion": 6', '"schemaVersion": 7'),
          )
        : file,
    )
    expect(faultsOf(await opened(newer))).toEqual([['manifest.json', 'published-version']])
  })
})

describe('a file of full records', () => {
  it('brings back what it says of its data set, where it is the only file', async () => {
    async function* group() {
      yield await Promise.resolve([incidentWith({})])
    }
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const context = { dictionaries: { actors, places, publishers: [], tags: [] }, about, notes: [] }
    for await (const piece of writeFullJson(group(), context)) pieces.push(piece)
    const file = { name: 'a.json', bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) }
    const { site: _, start: __, ...rest } = about
    expect((await opened([file])).about).toEqual(rest)
    const two = await opened([file, textFile('b.csv', 'date,title\n2025-10-01,A\n2025-10-02,B\n')])
    expect(two.about).toMatchObject({ title: { en: 'a.json, b.csv' }, publisher: '' })
  })
})
