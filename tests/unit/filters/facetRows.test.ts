import { describe, expect, it } from 'vitest'
import { facetRows, lastChosen, openRows } from '../../../src/filters/facetRows.ts'
import type { FacetValue } from '../../../src/filters/facetValues.ts'
import { foldNames, foldedNames } from '../../../src/filters/foldedNames.ts'

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

describe('facetRows and openRows', () => {
  it('sort rows by count, then by name', () => {
    expect(idsOf(facetRows(values, counts, nothing, ''))).toEqual([
      'Brigade',
      'Civilians',
      'Army',
      'Division',
    ])
  })

  it('put chosen rows first, included or excluded', () => {
    expect(idsOf(facetRows(values, counts, { include: ['Civilians'], exclude: ['Division'] }, ''))).toEqual([
      'Civilians',
      'Division',
      'Brigade',
      'Army',
    ])
  })

  it('put the children of an included parent below it', () => {
    const rows = facetRows(values, counts, { include: ['Army'], exclude: [] }, '')
    expect(rows.map(({ value: { id }, depth }) => [id, depth])).toEqual([
      ['Army', 0],
      ['Brigade', 1],
      ['Division', 1],
      ['Civilians', 0],
    ])
  })

  it('find values by an alias in any language, and give that alias', () => {
    expect(facetRows(values, counts, nothing, 'مدنيون')).toEqual([
      { value: values[2], depth: 0, alias: 'المدنيون' },
    ])
    expect(facetRows(values, counts, nothing, 'civ')[0]).not.toHaveProperty('alias')
    expect(facetRows(values, counts, nothing, 'zzz')).toEqual([])
  })

  it('show no empty rows at the end, but always the last chosen row', () => {
    const rows = facetRows(values, counts, nothing, '')
    expect(openRows(rows, counts, lastChosen(rows, nothing), 8)).toBe(3)
    expect(openRows(rows, counts, lastChosen(rows, nothing), 2)).toBe(2)
    expect(openRows(rows, counts, lastChosen(rows, { include: ['Division'], exclude: [] }), 2)).toBe(4)
    expect(openRows([], counts, lastChosen([], nothing), 8)).toBe(0)
  })

  it('sort very many rows by count alone, and keep the given order where counts are equal', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => value(`v${index}`, index))
    const some = many.map((_, index) => (index * 7) % 40)
    const plain = many.toSorted((a, b) => (some[b.index] ?? 0) - (some[a.index] ?? 0)).map(({ id }) => id)
    expect(idsOf(facetRows(many, some, nothing, ''))).toEqual(plain)
    const chosen = { include: ['v3'], exclude: ['v4000'] }
    const others = plain.filter((id) => id !== 'v3' && id !== 'v4000')
    expect(idsOf(facetRows(many, some, chosen, ''))).toEqual(['v3', 'v4000', ...others])
  })
})

describe('foldNames and foldedNames', () => {
  it('fold names in slices, and all remaining ones when a search needs them', () => {
    const many = Array.from({ length: 10 }, (_, index) => value(`Ré${index}`, index, { aliases: ['l’été'] }))
    expect(foldNames(many, 4)).toBe(false)
    expect(foldNames(many, 5)).toBe(false)
    expect(idsOf(facetRows(many, [], nothing, 're9'))).toEqual(['Ré9'])
    expect(foldNames(many, 0)).toBe(true)
    expect(foldedNames(many)[9]).toEqual([' re9', ' l ete'])
    expect(foldNames([], 1)).toBe(true)
  })
})
