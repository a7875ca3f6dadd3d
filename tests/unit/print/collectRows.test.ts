import { describe, expect, it } from 'vitest'
import { noFilters, type IncidentQuery } from '../../../src/query/incidentQuery.ts'
import { collectRows, MOST_ROWS } from '../../../src/print/collectRows.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { sourceOf } from '../list/showWithRecords.tsx'

const day = (index: number) => new Date(index * 86_400_000).toISOString().slice(0, 10)
const incidents = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    incidentWith({
      id: `i${index}`,
      title: { en: `Title ${index}` },
      date: { start: day(index), precision: 'day' },
    }),
  )

const query: IncidentQuery = {
  filters: noFilters,
  facets: [],
  map: null,
  bins: null,
  list: { order: 'oldest', offset: 60, limit: 30, within: null },
  open: null,
}

describe('collectRows', () => {
  it('fetches every row once, from the top and in order', async () => {
    const { source } = sourceOf({ incidents: incidents(233) })
    const told: [number, number][] = []
    const { rows, answer } = await collectRows(source, query, new AbortController().signal, (...progress) =>
      told.push(progress),
    )
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 233 }, (_, index) => `i${index}`))
    expect(answer.list.total).toBe(233)
    expect(told).toEqual([
      [100, 233],
      [200, 233],
    ])
  })

  it('stops at the greatest number of rows', async () => {
    const { source } = sourceOf({ incidents: incidents(MOST_ROWS + 20) })
    const { rows, answer } = await collectRows(source, query, new AbortController().signal, () => {})
    expect(rows).toHaveLength(MOST_ROWS)
    expect(answer.list.total).toBe(MOST_ROWS + 20)
  })

  it('asks nothing more once it is aborted', async () => {
    const abort = new AbortController()
    const { source } = sourceOf({ incidents: incidents(233) })
    let asked = 0
    const counted = {
      query: (each: IncidentQuery) => {
        asked += 1
        abort.abort()
        return source.query(each)
      },
    }
    await expect(collectRows(counted, query, abort.signal, () => {})).rejects.toThrow(/abort/i)
    expect(asked).toBe(1)
  })
})
