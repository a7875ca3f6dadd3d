import { describe, expect, it } from 'vitest'
import type { Place } from '../../../../src/incidents/incident.ts'
import { createPlaces } from '../../../../src/ingest/assembly/placeRegistry.ts'

function registry() {
  const added: Place[] = []
  const places = createPlaces((place) => added.push(place))
  return { added, places }
}

describe('createPlaces', () => {
  it('registers a chain once, whatever its spelling', () => {
    const { added, places } = registry()
    const first = places.placeOf(
      { country: 'Syria', region: 'Idlib', district: 'Harem', locality: 'Town' },
      'en',
    )
    expect(first).toEqual({ id: 'town', iso: 'SY' })
    expect(
      places.placeOf({ country: 'SYR', region: 'IDLIB', district: 'Härem', locality: ' town ' }, 'en'),
    ).toEqual(first)
    expect(added.map(({ id, kind, parent, iso }) => [id, kind, parent, iso])).toEqual([
      ['syria', 'country', undefined, 'SY'],
      ['idlib', 'region', 'syria', undefined],
      ['harem', 'locality', 'idlib', undefined],
      ['town', 'locality', 'harem', undefined],
    ])
  })

  it('tells places of the same name in different regions apart', () => {
    const { places } = registry()
    expect(places.placeOf({ region: 'A', locality: 'Town' }, 'en').id).toBe('town')
    expect(places.placeOf({ region: 'B', locality: 'Town' }, 'en').id).toBe('town-2')
    expect(places.placeOf({ region: 'A', locality: 'Town' }, 'en').id).toBe('town')
  })

  it('tells names with line ends in them from names of two parts', () => {
    const { places } = registry()
    const ids = [
      places.placeOf({ country: 'A', region: 'B' }, 'en').id,
      places.placeOf({ country: 'AB' }, 'en').id,
      places.placeOf({ country: 'A\nB' }, 'en').id,
    ]
    expect(new Set(ids).size).toBe(3)
  })

  it('has one entry for records that name no place', () => {
    const { added, places } = registry()
    expect(places.placeOf({}, 'en')).toEqual({ id: 'not-named', iso: undefined })
    expect(places.placeOf({ locality: '  ' }, 'ar').id).toBe('not-named')
    expect(places.placeOf({ locality: 'Not named' }, 'en').id).toBe('not-named-2')
    expect(added.map(({ id }) => id)).toEqual(['not-named', 'not-named-2'])
  })
})

describe('a country that a file names by a code', () => {
  const inAll = { en: 'Russia', ar: 'روسيا', fr: 'Russie' }

  it.each(['RU', 'ru', 'RUS', '643'])('has its names in three languages: %s', (country) => {
    const { added, places } = registry()
    expect(places.placeOf({ country }, 'en').iso).toBe('RU')
    expect(added).toMatchObject([{ kind: 'country', iso: 'RU', name: inAll }])
  })

  it('keeps the name that the file writes elsewhere, for its language', () => {
    const { added, places } = registry()
    places.placeOf({ country: 'RU' }, 'en')
    places.placeOf({ country: 'Russian Federation' }, 'en')
    places.placeOf({ country: 'Russia' }, 'en')
    expect(added).toMatchObject([{ name: { ...inAll, en: 'Russian Federation' } }])
  })

  it('is named as the file names it, where it writes a name first', () => {
    const { added, places } = registry()
    places.placeOf({ country: 'Russian Federation' }, 'en')
    places.placeOf({ country: 'RU' }, 'en')
    expect(added).toMatchObject([{ name: { en: 'Russian Federation' } }])
  })

  it('has the text itself where no country has the code', () => {
    const { added, places } = registry()
    places.placeOf({ country: 'ZZ' }, 'fr')
    expect(added).toMatchObject([{ name: { fr: 'ZZ' } }])
  })
})
