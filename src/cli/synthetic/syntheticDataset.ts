import { formatIsoDay, type Day } from '../../incidents/day.ts'
import type {
  Actor,
  Casualties,
  DatasetAbout,
  Incident,
  IncidentDate,
  Place,
  SourceReport,
} from '../../incidents/incident.ts'
import type { FacetId } from '../../incidents/fields.ts'
import {
  actorKinds,
  eventTypes,
  namedWeapons,
  NOT_STATED,
  roles,
  subtypesOfType,
  type EventType,
} from '../../incidents/vocabulary.ts'
import { capital, inventWord, inventWords } from './inventedWords.ts'
import { createRandom, drawShare, skewed, type Random } from './random.ts'
import { syntheticPlaces, type Locality } from './syntheticPlaces.ts'
import { syntheticTexts } from './syntheticTexts.ts'

/** An invented data set. */
export interface SyntheticDataset {
  about: DatasetAbout
  actors: Actor[]
  places: Place[]
  /** By day, then by id. Can be iterated once; each incident is made when it is asked for. */
  incidents: Iterable<Incident>
}

/** First day of the data set: 2010-01-01. */
const FIRST: Day = 14_610

/** Number of days of the data set: to 2025-12-31. */
const DAYS = 5_844

/** Share of each event type, in percent. */
const typeShares: Readonly<Record<EventType, number>> = {
  battles: 30,
  'explosions-remote-violence': 25,
  'violence-against-civilians': 16,
  protests: 18,
  riots: 5,
  'strategic-developments': 6,
  'not-stated': 0,
}

/**
 * An invented data set that is distributed as real ones are: a few actors, publishers and towns occur in most incidents,
 * many incidents share a position, some last for days, some are known only to a week or a region. The same size and
 * seed give the same data set.
 * @param size how many incidents
 * @param seed 32-bit whole number
 */
export function syntheticDataset(size: number, seed: number): SyntheticDataset {
  const random = createRandom(seed)
  const scale = Math.sqrt(size / 1_000_000)
  const count = (atAMillion: number, least: number) => Math.max(least, Math.round(atAMillion * scale))
  const towns = syntheticPlaces(random, count(40_000, 60))
  const actors = inventActors(random, count(3_000, 20))
  const publishers = inventWords(random, count(1_500, 12)).map(({ latin }) => `Example ${capital(latin)}`)
  const tags = inventWords(random, 60).map(({ latin }) => latin)
  return {
    about,
    actors,
    places: towns.places,
    incidents: inventIncidents(random, size, {
      actors,
      publishers,
      tags,
      draw: towns.draw,
      vocabulary: count(8_000, 400),
    }),
  }
}

const about: DatasetAbout = {
  title: { en: 'Invented incidents', ar: 'أحداث مختلقة', fr: 'Incidents inventés' },
  description: {
    en: 'Made by a generator to try the map with. Nothing in it happened, and no name in it is anyone’s.',
    ar: 'بيانات ولّدها برنامج لتجربة الخريطة. لم يقع شيء مما فيها، ولا يخص أي اسم فيها أحدًا.',
    fr: 'Produits par un générateur pour essayer la carte. Rien n’y est arrivé, et aucun nom n’y est celui de quelqu’un.',
  },
  publisher: 'Incident Atlas',
  licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  citation: 'Incident Atlas, invented incidents.',
  coverage: {
    en: 'Nothing: the data is invented.',
    ar: 'لا شيء: البيانات مختلقة.',
    fr: 'Rien : les données sont inventées.',
  },
  languages: ['en', 'ar', 'fr'],
  updated: '2026-01-01',
}

function inventActors(random: Random, count: number): Actor[] {
  return Array.from({ length: count }, (_, number): Actor => {
    const { latin, arabic } = inventWord(random, 2 + random.below(2))
    return {
      id: `actor-${number + 1}`,
      name: { en: `${capital(latin)} Group`, ar: `جماعة ${arabic}`, fr: `Groupe ${capital(latin)}` },
      aliases: random.chance(0.2) ? [capital(inventWord(random, 3).latin)] : [],
      kind: random.pick(actorKinds),
    }
  })
}

/** What the incidents are made of. */
interface Cast {
  actors: readonly Actor[]
  /** Names. */
  publishers: readonly string[]
  tags: readonly string[]
  /** Draws the town of an incident. */
  draw: () => Locality
  /** How many different words the texts have. */
  vocabulary: number
}

/**
 * The property of a record that each facet is read from. With InventedIncident it makes the compiler check that every
 * facet has invented values.
 */
const inventedFor = {
  type: 'type',
  subtype: 'subtype',
  weapon: 'weapons',
  actor: 'actors',
  country: 'place',
  place: 'place',
  publisher: 'sources',
  status: 'status',
  precision: 'place',
  tag: 'tags',
} as const satisfies Record<FacetId, keyof Incident>

/** An incident in which every property that a facet is read from is written out, even where it is undefined. */
type InventedIncident = Incident & {
  [Key in (typeof inventedFor)[FacetId]]: Incident[Key]
}

