import { describe, expect, it } from 'vitest'
import { fieldsNamed, languageOfColumn } from '../../../../src/ingest/mapping/columnName.ts'

const fieldsOf = (name: string) => fieldsNamed(name).map(({ field }) => field)

describe('the name of a column', () => {
  it.each([
    ['Latitude', 'latitude'],
    ['location_latitude', 'latitude'],
    ['eventDate', 'day'],
    ['Date of incident', 'day'],
    ['Attack Date', 'day'],
    ['Année', 'year'],
    ['Pays', 'country'],
    ['Catégorie', 'category'],
    ['خط العرض', 'latitude'],
    ['خط الطول', 'longitude'],
    ['التاريخ', 'day'],
    ['القتلى (حد أدنى)', 'killed-min'],
    ['Number Dead', 'killed'],
    ['Total killed', 'killed'],
    ['Source 2', 'source'],
    ['Actor2', 'actor'],
    ['description_ar', 'description'],
    ['type_of_violence', 'category'],
    ['Suspected belligerent', 'actor'],
  ])('%s stands for %s', (name, field) => {
    expect(fieldsOf(name)).toContain(field)
  })

  it.each([
    'flat',
    'platform',
    'shore_latitude',
    'longitudinal study',
    'dead and missing',
    'Morts et disparus',
    'Nationals killed',
    'civilians reported killed',
    'number',
    'updated',
    'idea',
    '',
    '   ',
    'x'.repeat(100_000),
  ])('%.40j is not told by a part of it', (name) => {
    expect(fieldsOf(name).filter((field) => field !== 'id')).toEqual([])
  })

  it('is taken whole before words are left out of it', () => {
    expect(fieldsOf('location')).toEqual(['position', 'place'])
    expect(fieldsNamed('date')[0]).toMatchObject({ field: 'day', strength: 1, rank: 0 })
    expect(fieldsNamed('attack date')[0]?.strength).toBeLessThan(1)
    expect(fieldsNamed('timestamp')[0]?.strength).toBeLessThan(fieldsNamed('attack date')[0]?.strength ?? 0)
  })

  it('may end in a language', () => {
    expect(['title_en', 'Résumé (fr)', 'description arabic', 'title', 'en'].map(languageOfColumn)).toEqual([
      'en',
      'fr',
      'ar',
      undefined,
      undefined,
    ])
  })
})
