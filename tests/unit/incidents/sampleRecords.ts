import * as fc from 'fast-check'
import { formatIsoDay } from '../../../src/incidents/day.ts'
import type { Actor, CountRange, DatasetAbout, Incident, Place } from '../../../src/incidents/incident.ts'
import { unnamedPlace } from '../../../src/incidents/unnamedPlace.ts'
import {
  geoPrecisions,
  NOT_STATED,
  roles,
  statuses,
  subEventTypes,
  timePrecisions,
  typeOfSubtype,
  type Status,
} from '../../../src/incidents/vocabulary.ts'

export const about: DatasetAbout = {
  title: { en: 'A small data set' },
  description: { en: 'For tests' },
  publisher: 'Nobody',
  licence: { name: 'CC0', url: 'https://example.org/licence' },
  citation: 'Nobody, A small data set',
  coverage: { en: 'Nothing real' },
  languages: ['en'],
  updated: '2025-10-31',
}

export const actors: Actor[] = ['police', 'rebels', 'civilians'].map((id) => ({
  id,
  name: { en: id },
  aliases: [],
  kind: 'state-forces',
}))

export const places: Place[] = [
  { id: 'freedonia', kind: 'country', name: { en: 'Freedonia' }, aliases: [] },
  { id: 'north', kind: 'region', name: { en: 'North' }, aliases: [], parent: 'freedonia' },
  { id: 'town', kind: 'locality', name: { en: 'Town' }, aliases: [], parent: 'north' },
  unnamedPlace,
]

/** A simple incident, with some of its properties replaced. */
export function incidentWith(fields: Partial<Incident>): Incident {
  return {
    id: 'one',
    title: { en: 'One' },
    summary: { en: 'Something happened' },
    date: { start: '2025-10-22', precision: 'day' },
    place: { id: 'town', lng: 36.5, lat: 36.25, precision: 'town' },
    type: 'battles',
    subtype: 'armed-clash',
    status: 'reported',
    actors: [{ id: 'police', role: 'initiator' }],
    sources: [{ id: 's1', publisher: 'The Paper', url: 'https://example.org/1', lang: 'en' }],
    ...fields,
  }
}

const range: fc.Arbitrary<CountRange> = fc.oneof(
  fc.record({ min: fc.nat(500) }),
  fc.record({ max: fc.nat(500) }),
  fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
)

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => /\S/.test(text))

const source = fc.record(
  {
    publisher: fc.oneof(word, fc.constant('')),
    lang: fc.constantFrom('en', 'und'),
    url: fc.webUrl(),
  },
  { requiredKeys: ['publisher', 'lang'] },
)

const dates = fc
  .tuple(fc.integer({ min: -50_000, max: 50_000 }), fc.nat(400), fc.constantFrom(...timePrecisions))
  .map(([start, days, precision]) => ({
    start: formatIsoDay(start),
    end: formatIsoDay(start + days),
    precision,
  }))

/** Any degrees from -limit to limit, except -0, which JSON cannot represent. */
function degrees(limit: number): fc.Arbitrary<number> {
  return fc.float({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0)
}

/** The status as far as the sources satisfy the rules of recordLaws.ts for it. */
function lawful(
  status: Status,
  sources: readonly { publisher: string }[],
): Pick<Incident, 'status' | 'disputed'> {
  if (status === 'disputed') return { status, disputed: ['toll'] }
  return { status: new Set(sources.map(({ publisher }) => publisher)).size > 1 ? status : 'reported' }
}

/** Lists of any incidents, with distinct ids. */
export const incidentLists: fc.Arbitrary<Incident[]> = fc
  .array(
    fc.record({
      title: fc.oneof(
        word.map((en) => ({ en })),
        fc.constant({}),
      ),
      summary: fc.tuple(word, word).map(([en, ar]) => ({ en, ar })),
      date: dates,
      place: fc.record({
        id: fc.constantFrom('freedonia', 'north', 'town', unnamedPlace.id),
        precision: fc.constantFrom(...geoPrecisions),
      }),
      position: fc.option(fc.record({ lng: degrees(180), lat: degrees(90) }), { nil: {} }),
      subtype: fc.constantFrom(...subEventTypes),
      status: fc.constantFrom(...statuses),
      actors: fc.uniqueArray(fc.constantFrom('police', 'rebels', 'civilians')),
      role: fc.constantFrom(...roles),
      killed: fc.array(fc.option(range, { nil: undefined }), { maxLength: 3 }),
      sources: fc.array(source, { maxLength: 4 }),
      tags: fc.uniqueArray(fc.constantFrom('a', 'b, c', 'وسم')),
      original: fc.record({
        file: word,
        line: fc.integer({ min: 1, max: 9999 }),
        cells: fc.array(fc.tuple(fc.string(), fc.string())),
      }),
    }),
    { maxLength: 12 },
  )
  .map((items) =>
    items.map(({ actors: ids, role, killed, sources, subtype, status, place, position, ...rest }, index) => ({
      ...rest,
      place: { ...place, ...position },
      id: `incident-${index}`,
      type: typeOfSubtype(subtype) ?? NOT_STATED,
      subtype,
      actors: ids.map((id) => ({ id, role })),
      ...lawful(status, sources),
      casualties: killed.map((each, number) => ({
        said: { en: 'in the words of the report' },
        by: `claimant ${number}`,
        group: 'all',
        sources: sources.slice(0, 1).map(() => 's0'),
        ...(each ? { killed: each } : { wounded: { min: 1 } }),
      })),
      sources: sources.map((each, number) => ({ id: `s${number}`, ...each })),
    })),
  )
