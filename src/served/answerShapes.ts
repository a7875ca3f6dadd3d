import * as z from 'zod/mini'
import type { CalendarUnit } from '../incidents/day.ts'
import { facetIds, fieldIds, byField } from '../incidents/fields.ts'
import { isTranslated } from '../incidents/shapeChecks.ts'
import type { Translated } from '../incidents/incident.ts'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  timePrecisions,
  tollStandings,
} from '../incidents/vocabulary.ts'
import { isActor, isPlace, isPublisher } from '../published/readDictionaries.ts'
import { isAbout } from '../published/readManifest.ts'
import type { Actor, DatasetAbout, Place, Publisher } from '../incidents/incident.ts'

/*
 * What a server answers (query/servedDataset.ts) as zod schemas: the page reads answers by them, and the server's
 * description of its API shows them. Fields that this page does not know are left out, so that a newer server can add
 * some.
 */

// zod would compile validators with `new Function`, which the page's content security policy forbids and reports.
z.config({ jitless: true })

/** A count, or an index: what fits into a Uint32Array. */
const count = () => z.int().check(z.gte(0), z.lte(0xffff_ffff))
/** A Day: what fits into an Int32Array. */
const day = () => z.int().check(z.gte(-0x8000_0000), z.lte(0x7fff_ffff))
/** Lists of such numbers, checked by one function: there are thousands in an answer, and the page waits meanwhile. */
const counts = () => wholes(0, 0xffff_ffff)
const dayList = () => wholes(-0x8000_0000, 0x7fff_ffff)

function wholes(minimum: number, maximum: number) {
  return z
    .custom<number[]>((value) => isListOfWholes(value, minimum, maximum))
    .register(z.globalRegistry, { type: 'array', items: { type: 'integer', minimum, maximum } })
}

function isListOfWholes(value: unknown, least: number, most: number): boolean {
  return (
    Array.isArray(value) &&
    value.every((each) => Number.isInteger(each) && Number(each) >= least && Number(each) <= most)
  )
}

const text = () => z.string().check(z.minLength(1))
/** An area that reaches over the antimeridian has longitudes beyond 180. */
const lng = () => z.number().check(z.gte(-540), z.lte(540))
const lat = () => z.number().check(z.gte(-90), z.lte(90))

const lngLat = z.tuple([lng(), lat()])
const bounds = z.object({ west: lng(), south: lat(), east: lng(), north: lat() })
const days = z.object({ from: day(), to: day() })

/** What is checked elsewhere. */
function told(description: string) {
  return z.unknown().register(z.globalRegistry, { type: 'object', description })
}

/** What a guard of ours checks, told in words in the description of the API. */
function guarded<T>(is: (value: unknown) => value is T, description: string) {
  return z.custom<T>(is).register(z.globalRegistry, { type: 'object', description })
}

const translated = guarded<Translated>(isTranslated, 'A text by language: `en`, `ar`, `fr`.')
const actor = guarded<Actor>(isActor, 'An actor: `id`, `name` by language, `aliases`, `kind`.')
const place = guarded<Place>(isPlace, 'A place: `id`, `name` by language, `aliases`, `kind`, `parent`.')
const publisher = guarded<Publisher>(isPublisher, 'A publisher: `id` and `name`.')
const about = guarded<DatasetAbout>(isAbout, 'Title, publisher, licence and more of the data set.')

const named = z.object({
  actors: z.array(z.tuple([count(), actor])),
  places: z.array(z.tuple([count(), place])),
  publishers: z.array(z.tuple([count(), publisher])),
  tags: z.array(z.tuple([count(), text()])),
})

const summary = z.object({
  id: text(),
  title: z.nullable(translated),
  start: day(),
  end: day(),
  timePrecision: z.enum(timePrecisions),
  type: z.enum(eventTypes),
  subtype: z.enum(subEventTypes),
  status: z.enum(statuses),
  place: count(),
  position: z.nullable(lngLat),
  geoPrecision: z.enum(geoPrecisions),
  deaths: z.object({
    standing: z.enum(tollStandings),
    min: z.nullable(count()),
    max: z.nullable(count()),
  }),
  sources: count(),
})

