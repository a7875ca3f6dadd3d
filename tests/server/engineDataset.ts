import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { readDataFolder } from '../../src/cli/readDataFolder.ts'
import { createColumnsBuilder } from '../../src/incidents/columnsBuilder.ts'
import { facetIds, fields, type FacetId } from '../../src/incidents/fields.ts'
import type { Dictionaries } from '../../src/incidents/columns.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import type { DatasetRecords } from '../../src/published/publishDataset.ts'
import type { FacetPageRequest } from '../../src/query/facetPage.ts'
import type { IncidentQuery } from '../../src/query/incidentQuery.ts'
import { SourceError, type DatasetDescription } from '../../src/query/incidentSource.ts'
import type { Histogram, IncidentResult, IncidentSummary } from '../../src/query/incidentResult.ts'
import { marginOf } from '../../src/query/sampling.ts'
import {
  WHOLE_DICTIONARY,
  type Named,
  type PlainPart,
  type PlainResult,
  type ServedDataset,
  type ServedDescription,
} from '../../src/query/servedDataset.ts'
import { createEmbeddedDataset, type EmbeddedDataset } from '../../src/sources/embedded/embeddedDataset.ts'
import { facetPageOf } from './engineFacetPage.ts'
import { entryCollector } from './namedEntries.ts'

/** How an engine serves its records. */
export interface EngineOptions {
  /** Dictionaries with more entries are paged. */
  wholeDictionary?: number
  /** Every how many rows one is in the sample from which parts are answered, above 1; no parts where absent. */
  sampleEvery?: number
  version?: string
}

/** The records of the bundled data set. */
export async function bundledRecords(): Promise<DatasetRecords> {
  const { dataset, actors, places, incidents } = await readDataFolder('data')
  if (!dataset.value) throw new Error('data/dataset.yaml has mistakes')
  return {
    about: dataset.value,
    actors: actors.value ?? [],
    places: places.value ?? [],
    incidents: incidents.flatMap(({ value }) => value ?? []),
  }
}

/** What a server serves, answered by the embedded engine over records in memory. */
export async function engineDataset(
  records: DatasetRecords,
  { wholeDictionary = WHOLE_DICTIONARY, sampleEvery, version = 'load-1-engine' }: EngineOptions = {},
): Promise<ServedDataset> {
  const { engine, dataset, dictionaries } = await embed(records, version)
  const sample =
    sampleEvery === undefined
      ? undefined
      : await embed({ ...records, incidents: everyNth(records.incidents, sampleEvery) }, version)
  const paged = facetIds.filter((facet) => entriesOf(facet, dictionaries) > wholeDictionary)
  const check = (asked: string, signal?: AbortSignal) => {
    signal?.throwIfAborted()
    if (asked !== version) throw new SourceError('missing', 'there is no such version of the data set')
  }
  return {
    async describe({ signal }) {
      signal?.throwIfAborted()
      return describeServed(dataset.describe(), paged)
    },
    async query(query, { version: asked, signal, onPart }) {
      check(asked, signal)
      if (sample && sampleEvery !== undefined)
        onPart?.(
          partOf(sample.engine, query, { every: sampleEvery, of: records.incidents.length, dictionaries }),
        )
      const facets = query.facets.filter((facet) => !paged.includes(facet))
      return namedResult(engine.answer({ ...query, facets }), dictionaries)
    },
    async facetPage(request, { version: asked, signal }) {
      check(asked, signal)
      return namedFacetPage(engine, request, dictionaries)
    },
    async incident(id, { version: asked, signal }) {
      check(asked, signal)
      const details = await dataset.incident(id)
      if (!details) return undefined
      const collector = entryCollector(dictionaries)
      for (const { place } of [details.summary, ...details.related]) collector.place(place)
      collector.record(details.incident)
      return { answer: details, named: collector.named() }
    },
    async citing(urls, { version: asked, signal }) {
      check(asked, signal)
      const answer: IncidentSummary[][] = await dataset.citing(urls)
      const collector = entryCollector(dictionaries)
      for (const { place } of answer.flat()) collector.place(place)
      return { answer, named: collector.named() }
    },
    async *export(request, { version: asked, signal = new AbortController().signal }) {
      check(asked, signal)
      yield* dataset.export(request, signal)
    },
    latestVersion: () => dataset.latestVersion(),
  }
}

interface Embedded {
  engine: Engine
  dataset: EmbeddedDataset
  dictionaries: Dictionaries
}

async function embed(
  { about, actors, places, incidents }: DatasetRecords,
  version: string,
): Promise<Embedded> {
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  const { columns, texts, order } = builder.build()
  const engine = createEngine(columns)
  const recordAt = (row: number): Incident => {
    const record = incidents[order?.[row] ?? row]
    if (!record) throw new RangeError(`no row ${row}`)
    return record
  }
  const dataset = createEmbeddedDataset({
    engine,
    about,
    version,
    dictionaries: columns.dictionaries,
    records: {
      record: (row) => Promise.resolve(recordAt(row)),
      async *recordsInOrder(rows, signal) {
        for (let start = 0; start < rows.length; start += GROUP) {
          signal.throwIfAborted()
          yield rows.slice(start, start + GROUP).map(recordAt)
        }
      },
    },
    readTexts: () => Promise.resolve(texts),
    latestVersion: () => Promise.resolve({ version, updated: about.updated }),
  })
  await dataset.loadTexts(() => {})
  return { engine, dataset, dictionaries: columns.dictionaries }
}

