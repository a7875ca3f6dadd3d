import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCountryShapes } from '../../../../src/cli/readCountryShapes.ts'
import { claimantIsNamed, commonWordsOf } from '../../../../src/ingest/laws/claimantIsNamed.ts'
import type { CountryShapes } from '../../../../src/ingest/laws/countryShapes.ts'
import { originsOf } from '../../../../src/ingest/laws/independentSources.ts'
import type { KnownFacts } from '../../../../src/ingest/laws/law.ts'
import { positionInCountry } from '../../../../src/ingest/laws/positionInCountry.ts'
import type { Actor, Place } from '../../../../src/incidents/incident.ts'
import { incidentWith } from '../../incidents/sampleRecords.ts'

function factsOf({
  actors = [],
  places = [],
  shapes,
}: {
  actors?: Actor[]
  places?: Place[]
  shapes?: CountryShapes
}): KnownFacts {
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    places: new Map(places.map((place) => [place.id, place])),
    commonWords: commonWordsOf(actors),
    shapes,
  }
}

describe('originsOf', () => {
  it.each([
    ['Shafaq News', ['Shafaq News']],
    ['Shafaq News (Arabic)', ['Shafaq News']],
    ['Devdiscourse / Reuters', ['Reuters']],
    ['GreenWatch / Reuters, UN', ['Reuters', 'UN']],
    ['Doğruhaber (Turkish) / AFP', ['AFP']],
    ['La Nación / Europa Press (Spanish)', ['Europa Press']],
    ['AP via WTOP', ['AP']],
    ['Okaz (citing SANA)', ['Okaz']],
  ])('%s', (publisher, origins) => {
    expect(originsOf(publisher)).toEqual(origins)
  })
})

describe('positionInCountry', () => {
  let shapes: CountryShapes
  beforeAll(async () => {
    shapes = await readCountryShapes()
  })

  it('finds nothing for any town on land: the tolerance is larger than the error of the shapes', () => {
    const rows = readFileSync('data/basemap/places.tsv', 'utf8').trim().split('\n').slice(1)
    const findings = rows.flatMap((row) => {
      const [, country = '', , lat, lng, , name] = row.split('\t')
      const places: Place[] = [
        { id: 'it', kind: 'country', iso: country, name: { en: country }, aliases: [] },
      ]
      const place = { id: 'it', lng: Number(lng), lat: Number(lat), precision: 'country' as const }
      return positionInCountry(incidentWith({ place }), factsOf({ places, shapes })).map(
        ({ severity, message }) => `${severity} ${name}: ${message}`,
      )
    })
    expect(findings.filter((finding) => !/^warning .* is at sea, /.test(finding))).toEqual([])
    // On islands that are too small for the shapes.
    expect(findings.length).toBeLessThan(10)
  }, 120_000)

  it('finds nothing where the place lies in no country, or in a circle of parents', () => {
    const places: Place[] = [
      { id: 'a', kind: 'region', parent: 'b', name: { en: 'A' }, aliases: [] },
      { id: 'b', kind: 'region', parent: 'a', name: { en: 'B' }, aliases: [] },
    ]
    const place = { id: 'a', lng: 0, lat: 0, precision: 'region' as const }
    expect(positionInCountry(incidentWith({ place }), factsOf({ places, shapes }))).toEqual([])
    expect(positionInCountry(incidentWith({ place: { ...place, id: 'c' } }), factsOf({ shapes }))).toEqual([])
  })
})

describe('claimantIsNamed finds nothing where a source names the claimant', () => {
  const actors: Actor[] = [
    {
      id: 'ministry',
      name: { en: 'Interior Ministry', ar: 'وزارة الداخلية', fr: "Ministère de l'Intérieur" },
      aliases: ['MoI'],
      kind: 'state-forces',
    },
    { id: 'defence', name: { en: 'Defence Ministry' }, aliases: [], kind: 'state-forces' },
  ]
  const told = (note: string, publisher = 'The Paper') =>
    claimantIsNamed(
      incidentWith({
        claims: [{ by: 'ministry', stance: 'asserts', says: { en: 'So' }, sources: ['s1'] }],
        sources: [{ id: 's1', publisher, lang: 'en', note: { en: note } }],
      }),
      factsOf({ actors }),
    )

  it.each([
    ['in another order', 'the ministry of the interior'],
    ['by an alias, in any case', 'moi: two arrested'],
    ['in another script, with its article', 'بيان للداخلية'],
    ['without its accents', 'le ministere de l’interieur'],
    ['by the word that tells it from others', 'interior: two arrested'],
  ])('%s', (_, note) => {
    expect(told(note)).toEqual([])
  })

  it('as the publisher', () => {
    expect(told('two arrested', 'Ministère de l’Intérieur')).toEqual([])
  })

  it('but does for a word that other actors have too, and for the beginning of another word', () => {
    expect(told('the defence ministry: two arrested')).toHaveLength(1)
    expect(told('two interned by the ministry')).toHaveLength(1)
  })
})
