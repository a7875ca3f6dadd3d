import { describe, expect, expectTypeOf, it } from 'vitest'
import { codedColumns } from '../../../src/incidents/codedColumns.ts'
import { listLayouts } from '../../../src/incidents/columns.ts'
import {
  byFacet,
  codeFieldIds,
  codesFieldIds,
  facetIds,
  fieldIds,
  fields,
  idsFieldIds,
  isFacetId,
  type FacetId,
  type FieldIdOf,
} from '../../../src/incidents/fields.ts'
import { namedWeapons } from '../../../src/incidents/vocabulary.ts'
import { incidentWith } from './sampleRecords.ts'

/** The values that occur more than once. */
function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) < index)
}

const all = fieldIds.map((id) => fields[id])

describe('the table of fields', () => {
  it('has distinct URL keys', () => {
    const keys = all.flatMap(({ urlKey }) => (typeof urlKey === 'string' ? [urlKey] : Object.values(urlKey)))
    expect(duplicates(keys)).toEqual([])
    for (const key of keys) expect(key).toMatch(/^[a-z]+$/)
  })

  it('keeps the URL keys that links already use', () => {
    expect(byFacet((id) => fields[id].urlKey)).toEqual({
      type: 'type',
      subtype: 'subtype',
      weapon: 'weapon',
      actor: 'actor',
      country: 'country',
      place: 'place',
      publisher: 'source',
      status: 'status',
      precision: 'precision',
      tag: 'tag',
    })
    expect(fields.days.urlKey).toEqual({ from: 'from', to: 'to' })
    expect([fields.fatalities, fields.text, fields.area].map(({ urlKey }) => urlKey)).toEqual([
      'fatalities',
      'q',
      'bbox',
    ])
  })

  it('has distinct columns, but for the two fields of the place', () => {
    const columns = all.flatMap((field) => ('column' in field ? [field.column] : []))
    expect(duplicates(columns)).toEqual(['place'])
  })

  it('has distinct names in the published file, also beside the columns that are not fields', () => {
    const coded = Object.values(codedColumns).map(({ published }) => published)
    const lists = listLayouts.map(({ published }) => published)
    expect(duplicates([...coded, ...lists])).toEqual([])
    expect([...coded, ...lists]).toEqual(
      expect.arrayContaining(all.flatMap((field) => ('published' in field ? [field.published] : []))),
    )
  })

  it('has distinct names in exported files', () => {
    expect(duplicates(all.flatMap((field) => ('exported' in field ? [field.exported] : [])))).toEqual([])
  })

  it('has vocabularies without duplicates, whose indices fit the one byte of a code', () => {
    for (const id of [...codeFieldIds, ...codesFieldIds]) {
      expect(duplicates(fields[id].vocabulary)).toEqual([])
      expect(fields[id].vocabulary.length).toBeLessThanOrEqual(256)
    }
  })

  it('has each notKnown in its vocabulary, as a value that no record can name', () => {
    for (const id of codesFieldIds) expect(fields[id].vocabulary).toContain(fields[id].notKnown)
    expect(namedWeapons).not.toContain(fields.weapon.notKnown)
  })

  it('reads values of the vocabulary from a record', () => {
    const incident = incidentWith({ weapons: ['drone', 'artillery'] })
    for (const id of codeFieldIds) expect(fields[id].vocabulary).toContain(fields[id].of(incident))
    expect(fields.weapon.of(incident)).toEqual(['drone', 'artillery'])
    expect(fields.weapon.of(incidentWith({}))).toBeUndefined()
  })
})

describe('the lists of field ids', () => {
  it('have the facets in the order in which they are shown', () => {
    expect(facetIds).toEqual([
      'type',
      'subtype',
      'weapon',
      'actor',
      'country',
      'place',
      'publisher',
      'status',
      'precision',
      'tag',
    ])
  })

  it('have every field once, and in the lists of kinds only the fields of that kind', () => {
    expect(fieldIds).toEqual(Object.keys(fields))
    expect(fieldIds.filter(isFacetId)).toEqual(facetIds)
    const ofKind = (kind: string) => fieldIds.filter((id) => fields[id].kind === kind)
    expect(codeFieldIds).toEqual(ofKind('code'))
    expect(codesFieldIds).toEqual(ofKind('codes'))
    expect(idsFieldIds).toEqual(ofKind('ids'))
  })

  it('have types that follow from the table', () => {
    expectTypeOf<FieldIdOf<'ids'>>().toEqualTypeOf<'actor' | 'publisher' | 'tag'>()
    expectTypeOf<FieldIdOf<'area' | 'text'>>().toEqualTypeOf<'area' | 'text'>()
    expectTypeOf<FacetId>().toEqualTypeOf<FieldIdOf<'code' | 'codes' | 'ids' | 'place'>>()
  })
})
