import { createEngine } from '../../engine/engine.ts'
import { joinColumns, type JoinedColumns } from '../../incidents/joinColumns.ts'
import type { Incident } from '../../incidents/incident.ts'
import { layerTags } from '../../incidents/layerTags.ts'
import { withRenamedEntries } from '../../incidents/renamedRecord.ts'
import type { ImportedDataset } from '../../ingest/importFiles.ts'
import type { Progress } from '../../query/incidentSource.ts'
import {
  createEmbeddedDataset,
  type EmbeddedDataset,
  type RecordReader,
} from '../embedded/embeddedDataset.ts'
import { loadPublished } from '../published/openPublished.ts'

/**
 * The user's incidents and the published ones as one data set, in two layers.
 * @param manifestUrl of the published data set
 * @throws SourceError where it cannot be loaded
 */
export async function openBeside(
  own: ImportedDataset,
  version: string,
  manifestUrl: string,
  onProgress: (progress: Progress) => void,
): Promise<EmbeddedDataset> {
  const ref = { kind: 'published', manifestUrl, version: null } as const
  const published = await loadPublished(ref, onProgress)
  const joined = joinColumns({ columns: published.columns, texts: await published.readTexts() }, own.columns)
  return createEmbeddedDataset({
    engine: createEngine(joined.columns),
    about: published.about,
    version: `${published.version} ${version}`,
    dictionaries: joined.columns.dictionaries,
    records: recordsOfBoth(joined, published.columns.rows, published.records, own),
    readTexts: () => Promise.resolve(joined.texts),
    latestVersion: () =>
      Promise.resolve({ version: `${published.version} ${version}`, updated: published.about.updated }),
  })
}

/** Records read together for an export. */
const GROUP = 500

function recordsOfBoth(
  { order, renamed }: JoinedColumns,
  publishedRows: number,
  published: RecordReader,
  own: ImportedDataset,
): RecordReader {
  const originOf = (row: number) => {
    const origin = order[row]
    if (origin === undefined) throw new RangeError(`no row ${row}`)
    return origin
  }
  const ownRecord = (origin: number) => renamedRecord(own.record(origin - publishedRows), renamed)
  return {
    record(row) {
      const origin = originOf(row)
      return origin < publishedRows ? published.record(origin) : Promise.resolve(ownRecord(origin))
    },
    async *recordsInOrder(rows, signal) {
      const origins = rows.map(originOf)
      const others = published.recordsInOrder(
        origins.filter((origin) => origin < publishedRows),
        signal,
      )
      const next = oneByOne(others)
      let group: Incident[] = []
      for (const origin of origins) {
        if (origin >= publishedRows) group.push(ownRecord(origin))
        else {
          const { value } = await next.next()
          if (value) group.push(value)
        }
        if (group.length < GROUP) continue
        yield group
        group = []
      }
      if (group.length > 0) yield group
    },
  }
}

async function* oneByOne(groups: AsyncIterable<Incident[]>): AsyncGenerator<Incident, undefined> {
  for await (const group of groups) yield* group
  return undefined
}

/** The record with the ids that it has in the joined data set, and the tag of its layer. */
function renamedRecord(record: Incident, renamed: JoinedColumns['renamed']): Incident {
  const { incidents } = renamed
  return {
    ...withRenamedEntries(record, renamed),
    id: incidents.get(record.id) ?? record.id,
    tags: [...(record.tags ?? []), layerTags.yours],
    ...(record.related && { related: record.related.map((id) => incidents.get(id) ?? id) }),
  }
}