function* inventIncidents(random: Random, size: number, cast: Cast): Generator<Incident> {
  const texts = syntheticTexts(random, cast.vocabulary)
  const drawActor = skewed(random, cast.actors, 0.9, 2)
  const drawPublisher = skewed(random, cast.publishers, 0.9, 2)
  const drawTag = skewed(random, cast.tags, 1, 2)
  /** By code of a country, how many incidents it has so far: the number in the id of the last one. */
  const numbers = new Map<string, number>()
  // Weapons, and what is left out, have streams of their own, so that drawing them changes nothing else in the data set.
  const ofWeapons = createRandom(size)
  const ofGaps = createRandom(size + 1)

  const sources = (day: Day, type: EventType): SourceReport[] =>
    Array.from(
      { length: 1 + (random.chance(0.35) ? 1 : 0) + (random.chance(0.12) ? 1 + random.below(4) : 0) },
      (_, at) => ({
        id: `s${at + 1}`,
        publisher: drawPublisher(),
        url: `https://example.org/${type}/${random.below(2 ** 31).toString(36)}`,
        lang: random.pick(['en', 'en', 'ar', 'fr']),
        published: formatIsoDay(day + random.below(4)),
      }),
    )

  const incident = (day: Day): InventedIncident => {
    const town = cast.draw()
    const type = drawType(random)
    const { code } = town.country
    const number = (numbers.get(code) ?? 0) + 1
    numbers.set(code, number)
    const reports = sources(day, type)
    const parties = [...new Set(Array.from({ length: drawShare(random, [8, 22, 42, 20, 8]) }, drawActor))]
    const marks = [...new Set(Array.from({ length: drawShare(random, [45, 40, 15]) }, drawTag))]
    const casualties = casualtiesOf(random, type)
    return {
      id: `${code}${number}`,
      title: texts.title(type),
      summary: texts.summary(type),
      date: dateOf(random, day),
      place: placeOf(random, town),
      type,
      subtype: random.pick(type === NOT_STATED ? [NOT_STATED] : subtypesOfType[type]),
      weapons: weaponsOf(ofWeapons, type),
      actors: parties.map(({ id }) => ({ id, role: random.pick(roles) })),
      ...(casualties ? { casualties } : {}),
      sources: reports,
      status: reports.length === 1 ? 'reported' : random.chance(0.25) ? 'disputed' : 'corroborated',
      ...(number > 10 && random.chance(0.02) ? { related: [`${code}${number - 1 - random.below(9)}`] } : {}),
      tags: marks.length > 0 ? marks : undefined,
    }
  }

  for (const [at, share] of sharesByDay(size).entries()) {
    const ofDay = Array.from({ length: share }, () => withGaps(ofGaps, incident(FIRST + at)))
    yield* ofDay.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }
}

function drawType(random: Random): EventType {
  const type =
    eventTypes[
      drawShare(
        random,
        eventTypes.map((each) => typeShares[each]),
      )
    ]
  if (type === undefined) throw new RangeError('no event type has a share')
  return type
}

/** The incident without what some files do not state: in one of 50 its type, its position or its sources. */
function withGaps(random: Random, incident: Incident): Incident {
  switch (drawShare(random, [98, 1, 0.5, 0.5])) {
    case 1:
      return { ...incident, type: NOT_STATED, subtype: NOT_STATED }
    case 2:
      return { ...incident, place: { id: incident.place.id, precision: NOT_STATED } }
    case 3:
      return {
        ...incident,
        sources: [],
        casualties: incident.casualties?.map((entry) => ({ ...entry, sources: [] })),
        status: 'reported',
      }
    default:
      return incident
  }
}

/** How many incidents each day has: more over the years, in waves; their sum is `size`. */
function sharesByDay(size: number): number[] {
  const weights = Array.from(
    { length: DAYS },
    (_, day) => (0.4 + day / DAYS) * (1 + 0.5 * Math.sin(day / 130) + 0.25 * Math.sin(day / 17)),
  )
  const sum = weights.reduce((a, b) => a + b, 0)
  let [done, given] = [0, 0]
  return weights.map((weight) => {
    done += weight
    const share = Math.round((size * done) / sum) - given
    given += share
    return share
  })
}

function dateOf(random: Random, day: Day): IncidentDate {
  const start = formatIsoDay(day)
  switch (drawShare(random, [80, 5, 7, 5, 2, 1])) {
    case 1:
      return {
        start,
        precision: 'hour',
        time: `${String(random.below(24)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`,
      }
    case 2:
      return { start, end: formatIsoDay(day + 2 + random.below(19)), precision: 'day' }
    case 3:
      return { start, precision: 'week' }
    case 4:
      return { start, precision: 'month' }
    case 5:
      return { start, precision: 'year' }
    default:
      return { start, precision: 'day' }
  }
}

function placeOf(random: Random, { id, lng, lat, region, country }: Locality): Incident['place'] {
  switch (drawShare(random, [15, 70, 10, 4, 1])) {
    case 0:
      return { id, lng, lat, precision: 'site' }
    case 2:
      return { id, lng, lat, precision: 'district' }
    case 3:
      return { id: region.id, lng: region.lng, lat: region.lat, precision: 'region' }
    case 4:
      return { id: country.id, lng: country.lng, lat: country.lat, precision: 'country' }
    default:
      return { id, lng, lat, precision: 'town' }
  }
}

/** One or two weapons in most reports of violence; undefined in others. */
function weaponsOf(random: Random, type: EventType): Incident['weapons'] {
  if (type === 'protests' || type === 'strategic-developments' || random.chance(0.4)) return undefined
  return [...new Set([random.pick(namedWeapons), random.pick(namedWeapons)])]
}

function casualtiesOf(random: Random, type: EventType): Casualties[] | undefined {
  if (!random.chance(type === 'protests' || type === 'strategic-developments' ? 0.08 : 0.45)) return undefined
  const least = Math.max(0, Math.floor(1 / (random.next() + 0.01)) - 1)
  const most = random.chance(0.3) ? least + random.below(6) : least
  const killed = random.chance(0.1) ? { min: least } : { min: least, max: most }
  const said = killed.max === undefined ? { said: { en: `at least ${least} killed` } } : {}
  return [{ by: 'Invented correspondent', group: 'all', killed, ...said, sources: ['s1'] }]
}
