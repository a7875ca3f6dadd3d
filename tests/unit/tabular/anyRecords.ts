import * as fc from 'fast-check'
import { EARLIEST_DAY, formatIsoDay } from '../../../src/incidents/day.ts'
import type {
  Actor,
  Casualties,
  CasualtyCount,
  Claim,
  Incident,
  Place,
} from '../../../src/incidents/incident.ts'
import {
  actorKinds,
  countWords,
  eventTypes,
  geoPrecisions,
  matters,
  namedWeapons,
  roles,
  sourceMedia,
  stances,
  statuses,
  subtypesAllowed,
  timePrecisions,
} from '../../../src/incidents/vocabulary.ts'

/** A data set of any records that are of their form, with what their ids stand for. */
export interface AnyRecords {
  actors: Actor[]
  places: Place[]
  incidents: Incident[]
}

/** Letters that formats treat in a way of their own, beside ordinary ones of three scripts. */
const letters = [
  ...'=+-@\'"`;,|\t\n\r #{}[]()<>&\\/:.019aéß'.split(''),
  'ا',
  'ب',
  '\uFEFF',
  '\u200F',
  '\uFF1D',
  '\u201C',
  '😀',
]

/** A text that is not blank. Carriage returns alone are left out: XML turns them into line feeds. */
const text = (maxLength = 12) =>
  fc
    .oneof(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength }),
      fc.string({ minLength: 1, maxLength }),
      fc.constantFrom(
        '=1+1',
        "'=1",
        '-3.5',
        '"',
        'a;=1',
        '# a',
        'NA',
        'null',
        '12',
        '2025-01-01',
        'true',
        '__proto__',
      ),
    )
    .filter((any) => /\S/.test(any))

const translated = fc
  .record({ en: text(), ar: text(), fr: text() }, { requiredKeys: [] })
  .filter((of) => Object.keys(of).length > 0)

const textOrTranslated = fc.oneof(text(), translated)

const id = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019-_.'.split('')), minLength: 1, maxLength: 6 })
  .map((any) => `i${any}`)

const day = fc.integer({ min: EARLIEST_DAY + 400, max: 40_000 }).map(formatIsoDay)

const url = fc
  .string({ unit: fc.constantFrom(...'ab/-_=?;&%20.'.split('')), maxLength: 12 })
  .map((path) => `https://a.example/${path}`)

const count: fc.Arbitrary<CasualtyCount> = fc.oneof(
  fc.record({ min: fc.nat(500) }),
  fc.record({ max: fc.nat(500) }),
  fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  fc.constantFrom(...countWords),
)

/** Degrees as any double, not only round ones. */
const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((of) => of + 0)

const places = fc.tuple(translated, translated, translated).map(([country, region, town]): Place[] => [
  { id: 'land', kind: 'country', name: country, aliases: [], iso: 'SY' },
  { id: 'north', kind: 'region', name: region, aliases: [], parent: 'land' },
  { id: 'town', kind: 'locality', name: town, aliases: [], parent: 'north' },
])

const actors = fc.tuple(translated, translated, translated).chain(([a, b, c]) =>
  fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...actorKinds))).map((kinds): Actor[] =>
    [a, b, c].map((name, i) => ({
      id: `actor-${i}`,
      name,
      aliases: [],
      kind: kinds[i] ?? 'person',
      ...(i === 1 ? { parent: 'actor-0' } : {}),
    })),
  ),
)

const claimant = fc.oneof(fc.constantFrom('actor-0', 'actor-1', 'actor-2'), textOrTranslated)
const carriedBy = fc.subarray(['s1', 's2'])

const casualties: fc.Arbitrary<Casualties> = fc
  .record(
    {
      by: claimant,
      attributed: fc.constant(true as const),
      group: fc.oneof(fc.constant('all'), textOrTranslated),
      killed: count,
      wounded: count,
      killedOrWounded: count,
      said: translated,
      sources: carriedBy,
    },
    { requiredKeys: ['by', 'group', 'sources'] },
  )
  .filter(({ killed, wounded, killedOrWounded }) => [killed, wounded, killedOrWounded].some(Boolean))

