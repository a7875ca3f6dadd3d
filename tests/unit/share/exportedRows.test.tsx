import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { syntheticDataset } from '../../../src/cli/synthetic/syntheticDataset.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import { noFilters, type Filters } from '../../../src/query/incidentQuery.ts'
import { queryWith } from '../../unit/engine/sampleTable.ts'
import { sourceOf } from '../list/showWithRecords.tsx'

const { about, actors, places, incidents: all } = syntheticDataset(400, 3)
const incidents = [...all]
const { source } = sourceOf({ about, actors, places, incidents })
const day = (text: string) => parseDay(text) ?? 0
const anyOf = (...include: string[]) => ({ include, exclude: [] })

const views: [name: string, filters: Partial<Filters>][] = [
  ['without filters', {}],
  ['of a span of days', { days: { from: day('2015-01-01'), to: day('2019-12-31') } }],
  ['of two types', { type: { include: ['battles', 'riots'], exclude: [] } }],
  ['without a status', { status: { include: [], exclude: ['reported'] } }],
  ['of an actor', { actor: { ...anyOf(actors[0]?.id ?? ''), all: false } }],
  ['with dead', { fatalities: { min: 1, max: null } }],
  ['of an area', { area: { west: 36, south: 33, east: 40, north: 36 } }],
  ['that nothing passes', { days: { from: day('1900-01-01'), to: day('1900-01-02') } }],
]

async function exported(filters: Filters) {
  const decoder = new TextDecoder()
  let text = ''
  for await (const { bytes } of source.export({ filters, format: 'csv' }))
    text += decoder.decode(bytes, { stream: true })
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data
}

describe('the rows of an exported file', () => {
  it.each(views)('are those of the view %s', async (_, change) => {
    const filters = { ...noFilters, ...change }
    const rows = await exported(filters)
    const result = await source.query(queryWith({ filters }))
    expect(rows).toHaveLength(result.total)
    const dayOf = new Map(incidents.map(({ id, date }) => [id, date]))
    // Each incident once, with the days that its record states.
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const row of rows) {
      const date = dayOf.get(row['id'] ?? '')
      expect([row['date_start'], row['date_end']]).toEqual([date?.start, date?.end ?? date?.start])
    }
  })

  it.each(['Pacific/Kiritimati', 'America/Anchorage', 'Asia/Damascus'])(
    'have the same days in %s',
    async (zone) => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        const rows = await exported(noFilters)
        expect(rows.map(({ date_start: start }) => start)).toEqual(incidents.map(({ date }) => date.start))
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    },
  )
})
