import * as z from 'zod/mini'
import type { FacetPage, FacetPageRequest } from '../../query/facetPage.ts'
import type { FirstPart, IncidentResult, IncidentSummary } from '../../query/incidentResult.ts'
import {
  SourceError,
  type DatasetDescription,
  type ExportChunk,
  type ExportRequest,
  type IncidentDetails,
} from '../../query/incidentSource.ts'
import { serverPaths } from '../../query/servedDataset.ts'
import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { ServerRef } from '../../query/sourceRef.ts'
import {
  citingSchema,
  descriptionSchema,
  detailsSchema,
  facetPageSchema,
  queryLineSchema,
  versionSchema,
} from '../../served/answerShapes.ts'
import { laterCode } from '../laterCode.ts'
import type { LaterSource } from '../laterSource.ts'
import { pieces, readJson, readLines } from './bodies.ts'
import { createChosenNames, type ChosenNames } from './chosenNames.ts'
import { localCounts, localPart, localResult, localSummary } from './readAnswers.ts'
import { createRecordCount } from './countRecords.ts'
import { createServedDictionaries, type ServedDictionaries } from './servedDictionaries.ts'
import { createServerCalls, servedError, type ServerCalls } from './serverCalls.ts'

/** Most URLs that one request looks up, and their length together, in UTF-16 code units. */
const MOST_URLS = 500
const URL_LENGTH = 50_000

/** What is open: a version of the base, and the entries of its dictionaries that the page knows. */
interface Opened {
  version: string
  served: ServedDictionaries
  chosen: ChosenNames
}

/** A base that a server answers from, over HTTP. It keeps nothing but the entries that answers have named. */
export function createServerSource({ baseUrl, version }: ServerRef): LaterSource {
  const calls = createServerCalls(baseUrl)
  const closed = new AbortController()
  const until = (signal: AbortSignal | undefined) =>
    signal ? AbortSignal.any([signal, closed.signal]) : closed.signal
  let opened: Opened | undefined
  const open = () => {
    if (!opened) throw new SourceError('internal', 'asked before it was described')
    return opened
  }
  return {
    async describe({ signal } = {}) {
      const described = await describe(calls, version, until(signal))
      opened = described.opened
      return described.description
    },
    query: (query, { signal, onPart } = {}) => ask(calls, open(), query, until(signal), onPart),
    facetPage: async (request, { signal } = {}) => facetPage(calls, open(), request, until(signal)),
    incident: (id, { signal } = {}) => details(calls, open(), id, until(signal)),
    citing: (urls, { signal } = {}) => citing(calls, open(), urls, until(signal)),
    export: (request, { signal } = {}) => exported(calls, open().version, request, until(signal)),
    async latestVersion({ signal } = {}) {
      const inner = until(signal)
      const response = await calls.get(serverPaths.version, inner)
      const path = serverPaths.version
      return checked(versionSchema, await readJson(response, path, inner), path)
    },
    close: () => closed.abort(new SourceError('lost', 'the source was closed')),
  }
}

async function describe(
  calls: ServerCalls,
  version: string | null,
  signal: AbortSignal,
): Promise<{ opened: Opened; description: DatasetDescription }> {
  const path = serverPaths.description
  const wanted = version === null ? '' : `?version=${encodeURIComponent(version)}`
  const response = await calls.get(path + wanted, signal)
  const read = checked(descriptionSchema, await readJson(response, path, signal), path)
  const paged = read.paged ?? []
  const served = createServedDictionaries(read.dictionaries, paged)
  const of = { version: read.version, served }
  const chosen = createChosenNames(paged, served, (request, until) => facetPage(calls, of, request, until))
  return {
    opened: { ...of, chosen },
    description: { ...read, totals: localCounts(read.totals, served) },
  }
}

async function facetPage(
  calls: ServerCalls,
  { version, served }: Omit<Opened, 'chosen'>,
  request: FacetPageRequest,
  signal: AbortSignal,
): Promise<FacetPage> {
  const body = { version, request }
  const { answer, named } = await posted(calls, serverPaths.facetPage, body, facetPageSchema, signal)
  served.take(named)
  const values = answer.values.map((value) => ({
    ...value,
    index: served.valueOf(request.facet, value.index),
  }))
  return { values, of: answer.of }
}

