import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRecordPages } from '../../../../src/sources/embedded/recordPages.ts'
import { hostRecords, manifestUrl, records } from './publishedSet.ts'

afterEach(() => void vi.unstubAllGlobals())

describe('record pages', () => {
  it('fetch a page once for all that is asked of it, also at the same time', async () => {
    const { manifest, asked } = await hostRecords()
    const pages = createRecordPages(manifestUrl, manifest)
    expect(await Promise.all([2, 3].map(pages.record))).toEqual(records.slice(2, 4))
    expect(await pages.record(3)).toEqual(records[3])
    expect(asked).toEqual([manifest.pages.name, 'pages/1.json.gz'])
    expect(await pages.record(4)).toEqual(records[4])
    expect(asked).toHaveLength(3)
  })

  it('ask again for a page that could not be had', async () => {
    const { manifest, asked, gone } = await hostRecords()
    const name = 'pages/0.json.gz'
    gone.add(name)
    const pages = createRecordPages(manifestUrl, manifest)
    await expect(pages.record(0)).rejects.toMatchObject({ code: 'missing', file: name })
    gone.delete(name)
    expect(await pages.record(0)).toEqual(records[0])
    expect(asked).toEqual([manifest.pages.name, name, name])
  })

  it('ask again for the list of pages where it could not be had', async () => {
    const { manifest, gone } = await hostRecords()
    gone.add(manifest.pages.name)
    const pages = createRecordPages(manifestUrl, manifest)
    await expect(pages.record(0)).rejects.toMatchObject({ code: 'missing', file: manifest.pages.name })
    gone.clear()
    expect(await pages.record(0)).toEqual(records[0])
  })

  it('say so where no such page is listed', async () => {
    const { manifest } = await hostRecords()
    await expect(createRecordPages(manifestUrl, manifest).record(6)).rejects.toMatchObject({
      code: 'malformed',
    })
    await expect(createRecordPages(manifestUrl, manifest).record(5)).rejects.toMatchObject({
      code: 'malformed',
    })
  })
})
