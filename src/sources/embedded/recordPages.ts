import type { Incident } from '../../incidents/incident.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { Manifest, PublishedFile } from '../../published/manifest.ts'
import { readPageList } from '../../published/readManifest.ts'
import { fetchPublished } from './fetchPublished.ts'
import { laterCode } from './laterCode.ts'

/** Pages that are kept: what was opened is often opened again, and neighbours lie on the same page. */
const KEPT = 16

/** Full records, fetched a page at a time when they are asked for. */
export interface RecordPages {
  /** @throws SourceError */
  record(row: number): Promise<Incident>
}

export function createRecordPages(manifestUrl: string, manifest: Manifest): RecordPages {
  const kept = new Map<number, Promise<Incident[]>>()
  let list: Promise<PublishedFile[]> | undefined

  const loadList = async () => {
    const content = await fetchPublished(manifestUrl, manifest.pages)
    return readPageList(new TextDecoder().decode(content), manifest.pages.name)
  }
  const load = async (page: number) => {
    list ??= loadList().catch((reason: unknown) => {
      // What could not be had is asked for again.
      list = undefined
      throw reason
    })
    const file = (await list)[page]
    if (!file) throw new SourceError('malformed', `no page ${page} is listed`, manifest.pages.name)
    const { readPage } = await laterCode(() => import('../../published/readPage.ts'))
    return readPage(await fetchPublished(manifestUrl, file), manifest, page, file.name)
  }
  const pageOf = (page: number) => {
    const pending = kept.get(page) ?? load(page)
    // Last used last: the first is the one to let go of.
    kept.delete(page)
    kept.set(page, pending)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    pending.catch(() => kept.delete(page))
    return pending
  }

  return {
    async record(row) {
      const records = await pageOf(Math.floor(row / manifest.pageSize))
      const record = records[row % manifest.pageSize]
      if (!record) throw new SourceError('malformed', `no record for row ${row}`)
      return record
    },
  }
}
