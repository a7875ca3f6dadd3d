import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import type { ServedDataset } from '../../query/servedDataset.ts'
import type { Connection } from '../connection.ts'
import { endTogether } from './endTogether.ts'
import { createMemory } from './memory.ts'
import { openBaseVersion, type OpenVersion } from './openVersion.ts'
import { createPace } from './sampleShare.ts'
import { answerCiting, answerExport, answerFacetPage, answerIncident, answerQuery } from './versionAnswers.ts'
import { readLatestVersion, readNamedVersion, type PublishedVersion } from './versions.ts'

/** Versions that are kept open: pages that were opened before a load go on with theirs. */
const MOST_OPEN = 4

/**
 * The base that a connection leads to, as a server serves it. Nothing is asked before the first call. Each call is
 * answered from one version: what is loaded meanwhile changes nothing of it.
 */
export function createServedDataset(connection: Connection): ServedDataset {
  const pace = createPace()
  const openPublished = createMemory<PublishedVersion, OpenVersion>(
    MOST_OPEN,
    ({ version }) => version,
    (published, options) => openBaseVersion(connection, published, pace, options),
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