const claim: fc.Arbitrary<Claim> = fc
  .record(
    {
      who: claimant,
      isAttributed: fc.boolean(),
      via: translated,
      stance: fc.constantFrom(...stances),
      matter: fc.constantFrom(...matters),
      says: translated,
      sources: carriedBy,
    },
    { requiredKeys: ['who', 'isAttributed', 'stance', 'says', 'sources'] },
  )
  .map(({ who, isAttributed, ...rest }) => ({
    ...(isAttributed ? { attributedTo: who } : { by: who }),
    ...rest,
  }))

const source = (of: 's1' | 's2') =>
  fc.record(
    {
      id: fc.constant(of),
      publisher: fc.oneof(text(), fc.constant('')),
      medium: fc.constantFrom(...sourceMedia),
      url,
      archived: url,
      seen: day,
      lang: fc.constantFrom('en', 'ar', 'fr', 'pt-BR', 'und'),
      published: day,
      note: textOrTranslated,
    },
    { requiredKeys: ['id', 'publisher', 'lang'] },
  )

const someOf = <T>(list: readonly T[]) => fc.subarray([...list], { minLength: 1 })

const date = fc
  .record(
    {
      days: fc.tuple(day, day),
      isRange: fc.boolean(),
      precision: fc.constantFrom(...timePrecisions),
      time: fc.constantFrom('00:00', '07:05', '23:59'),
    },
    { requiredKeys: ['days', 'isRange', 'precision'] },
  )
  .map(({ days, isRange, ...rest }) => {
    const [start = '', end = ''] = days.toSorted()
    return { start, ...(isRange && end > start ? { end } : {}), ...rest }
  })

const incident: fc.Arbitrary<Incident> = fc
  .constantFrom(...eventTypes)
  .chain((type) => fc.tuple(fc.constant(type), fc.constantFrom(...subtypesAllowed(type))))
  .chain(([type, subtype]) =>
    fc.record(
      {
        id,
        title: fc.oneof(translated, fc.constant({})),
        summary: fc.oneof(translated, fc.constant({})),
        date,
        place: fc
          .record({
            id: fc.constantFrom('land', 'north', 'town'),
            position: fc.option(fc.record({ lng: degrees(180), lat: degrees(90) })),
            precision: fc.constantFrom(...geoPrecisions),
          })
          .map(({ position, ...rest }) => ({ ...rest, ...position })),
        type: fc.constant(type),
        subtype: fc.constant(subtype),
        weapons: someOf(namedWeapons),
        actors: fc
          .subarray(['actor-0', 'actor-1', 'actor-2'])
          .chain((ids) =>
            fc.tuple(...ids.map((of) => fc.record({ id: fc.constant(of), role: fc.constantFrom(...roles) }))),
          ),
        casualties: fc.array(casualties, { minLength: 1, maxLength: 3 }),
        claims: fc.array(claim, { minLength: 1, maxLength: 2 }),
        sources: fc.tuple(source('s1'), source('s2')),
        status: fc.constantFrom(...statuses),
        disputed: someOf(matters),
        related: fc.array(id, { minLength: 1, maxLength: 2 }),
        tags: fc.uniqueArray(text(), { minLength: 1, maxLength: 3 }),
      },
      {
        requiredKeys: [
          'id',
          'title',
          'summary',
          'date',
          'place',
          'type',
          'subtype',
          'actors',
          'sources',
          'status',
        ],
      },
    ),
  )

/** Random data sets of up to three incidents with different ids. */
export const anyRecords: fc.Arbitrary<AnyRecords> = fc.record({
  actors,
  places,
  incidents: fc.uniqueArray(incident, { minLength: 1, maxLength: 3, selector: (of) => of.id }),
})