const histogram = z
  .object({
    unit: z.enum(['day', 'week', 'month', 'quarter', 'year'] satisfies CalendarUnit[]),
    starts: dayList(),
    end: day(),
    certain: counts(),
    uncertain: counts(),
    before: count(),
    after: count(),
  })
  .check(
    z.refine(({ starts, certain, uncertain }) => {
      const length = starts.length * eventTypes.length
      return certain.length === length && uncertain.length === length
    }),
  )

const cell = z.object({
  key: text(),
  position: lngLat,
  count: count(),
  radius: z.number().check(z.gte(0), z.lte(10_000)),
  byType: counts().check(z.refine((list) => list.length === eventTypes.length)),
  imprecise: count(),
  bounds,
  incident: z.optional(z.object({ id: text(), precision: z.enum(geoPrecisions), status: z.enum(statuses) })),
  place: z.optional(count()),
})

const exactness = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact') }),
  z.object({
    kind: z.literal('sampled'),
    share: z.number().check(z.gt(0), z.lt(1)),
    margin: z.number().check(z.gte(0)),
  }),
])

const partFields = {
  exactness,
  total: count(),
  of: count(),
  histogram: z.nullable(histogram),
  relaxed: z.object(byField(count)),
  unnumbered: count(),
  textMatches: count(),
  cells: z.nullable(z.array(cell)),
  extent: z.nullable(bounds),
  undrawn: z.array(
    z.object({
      why: z.enum(['country-only', 'no-position']),
      country: z.nullable(count()),
      count: count(),
    }),
  ),
  textPending: z.boolean(),
}

const drawn = z.nullable(count())

const result = z.object({
  ...partFields,
  facets: z.partialRecord(z.enum(facetIds), counts()),
  drawnIn: z.object({ open: drawn, rows: z.array(drawn) }),
  list: z.object({ total: count(), offset: count(), rows: z.array(summary) }),
  open: z.nullable(
    z.object({
      summary: z.optional(summary),
      fails: z.array(z.enum(fieldIds)),
      earlier: z.nullable(text()),
      later: z.nullable(text()),
    }),
  ),
})

/** One line of the answer to a query. The error is read by `servedError`. */
export const queryLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('part'), part: z.object({ answer: z.object(partFields), named }) }),
  z.object({ kind: z.literal('whole'), whole: z.object({ answer: result, named }) }),
  z.object({ kind: z.literal('error'), error: told('As the body of an answer that failed.') }),
])

/** Named<FacetPage> */
export const facetPageSchema = z.object({
  answer: z.object({
    values: z.array(z.object({ index: count(), count: count(), total: count() })),
    of: count(),
  }),
  named,
})

/** Named<IncidentDetails>; the record itself is checked by `incidentSchema`. */
export const detailsSchema = z.object({
  answer: z.object({ incident: told('The full record.'), summary, related: z.array(summary) }),
  named,
})

/** Named<IncidentSummary[][]> */
export const citingSchema = z.object({ answer: z.array(z.array(summary)), named })

/** DatasetVersion */
export const versionSchema = z.object({ version: text(), updated: text() })

/** ServedDescription */
export const descriptionSchema = z.object({
  about,
  incidents: count(),
  sources: z.int().check(z.gte(0)),
  days: z.nullable(days),
  bounds: z.nullable(bounds),
  dictionaries: z.object({
    actors: z.array(actor),
    places: z.array(place),
    publishers: z.array(publisher),
    tags: z.array(text()),
  }),
  totals: z.partialRecord(z.enum(facetIds), counts()),
  paged: z.optional(z.array(z.enum(facetIds))),
  version: text(),
})

/** The answers as the schemas read them: indices are the server's. */
export type ReadPart = Extract<z.infer<typeof queryLineSchema>, { kind: 'part' }>['part']['answer']
export type ReadResult = z.infer<typeof result>
export type ReadSummary = z.infer<typeof summary>
