import { describe, expect, it } from 'vitest'
import { describeFilters } from '../../../src/filters/describeFilters.ts'
import { readDegrees, readWhole } from '../../../src/filters/readNumber.ts'
import { ar } from '../../../src/i18n/ar/ar.ts'
import { en } from '../../../src/i18n/en/en.ts'
import type { Dictionaries } from '../../../src/incidents/columns.ts'
import { noFilters, type Filters } from '../../../src/query/incidentQuery.ts'
import { defaultView } from '../../../src/view/view.ts'

const dictionaries: Dictionaries = {
  actors: [{ id: 'police', name: { en: 'Police', ar: 'الشرطة' }, aliases: [], kind: 'state-forces' }],
  places: [],
  publishers: [],
  tags: ['raid'],
}

const filters: Filters = {
  ...noFilters,
  text: 'camp',
  days: { from: 20_362, to: null },
  type: { include: ['battles'], exclude: ['riots'] },
  actor: { include: ['police', 'who'], exclude: [], all: true },
  tag: { include: [], exclude: ['raid'] },
  fatalities: { min: 1, max: 5 },
  area: { west: 0, south: 0, east: 1, north: 1 },
}

describe('describeFilters', () => {
  it('gives one chip for each filter and each chosen value', () => {
    expect(describeFilters(filters, dictionaries, en, 'en').map(({ text }) => text)).toEqual([
      '“camp”',
      'from 1 Oct 2025',
      'Battles',
      'not Riots',
      'Actors: all together',
      'Police',
      'unknown: who',
      'not raid',
      '1–5 deaths',
      'within an area',
    ])
  })

  it('tells a value by its id, and not as unknown, while its facet may lack the name', () => {
    const chips = describeFilters(filters, dictionaries, en, 'en', ['actor'])
    expect(chips.find(({ key }) => key === 'actor who')).toMatchObject({ text: 'who' })
    expect(chips.filter(({ unknown }) => unknown)).toEqual([])
    expect(describeFilters(filters, dictionaries, en, 'en').filter(({ unknown }) => unknown)).toHaveLength(1)
  })

  it('knows the names of values by which the dictionaries have grown', () => {
    const growing: Dictionaries = { ...dictionaries, actors: [...dictionaries.actors] }
    const texts = () => describeFilters(filters, growing, en, 'en').map(({ text }) => text)
    expect(texts()).toContain('unknown: who')
    growing.actors.push({ id: 'who', name: { en: 'Somebody' }, aliases: [], kind: 'person' })
    expect(texts()).toContain('Somebody')
  })

  it('uses the language of the reader', () => {
    expect(describeFilters(filters, dictionaries, ar, 'ar').map(({ text }) => text)).toContain('الشرطة')
  })

  it('gives acts that together remove all filters', () => {
    const removed = describeFilters(filters, dictionaries, en, 'en').reduce(
      (view, { remove }) => remove.apply(view),
      { ...defaultView, filters },
    )
    expect(removed.filters).toEqual(noFilters)
  })
})

describe('readWhole and readDegrees', () => {
  it.each([
    ['', null],
    [' 12 ', 12],
    ['١٢', 12],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['many', undefined],
  ])('read %j as a number of people', (typed, read) => {
    expect(readWhole(typed)).toBe(read)
  })

  it.each([
    ['36.5', 36.5],
    ['36,5', 36.5],
    ['−36.5', -36.5],
    ['٣٦٫٥', 36.5],
    ['181', undefined],
    ['', undefined],
    ['Infinity', undefined],
  ])('read %j as degrees', (typed, read) => {
    expect(readDegrees(typed, 180)).toBe(read)
  })
})
