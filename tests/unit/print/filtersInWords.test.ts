import { describe, expect, it } from 'vitest'
import { ar } from '../../../src/i18n/ar/ar.ts'
import { en } from '../../../src/i18n/en/en.ts'
import { fr } from '../../../src/i18n/fr/fr.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import { filtersInWords } from '../../../src/print/filtersInWords.ts'
import { noFilters, type Filters } from '../../../src/query/incidentQuery.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { sourceOf } from '../list/showWithRecords.tsx'

const { dictionaries } = sourceOf({ incidents: [incidentWith({})] }).describe()
const filters: Filters = {
  ...noFilters,
  days: { from: parseDay('2025-10-01') ?? 0, to: null },
  type: { include: ['battles', 'riots'], exclude: [] },
  actor: { include: [], exclude: ['police'], all: false },
  text: 'camp',
  area: { west: 36, south: 35.5, east: 37, north: 36.5 },
}

describe('filtersInWords', () => {
  it('names each dimension once, with all that passes it', () => {
    expect(filtersInWords(filters, dictionaries, en, 'en')).toEqual([
      { name: 'Dates', text: 'from 1 Oct 2025' },
      { name: 'Event type', text: 'Battles, Riots' },
      { name: 'Actor', text: 'not police' },
      { name: 'Search', text: '“camp”' },
      { name: 'Area', text: 'within an area, West 36, South 35.5, East 37, North 36.5' },
    ])
  })

  it.each([
    ['ar', ar],
    ['fr', fr],
  ] as const)('is in words in %s', (language, messages) => {
    const said = filtersInWords(filters, dictionaries, messages, language)
    expect(said.map(({ name }) => name)).toEqual(
      (['days', 'type', 'actor', 'text', 'area'] as const).map((each) => messages.filters.field[each]),
    )
    expect(said[1]?.text).toContain(messages.vocabulary.type.riots)
  })

  it('is empty without filters', () => {
    expect(filtersInWords(noFilters, dictionaries, en, 'en')).toEqual([])
  })
})
