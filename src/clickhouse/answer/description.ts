import { facetIds } from '../../incidents/fields.ts'
import type { DaySpan } from '../../incidents/day.ts'
import { noFilters } from '../../query/incidentQuery.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import type { ServedDescription } from '../../query/servedDataset.ts'
import { sql } from '../sql.ts'
import { wholeTable, type EntryKind } from '../tables.ts'
import type { Counts } from './counts.ts'
import type { BaseDictionaries, EntryOf } from './dictionary.ts'
import { pagedFacets } from './facetCounts.ts'
import { isWhole } from './mentions.ts'
import { plainFacets } from './plainAnswer.ts'
import type { Snapshot } from './snapshot.ts'
import type { PublishedVersion } from './versions.ts'

/** What a version says of itself. */
export async function describeVersion(
  { about, version }: PublishedVersion,
  snapshot: Snapshot,
  dictionaries: BaseDictionaries,
  counts: Counts,
  options: Abortable = {},
): Promise<ServedDescription> {
  const { sizes } = counts.facts
  const paged = pagedFacets(counts.facts)
  const wholeOf = async <Kind extends EntryKind>(kind: Kind): Promise<EntryOf[Kind][]> =>
    isWhole(sizes, kind) ? dictionaries.whole(kind, options) : []
  const [counted, { sources, days }, actors, places, publishers, tags] = await Promise.all([
    counts.exact(
      {
        filters: noFilters,
        facets: facetIds,
        map: null,
        bins: null,
        list: { order: 'newest', offset: 0, limit: 0, within: null },
        open: null,
      },
      options,
    ),
    readSums(snapshot, options),
    wholeOf('actors'),
    wholeOf('places'),
    wholeOf('publishers'),
    wholeOf('tags'),
  ])
  const { of, extent, facets } = counted.counts
  return {
    about,
    version,
    incidents: of,
    sources,
    days,
    bounds: extent,
    dictionaries: { actors, places, publishers, tags },
    totals: plainFacets(facets),
    ...(paged.length > 0 && { paged }),
  }
}

async function readSums(
  { connection, visible }: Snapshot,
  { signal }: Abortable,
): Promise<{ sources: number; days: DaySpan | null }> {
  const [sums] = await connection.rows<[rows: number, sources: number, from: number, to: number]>(
    sql`SELECT count(), sum(sources), min(day_from), max(day_to)
      FROM ${wholeTable(connection.base, 'incidents')} WHERE ${visible}`,
    { signal },
  )
  const [rows, sources, from, to] = sums ?? [0, 0, 0, 0]
  return { sources, days: rows > 0 ? { from, to } : null }
}
