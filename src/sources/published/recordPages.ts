import type { Incident } from '../../incidents/incident.ts'
import type { Manifest, PublishedFile } from '../../published/manifest.ts'
import { readPageList } from '../../published/readManifest.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { RecordReader } from '../embedded/embeddedDataset.ts'
import { laterCode } from '../laterCode.ts'
import { fetchPublished } from './fetchPublished.ts'

/** Pages kept in memory for single records: an opened incident is often opened again, or one near it. */
const KEPT = 16

/** Pages requested at the same time when many are read in order. */
const AHEAD = 4

/** Full records of a published data set, fetched page by page when they are asked for. */
export function createRecordPages(manifestUrl: string, manifest: Manifest): RecordReader {
  const { pageSize } = manifest
  const kept = new Map<number, Promise<Incident[]>>()
  const load = pageLoader(manifestUrl, manifest)

  const keptPage = (page: number) => {
    const pending = kept.get(page) ?? load(page)
    // Deleted and set again, the page becomes the last key; the first key is then the least recently used.
    kept.delete(page)
    kept.set(page, pending)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    pending.catch(() => kept.delete(page))
    return pending
  }
  const recordOf = (records: readonly Incident[], row: number): Incident => {
    const record = records[row % pageSize]
    if (!record) throw new SourceError('malformed', `no record for row ${row}`)
    return record
  }

  return {
    record: async (row) => recordOf(await keptPage(Math.floor(row / pageSize)), row),
    async *recordsInOrder(rows, signal) {
      const groups = groupsByPage(rows, pageSize)
      const pending: Promise<Incident[]>[] = []
      let requested = 0
      for (const { from, to } of groups) {
        for (; requested < groups.length && pending.length < AHEAD; requested += 1) {
          const page = groups[requested]?.page ?? 0
          const loading = kept.get(page) ?? load(page, signal)
          // It may fail before it is awaited, which is not to be reported as unhandled.
          loading.catch(() => {})
          pending.push(loading)
        }
        const records = (await pending.shift()) ?? []
        signal.throwIfAborted()
        yield rows.slice(from, to).map((row) => recordOf(records, row))
      }
    },
  }
}

/** Loads a page; the list of pages is fetched with the first, and again where that failed. */
function pageLoader(manifestUrl: string, manifest: Manifest) {
  let list: Promise<PublishedFile[]> | undefined
  const loadList = async () => {
    const content = await fetchPublished(manifestUrl, manifest.pages)
    return readPageList(new TextDecoder().decode(content), manifest.pages.name)
  }
  return async (page: number, signal?: AbortSignal): Promise<Incident[]> => {
    list ??= loadList().catch((reason: unknown) => {
      list = undefined
      throw reason
    })
    const file = (await list)[page]
    if (!file) throw new SourceError('malformed', `page ${page} is not listed`, manifest.pages.name)
    const { readPage } = await laterCode(() => import('../../published/readPage.ts'))
    return readPage(await fetchPublished(manifestUrl, file, { signal }), manifest, page, file.name)
  }
}

/** Rows `rows[from]` to `rows[to - 1]` lie on the same page. */
interface PageGroup {
  page: number
  from: number
  to: number
}

/** @param rows ascending */
function groupsByPage(rows: readonly number[], pageSize: number): PageGroup[] {
  const groups: PageGroup[] = []
  rows.forEach((row, index) => {
    const page = Math.floor(row / pageSize)
    const last = groups.at(-1)
    if (last?.page === page) last.to = index + 1
    else groups.push({ page, from: index, to: index + 1 })
  })
  return groups
}
