/**
 * Answers what is asked of a base. This page says how, and where each part lives; tables.ts says what the tables hold.
 *
 * - Version. Each call names a version: the number of a published load (versions.ts). What is visible in it (visible.ts),
 *   its facts (facts.ts), dictionaries (dictionary.ts) and searches (textCondition.ts) are kept as long as it is among the
 *   last that were asked for (openVersion.ts).
 * - Conditions. Each filter becomes a condition on a row of `incidents` (conditions.ts, choiceCondition.ts). A search
 *   becomes terms and entries whose names match (wordMatches.ts), these sets of numbers (itemSet.ts), and then the numbers
 *   of the rows themselves, as a list or a map (namedRows.ts). The conditions together are a scan (scan.ts): the rows that
 *   pass, and the bits of the filters that a row fails, as the engine's fail mask has them.
 * - Query (versionAnswers.ts). First what a sample of the rows says (counts.ts, sampleShare.ts). Then the rows that match a
 *   search are looked for. Then, at the same time, all that is counted (tally.ts, facetCounts.ts, histogram.ts,
 *   outline.ts, readCells.ts), the page of the list (listPage.ts) and the open incident (openState.ts). Counts and lists
 *   are remembered (answerMemory.ts). Where one statement fails, the others are ended (endTogether.ts).
 * - Lists are in the order of day and row, or of the dead, day and row. Rows are counted by day, or by number of dead
 *   (groups.ts), so that a page is read from the few days that it is in, however far down it is.
 * - Named entries (mentions.ts). The entries of long dictionaries that an answer names go with it.
 * - Records (records.ts, citing.ts, exportRecords.ts) are found by row; incidents by the hash of their id
 *   (findIncidents.ts).
 */
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import type { ServedDataset } from '../../query/servedDataset.ts'
import type { Connection } from '../connection.ts'
import { endTogether } from './endTogether.ts'
import { createMemory } from './memory.ts'
import { openBaseVersion, type OpenVersion } from './openVersion.ts'
import { createPaces } from './sampleShare.ts'
import { answerCiting, answerExport, answerFacetPage, answerIncident, answerQuery } from './versionAnswers.ts'
import { readLatestVersion, readNamedVersion, type PublishedVersion } from './versions.ts'

/** Versions that are kept open: pages that were opened before a load go on with theirs. */
const MOST_OPEN = 4

/**
 * The base that a connection leads to, as a server serves it. Nothing is asked before the first call. Each call is
 * answered from one version: what is loaded meanwhile changes nothing of it.
 */
export function createServedDataset(connection: Connection): ServedDataset {
  const paces = createPaces()
  const openPublished = createMemory<PublishedVersion, OpenVersion>(
    MOST_OPEN,
    ({ version }) => version,
    (published, options) => openBaseVersion(connection, published, paces, options),
  )
  const openNamed = async ({ version, signal }: Abortable & { version: string }): Promise<OpenVersion> => {
    const published = await readNamedVersion(connection, version, { signal })
    if (!published) throw new SourceError('missing', 'the base has no such version')
    return openPublished(published, { signal })
  }
  return {
    async describe({ version, signal }) {
      const asked = version === null ? undefined : await readNamedVersion(connection, version, { signal })
      const published = asked ?? (await readLatestVersion(connection, { signal }))
      return (await openPublished(published, { signal })).describe({ signal })
    },
    async query(query, options) {
      const version = await openNamed(options)
      return endTogether(options, (each) => answerQuery(version, query, options.onPart, each))
    },
    async facetPage(request, options) {
      const version = await openNamed(options)
      return endTogether(options, (each) => answerFacetPage(version, request, each))
    },
    async incident(id, options) {
      const version = await openNamed(options)
      return endTogether(options, (each) => answerIncident(version, id, each))
    },
    async citing(urls, options) {
      const version = await openNamed(options)
      return endTogether(options, (each) => answerCiting(version, urls, each))
    },
    async *export(request, options) {
      yield* answerExport(await openNamed(options), request, { signal: options.signal })
    },
    async latestVersion(options) {
      const { version, about } = await readLatestVersion(connection, options)
      return { version, updated: about.updated }
    },
  }
}
