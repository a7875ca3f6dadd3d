import { describe, expect, it } from 'vitest'
import { facetRows, openRows } from '../../../src/filters/facetRows.ts'
import type { FacetValue } from '../../../src/filters/facetValues.ts'

const value = (id: string, index: number, more: Partial<FacetValue> = {}): FacetValue => ({
  id,
  index,
  name: id,
  lang: 'en',
  aliases: [],
  ...more,
})

const values = [
  value('Army', 0),
  value('Brigade', 1, { parent: 'Army' }),
  value('Civilians', 2, { aliases: ['المدنيون', 'residents'] }),
  value('Division', 3, { parent: 'Army' }),
]
const counts = [2, 9, 5, 0]
const nothing = { include: [], exclude: [] }
const idsOf = (rows: ReturnType<typeof facetRows>) => rows.map(({ value: { id } }) => id)

describe('the rows of a facet', () => {
  it('stand by count, then by name', () => {
    expect(idsOf(facetRows(values, counts, nothing, ''))).toEqual([
      'Brigade',
      'Civilians',
      'Army',
      'Division',
    ])
  })

  it('begin with what was chosen, excluded or not', () => {
    expect(idsOf(facetRows(values, counts, { include: ['Civilians'], exclude: ['Division'] }, ''))).toEqual([
      'Civilians',
      'Division',
      'Brigade',
      'Army',
    ])
  })

  it('put children below a parent that is chosen', () => {
    const rows = facetRows(values, counts, { include: ['Army'], exclude: [] }, '')
    expect(rows.map(({ value: { id }, depth }) => [id, depth])).toEqual([
      ['Army', 0],
      ['Brigade', 1],
      ['Division', 1],
      ['Civilians', 0],
    ])
  })

  it('are found by alias in any language, and say by which', () => {
    expect(facetRows(values, counts, nothing, 'مدنيون')).toEqual([
      { value: values[2], depth: 0, alias: 'المدنيون' },
    ])
    expect(facetRows(values, counts, nothing, 'civ')[0]).not.toHaveProperty('alias')
    expect(facetRows(values, counts, nothing, 'zzz')).toEqual([])
  })

  it('stand open as far as there is something, and always to the last chosen', () => {
    const rows = facetRows(values, counts, nothing, '')
    expect(openRows(rows, counts, nothing, 8)).toBe(3)
    expect(openRows(rows, counts, nothing, 2)).toBe(2)
    expect(openRows(rows, counts, { include: ['Division'], exclude: [] }, 2)).toBe(4)
    expect(openRows([], counts, nothing, 8)).toBe(0)
  })
})