/** Records written together by an export. */
const GROUP = 200

function everyNth(incidents: readonly Incident[], every: number): Incident[] {
  return incidents.filter((_, at) => at % every === 0)
}

/** How many entries the dictionary of a facet has; 0 for a vocabulary, which is never paged. */
function entriesOf(facet: FacetId, dictionaries: Dictionaries): number {
  const field = fields[facet]
  if (field.kind === 'ids') return dictionaries[field.column].length
  return field.kind === 'place' ? dictionaries.places.length : 0
}

function describeServed(description: DatasetDescription, paged: readonly FacetId[]): ServedDescription {
  const { dictionaries, totals, ...others } = description
  const isPaged = (...facets: FacetId[]) => facets.some((facet) => paged.includes(facet))
  return asJson({
    ...others,
    ...(paged.length > 0 && { paged }),
    totals: Object.fromEntries(
      Object.entries(totals).filter(([facet]) => !paged.some((each) => each === facet)),
    ),
    dictionaries: {
      actors: isPaged('actor') ? [] : dictionaries.actors,
      places: isPaged('place', 'country') ? [] : dictionaries.places,
      publishers: isPaged('publisher') ? [] : dictionaries.publishers,
      tags: isPaged('tag') ? [] : dictionaries.tags,
    },
  }) as ServedDescription
}

function namedResult(result: IncidentResult, dictionaries: Dictionaries): Named<PlainResult> {
  const collector = entryCollector(dictionaries)
  for (const { place } of result.list.rows) collector.place(place)
  for (const { place } of result.cells ?? []) collector.place(place)
  for (const { country } of result.undrawn) collector.place(country)
  collector.place(result.open?.summary?.place)
  return { answer: asJson(result) as PlainResult, named: collector.named() }
}

function namedFacetPage(engine: Engine, request: FacetPageRequest, dictionaries: Dictionaries) {
  const { facet, filters } = request
  const countsFor = (of: IncidentQuery['filters']) =>
    engine.answer({ ...countingOnly, filters: of, facets: [facet] }).facets[facet]
  const none = new Uint32Array()
  const totals = engine.describe(countingAbout).totals[facet]
  const answer = facetPageOf(request, dictionaries, countsFor(filters) ?? none, totals ?? none)
  const collector = entryCollector(dictionaries)
  const field = fields[facet]
  const column = field.kind === 'ids' ? field.column : field.kind === 'place' ? 'places' : undefined
  if (column) for (const { index } of answer.values) collector.entry(column, index)
  return { answer, named: collector.named() }
}

/** A query for counts alone. */
const countingOnly: Omit<IncidentQuery, 'filters'> = {
  facets: [],
  map: null,
  bins: null,
  list: { order: 'newest', offset: 0, limit: 0, within: null },
  open: null,
}

/** A description of no data set in particular, where only the totals are read. */
const countingAbout: DatasetRecords['about'] = {
  title: {},
  description: {},
  publisher: '',
  citation: '',
  coverage: {},
  languages: [],
  updated: '2025-01-01',
}

/** What a sample says of the query, scaled up to all rows. */
function partOf(
  sample: Engine,
  query: IncidentQuery,
  { every, of, dictionaries }: { every: number; of: number; dictionaries: Dictionaries },
): Named<PlainPart> {
  const { facets: _facets, list: _list, drawnIn: _drawnIn, open: _open, ...part } = sample.answer(query)
  const total = part.total * every
  const scaled = {
    ...part,
    of,
    total,
    exactness: { kind: 'sampled', share: 1 / every, margin: marginOf(total, 1 / every) },
    histogram: part.histogram && scaledHistogram(part.histogram, every),
    relaxed: Object.fromEntries(Object.entries(part.relaxed).map(([field, count]) => [field, count * every])),
    unnumbered: part.unnumbered * every,
    textMatches: part.textMatches * every,
    cells:
      part.cells &&
      part.cells.map(({ incident: _incident, ...cell }) => ({
        ...cell,
        count: cell.count * every,
        byType: cell.byType.map((count) => count * every),
        imprecise: cell.imprecise * every,
      })),
    undrawn: part.undrawn.map((each) => ({ ...each, count: each.count * every })),
  }
  const collector = entryCollector(dictionaries)
  for (const { place } of part.cells ?? []) collector.place(place)
  for (const { country } of part.undrawn) collector.place(country)
  return { answer: asJson(scaled) as PlainPart, named: collector.named() }
}

function scaledHistogram({ certain, uncertain, before, after, ...others }: Histogram, every: number) {
  return {
    ...others,
    certain: certain.map((count) => count * every),
    uncertain: uncertain.map((count) => count * every),
    before: before * every,
    after: after * every,
  }
}

/** The value as a reader of its JSON gets it, typed arrays as lists. */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      each instanceof Int32Array || each instanceof Uint32Array ? [...each] : each,
    ),
  )
}
