import { isFiltered, type Filters, type IncidentQuery } from '../../query/incidentQuery.ts'
import type { FacetPage, FacetPageRequest } from '../../query/facetPage.ts'
import type { FirstPart, IncidentResult, IncidentSummary } from '../../query/incidentResult.ts'
import type { Abortable, ExportChunk, ExportRequest, IncidentDetails } from '../../query/incidentSource.ts'
import type { Named, PlainPart, PlainResult } from '../../query/servedDataset.ts'
import { sql, type Sql } from '../sql.ts'
import { readCiting } from './citing.ts'
import { entryKindOf } from './choiceCondition.ts'
import { areaCondition } from './conditions.ts'
import { exportRecords } from './exportRecords.ts'
import { readListPage, sampleOfList, type CountList } from './listPage.ts'
import { mentionFilters, mentionRecord, namedEntries, noMentions, type Mentions } from './mentions.ts'
import { readOpenState } from './openState.ts'
import type { OpenVersion } from './openVersion.ts'
import { plainPart, plainResult } from './plainAnswer.ts'
import { readDetails } from './records.ts'
import type { Scan } from './scan.ts'
import { summariesOf, type ListedRow } from './summaries.ts'

/**
 * Answers a query. Its parts are read at the same time, from the same rows.
 * @param onPart called before with what a sample says, where counting all takes long
 */
export async function answerQuery(
  version: OpenVersion,
  query: IncidentQuery,
  onPart: ((part: Named<PlainPart>) => void) | undefined,
  options: Abortable,
): Promise<Named<PlainResult>> {
  // Alone, so that nothing makes it late.
  const part = onPart ? await answerPart(version, query, onPart, options) : null
  const scan = await scanOf(version, query.filters, part && part.textMatches, options)
  const passes = scan.passing()
  const countResults = version.countListOf(passes, options)
  const tests = { passes, failMask: scan.mask }
  const [{ counts, cellAt }, list, open] = await Promise.all([
    version.counts.exact(query, options),
    readList(version, passes, countResults, query.list, options),
    query.open === null ? null : readOpenState(version.snapshot, query.open, tests, countResults, options),
  ])
  const cellOf = ({ at }: ListedRow) => (at ? cellAt(...at) : null)
  const openRow = open?.state.fails.length === 0 ? open.listed : undefined
  const result: IncidentResult = {
    ...counts,
    drawnIn: { open: openRow ? cellOf(openRow) : null, rows: list.rows.map(cellOf) },
    list: { total: list.total ?? counts.total, offset: query.list.offset, rows: list.summaries },
    open: open && open.state,
  }
  const mentions = mentionsOfPart(query, result)
  mentionSummaries(mentions, list.summaries)
  if (result.open?.summary) mentionSummaries(mentions, [result.open.summary])
  return named(version, plainResult(result), mentions, options)
}

async function answerPart(
  version: OpenVersion,
  query: IncidentQuery,
  onPart: (part: Named<PlainPart>) => void,
  options: Abortable,
): Promise<FirstPart | null> {
  const part = await version.counts.sample(query, options)
  if (part) onPart(await named(version, plainPart(part), mentionsOfPart(query, part), options))
  return part
}

/**
 * The rows that pass filters; those that match a search are looked for first.
 * @param expected how many rows are likely to match the search; null where that is not known
 */
async function scanOf(
  { texts, counts }: OpenVersion,
  filters: Filters,
  expected: number | null,
  options: Abortable,
): Promise<Scan> {
  if (isFiltered(filters, 'text')) await texts.findRows(filters.text, expected, options)
  return counts.scanOf(filters, options)
}

/** Rows of a base of which it is faster to count a sample first. */
const LONG_BASE = 1 << 18

/**
 * A page of the list, with the summaries of its rows.
 * @param results condition that a row passes the filters
 * @param countResults counts these rows
 */
async function readList(
  version: OpenVersion,
  results: Sql,
  countResults: CountList,
  list: IncidentQuery['list'],
  options: Abortable,
) {
  const { rememberingSnapshot: snapshot } = version
  const within = list.within && sql`${results} AND ${areaCondition(list.within)}`
  const all = within ? version.countListOf(within, options) : countResults
  const isLong = !within && version.counts.facts.rows >= LONG_BASE
  const counts = { all, sample: isLong ? sampleOfList(all) : null }
  const page = await readListPage(snapshot, within ?? results, list, counts, options)
  return { ...page, summaries: await summariesOf(snapshot, page.rows, options) }
}

/** What cells, undrawn incidents and filters name. */
function mentionsOfPart({ filters }: IncidentQuery, { cells, undrawn }: FirstPart): Mentions {
  const mentions = noMentions()
  mentionFilters(mentions, filters)
  for (const { place } of cells ?? []) if (place !== undefined) mentions.indices.places.add(place)
  for (const { country } of undrawn) if (country !== null) mentions.indices.places.add(country)
  return mentions
}

function mentionSummaries({ indices }: Mentions, summaries: readonly IncidentSummary[]): void {
  for (const { place } of summaries) indices.places.add(place)
}

async function named<Answer>(
  { dictionaries, counts }: OpenVersion,
  answer: Answer,
  mentions: Mentions,
  options: Abortable,
): Promise<Named<Answer>> {
  return { answer, named: await namedEntries(dictionaries, counts.facts.sizes, mentions, options) }
}

/** Some values of a facet, with their counts. */
export async function answerFacetPage(
  version: OpenVersion,
  request: FacetPageRequest,
  options: Abortable,
): Promise<Named<FacetPage>> {
  const { filters, facet } = request
  if (isFiltered(filters, 'text')) await version.texts.findRows(filters.text, null, options)
  const page = await version.counts.facetPage(request, options)
  const mentions = noMentions()
  mentionFilters(mentions, filters)
  const kind = entryKindOf(facet)
  if (kind) for (const { index } of page.values) mentions.indices[kind].add(index)
  return named(version, page, mentions, options)
}

/** A record with what its page shows; undefined where the version has none with this id. */
export async function answerIncident(
  version: OpenVersion,
  id: string,
  options: Abortable,
): Promise<Named<IncidentDetails> | undefined> {
  const details = await readDetails(version.snapshot, id, options)
  if (!details) return undefined
  const mentions = noMentions()
  mentionRecord(mentions, details.incident)
  mentionSummaries(mentions, [details.summary, ...details.related])
  return named(version, details, mentions, options)
}

/** The incidents that cite each of some URLs. */
export async function answerCiting(
  version: OpenVersion,
  urls: readonly string[],
  options: Abortable,
): Promise<Named<IncidentSummary[][]>> {
  const citing = await readCiting(version.snapshot, urls, options)
  const mentions = noMentions()
  mentionSummaries(mentions, citing.flat())
  return named(version, citing, mentions, options)
}

/** A file with the records that pass. */
export async function* answerExport(
  version: OpenVersion,
  request: ExportRequest,
  options: Abortable,
): AsyncGenerator<ExportChunk, void> {
  const { snapshot, dictionaries, published } = version
  const passes = (await scanOf(version, request.filters, null, options)).passing()
  const days = await version.countListOf(passes, options)(sql`day`, sql`1`)
  yield* exportRecords({ snapshot, dictionaries, about: published.about, passes, days }, request, options)
}