async function ask(
  calls: ServerCalls,
  { version, served, chosen }: Opened,
  query: IncidentQuery,
  signal: AbortSignal,
  onPart: ((part: FirstPart) => void) | undefined,
): Promise<IncidentResult> {
  const path = serverPaths.query
  const learning = chosen.learn(query.filters, signal)
  const response = await calls.post(path, { version, query }, signal)
  for await (const value of readLines(response, path, signal)) {
    const line = checked(queryLineSchema, value, path)
    switch (line.kind) {
      case 'part':
        served.take(line.part.named)
        onPart?.(localPart(line.part.answer, served))
        break
      case 'whole':
        served.take(line.whole.named)
        await learning
        return localResult(line.whole.answer, served)
      case 'error':
        throw servedError(line.error, path) ?? new SourceError('malformed', 'an error without a code', path)
    }
  }
  throw new SourceError('truncated', 'the answer ended before it was whole', path)
}

/** Many URLs are asked for in several requests, as a server reads bodies only up to a length. */
async function citing(
  calls: ServerCalls,
  { version, served }: Opened,
  urls: readonly string[],
  signal: AbortSignal,
): Promise<IncidentSummary[][]> {
  const found: IncidentSummary[][] = []
  for (const some of groupsOf(urls)) {
    const body = { version, urls: some }
    const { answer, named } = await posted(calls, serverPaths.citing, body, citingSchema, signal)
    served.take(named)
    if (answer.length !== some.length)
      throw new SourceError('malformed', `answers to ${answer.length} of ${some.length} URLs`)
    for (const ofUrl of answer) found.push(ofUrl.map((summary) => localSummary(summary, served)))
  }
  return found
}

/** The URLs in order, in groups whose JSON stays far below what a server reads. */
function groupsOf(urls: readonly string[]): string[][] {
  const groups: string[][] = []
  let room = 0
  for (const url of urls) {
    const last = groups.at(-1)
    if (last && last.length < MOST_URLS && url.length <= room) last.push(url)
    else {
      groups.push([url])
      room = URL_LENGTH
    }
    room -= url.length
  }
  return groups
}

async function details(
  calls: ServerCalls,
  { version, served }: Opened,
  id: string,
  signal: AbortSignal,
): Promise<IncidentDetails | undefined> {
  const path = serverPaths.incident
  const { incidentSchema } = await laterCode(() => import('../../incidents/recordSchema.ts'))
  const response = await calls.find(path, { version, id }, signal)
  if (!response) return undefined
  const { answer, named } = checked(detailsSchema, await readJson(response, path, signal), path)
  served.take(named)
  return {
    incident: checked(incidentSchema, answer.incident, path),
    summary: localSummary(answer.summary, served),
    related: answer.related.map((summary) => localSummary(summary, served)),
  }
}

async function* exported(
  calls: ServerCalls,
  version: string,
  request: ExportRequest,
  signal: AbortSignal,
): AsyncGenerator<ExportChunk, void> {
  const path = serverPaths.export
  const response = await calls.post(path, { version, request }, signal)
  const total = Number(response.headers.get('incidents-total') ?? 'none')
  if (!Number.isSafeInteger(total) || total < 0)
    throw new SourceError('malformed', 'the number of records is missing', path)
  const countRecords = createRecordCount(request)
  // The end of a file may have lines too.
  for await (const bytes of pieces(response, path, signal))
    yield { bytes, done: Math.min(countRecords(bytes), total), total }
  yield { bytes: new Uint8Array(), done: total, total }
}

async function posted<Schema extends z.ZodMiniType>(
  calls: ServerCalls,
  path: string,
  body: unknown,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.infer<Schema>> {
  const response = await calls.post(path, body, signal)
  return checked(schema, await readJson(response, path, signal), path)
}

/** The value as the schema reads it. @throws SourceError 'malformed' */
function checked<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  path: string,
): z.infer<Schema> {
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  const [first] = read.error.issues
  throw new SourceError('malformed', `${first?.path.join('.')}: ${first?.code}`, path)
}
