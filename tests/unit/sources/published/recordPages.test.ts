import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRecordPages } from '../../../../src/sources/published/recordPages.ts'
import { hostRecords, manifestUrl, records } from './hostedRecords.ts'

const page = (number: number) => `pages/${number}.json.gz`

async function collected(groups: AsyncIterable<{ id: string }[]>): Promise<string[][]> {
  const found = []
  for await (const group of groups) found.push(group.map(({ id }) => id))
  return found
}

afterEach(() => void vi.unstubAllGlobals())

describe('a single record', () => {
  it('is read from a page that is fetched once, also for records that are asked for at the same time', async () => {
    const { manifest, asked } = await hostRecords()
    const pages = createRecordPages(manifestUrl, manifest)
    expect(await Promise.all([2, 3].map(pages.record))).toEqual(records.slice(2, 4))
    expect(await pages.record(3)).toEqual(records[3])
    expect(asked).toEqual([manifest.pages.name, page(1)])
    expect(await pages.record(4)).toEqual(records[4])
    expect(asked).toHaveLength(3)
  })

  it('can be asked for again where its page could not be fetched', async () => {
    const { manifest, asked, gone } = await hostRecords()
    gone.add(page(0))
    const pages = createRecordPages(manifestUrl, manifest)
    await expect(pages.record(0)).rejects.toMatchObject({ code: 'missing', file: page(0) })
    gone.delete(page(0))
    expect(await pages.record(0)).toEqual(records[0])
    expect(asked).toEqual([manifest.pages.name, page(0), page(0)])
  })

  it('can be asked for again where the list of pages could not be fetched', async () => {
    const { manifest, gone } = await hostRecords()
    gone.add(manifest.pages.name)
    const pages = createRecordPages(manifestUrl, manifest)
    await expect(pages.record(0)).rejects.toMatchObject({ code: 'missing', file: manifest.pages.name })
    gone.clear()
    expect(await pages.record(0)).toEqual(records[0])
  })

  it('of a row that no page has is an error', async () => {
    const { manifest } = await hostRecords()
    for (const row of [5, 6])
      await expect(createRecordPages(manifestUrl, manifest).record(row)).rejects.toMatchObject({
        code: 'malformed',
      })
  })
})

describe('records in order', () => {
  it('come group by group as their pages hold them, each page fetched once', async () => {
    const { manifest, asked } = await hostRecords()
    const pages = createRecordPages(manifestUrl, manifest)
    const groups = pages.recordsInOrder([0, 1, 3, 4], new AbortController().signal)
    expect(await collected(groups)).toEqual([['i1', 'i2'], ['i4'], ['i5']])
    expect(asked.toSorted()).toEqual([manifest.pages.name, page(0), page(1), page(2)].toSorted())
  })

  it('end with the signal, and fetch no further page', async () => {
    const { manifest, asked } = await hostRecords()
    const abort = new AbortController()
    const pages = createRecordPages(manifestUrl, manifest)
    const inOrder = pages.recordsInOrder([0, 2, 4], abort.signal)
    const groups = inOrder[Symbol.asyncIterator]()
    await groups.next()
    abort.abort()
    const before = asked.length
    await expect(groups.next()).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked).toHaveLength(before)
  })

  it('end with the error of a page that fails', async () => {
    const { manifest, gone } = await hostRecords()
    gone.add(page(1))
    const pages = createRecordPages(manifestUrl, manifest)
    await expect(
      collected(pages.recordsInOrder([0, 2, 4], new AbortController().signal)),
    ).rejects.toMatchObject({ code: 'missing', file: page(1) })
  })
})
