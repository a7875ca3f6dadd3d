import * as z from 'zod/mini'
import { parseDay } from './day.ts'
import type { FaultCode } from './faultTexts.ts'
import { httpUrl } from './sourceUrl.ts'
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
  subEventTypes,
  timePrecisions,
} from './vocabulary.ts'

/*
 * The form of a record as zod schemas. They check what incident.ts declares: the types of both are equal, which
 * recordSchema.test.ts asserts. The meaning of each field is documented in incident.ts, the messages for faults stand in
 * faultTexts.ts, and the public JSON Schema is generated from these schemas.
 */

/** A fault code as the error of a check; `checkRecord` replaces it by its message. */
function fault(code: FaultCode): FaultCode {
  return code
}

// zod would compile validators with `new Function`, which the page's content security policy forbids and reports.
z.config({ jitless: true })

const text = () => z.string().check(z.regex(/\S/, { error: fault('empty-text') }))

const id = () =>
  z.string().check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
      error: fault('no-id'),
    }),
    z.maxLength(120, { error: fault('long-id') }),
  )

const day = () =>
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, {
      error: fault('no-date'),
      abort: true,
    }),
    z.refine((value) => parseDay(value) !== undefined, {
      error: fault('no-such-day'),
    }),
  )

const address = () =>
  z.string().check(
    z.regex(/^https?:\/\//i, { error: fault('no-address'), abort: true }),
    z.refine((value) => !/\s/.test(value) && httpUrl(value) !== undefined, {
      error: fault('no-address'),
    }),
  )

const count = () =>
  z
    .int()
    .check(
      z.gte(0, { error: fault('below-zero') }),
      z.lte(1_000_000_000, { error: fault('too-many-people') }),
    )

/** Schema of Translated where there may be no text at all. */
const translatedOrNone = () =>
  z.strictObject({
    en: z.exactOptional(text()),
    ar: z.exactOptional(text()),
    fr: z.exactOptional(text()),
  })

/** Schema of Translated: at least one language. */
export const translatedSchema = translatedOrNone().check(
  z.refine((texts) => Object.keys(texts).length > 0, {
    error: fault('no-language'),
  }),
)

/** Schema of TextOrTranslated. */
const textOrTranslated = () =>
  z.union([text(), translatedSchema], {
    error: fault('no-text'),
  })

/** Schema of Claimant. */
export const claimantSchema = textOrTranslated()

/** Schema of CountRange: `min`, `max` or both, `min` not above `max`. */
export const countRangeSchema = z
  .strictObject({
    min: z.optional(count()),
    max: z.optional(count()),
  })
  .check(
    z.refine((range) => range.min !== undefined || range.max !== undefined, {
      error: fault('no-figure'),
    }),
    z.refine((range) => range.min === undefined || range.max === undefined || range.min <= range.max, {
      path: ['max'],
      error: fault('max-below-min'),
    }),
  )

/** Schema of IncidentDate: `end` not before `start`. */
export const incidentDateSchema = z
  .strictObject({
    start: day(),
    end: z.optional(day()),
    precision: z.enum(timePrecisions),
    time: z.optional(
      z.string().check(
        z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
          error: fault('no-time'),
        }),
      ),
    ),
  })
  .check(
    z.refine((date) => date.end === undefined || date.start <= date.end, {
      path: ['end'],
      error: fault('end-before-start'),
    }),
  )

/** Schema of IncidentPlace: `lng` and `lat`, or neither. */
export const incidentPlaceSchema = z
  .strictObject({
    id: id(),
    lng: z.optional(
      z
        .number()
        .check(z.gte(-180, { error: fault('too-far-west') }), z.lte(180, { error: fault('too-far-east') })),
    ),
    lat: z.optional(
      z
        .number()
        .check(z.gte(-90, { error: fault('too-far-south') }), z.lte(90, { error: fault('too-far-north') })),
    ),
    precision: z.enum(geoPrecisions),
  })
  .check(
    z.refine(({ lng, lat }) => lng === undefined || lat !== undefined, {
      path: ['lat'],
      error: fault('half-position'),
    }),
    z.refine(({ lng, lat }) => lat === undefined || lng !== undefined, {
      path: ['lng'],
      error: fault('half-position'),
    }),
  )

/** Schema of Participation. */
export const participationSchema = z.strictObject({
  id: id(),
  role: z.enum(roles),
})

/** Schema of Claim: exactly one of `by` and `attributedTo`. */
export const claimSchema = z
  .strictObject({
    by: z.optional(claimantSchema),
    attributedTo: z.optional(claimantSchema),
    via: z.optional(translatedSchema),
    stance: z.enum(stances),
    matter: z.optional(z.enum(matters)),
    says: translatedSchema,
    sources: z.array(id()),
  })
  .check(
    z.refine(({ by, attributedTo }) => (by === undefined) !== (attributedTo === undefined), {
      path: ['by'],
      error: fault('by-or-attributed'),
    }),
  )

/** Schema of CasualtyCount. */
export const casualtyCountSchema = z.union([countRangeSchema, z.enum(countWords)], {
  error: fault('no-count'),
})

/** Schema of Casualties: at least one of the three counts. */
export const casualtiesSchema = z
  .strictObject({
    by: claimantSchema,
    attributed: z.optional(z.literal(true)),
    group: textOrTranslated(),
    killed: z.optional(casualtyCountSchema),
    wounded: z.optional(casualtyCountSchema),
    killedOrWounded: z.optional(casualtyCountSchema),
    said: z.optional(translatedSchema),
    sources: z.array(id()),
  })
  .check(
    z.refine(
      ({ killed, wounded, killedOrWounded }) =>
        killed !== undefined || wounded !== undefined || killedOrWounded !== undefined,
      { error: fault('nothing-said') },
    ),
  )

/** Schema of SourceReport. */
export const sourceReportSchema = z.strictObject({
  id: id(),
  publisher: z.string(),
  medium: z.optional(z.enum(sourceMedia)),
  url: z.optional(address()),
  archived: z.optional(address()),
  seen: z.optional(day()),
  lang: z.string().check(
    z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, {
      error: fault('no-language-tag'),
    }),
  ),
  published: z.optional(day()),
  note: z.optional(textOrTranslated()),
})

/** Schema of OriginalRecord. */
const originalSchema = z.strictObject({
  file: text(),
  line: z.int().check(z.gte(1)),
  cells: z.array(z.tuple([z.string(), z.string()])),
})

/** A tag: any text that is not blank, of at most 120 characters. */
const tag = () => text().check(z.maxLength(120, { error: fault('long-tag') }))

/** Schema of Incident; recordLaws.ts checks how its parts agree with each other, and what compiled data must have. */
export const incidentSchema = z.strictObject({
  id: id(),
  title: translatedOrNone(),
  summary: translatedOrNone(),
  date: incidentDateSchema,
  place: incidentPlaceSchema,
  type: z.enum(eventTypes),
  subtype: z.enum(subEventTypes),
  weapons: z.optional(z.array(z.enum(namedWeapons)).check(z.minLength(1, { error: fault('no-weapon') }))),
  actors: z.array(participationSchema),
  casualties: z.optional(z.array(casualtiesSchema)),
  claims: z.optional(z.array(claimSchema)),
  sources: z.array(sourceReportSchema),
  status: z.enum(statuses),
  disputed: z.optional(z.array(z.enum(matters))),
  related: z.optional(z.array(id())),
  tags: z.optional(z.array(tag())),
  original: z.optional(originalSchema),
})

/** Schema of Actor. */
export const actorSchema = z.strictObject({
  id: id(),
  name: translatedSchema,
  aliases: z.array(text()),
  kind: z.enum(actorKinds),
  parent: z.optional(id()),
  description: z.optional(translatedSchema),
  note: z.optional(textOrTranslated()),
})

/** Schema of Place. */
export const placeSchema = z.strictObject({
  id: id(),
  kind: z.enum(['country', 'region', 'locality']),
  name: translatedSchema,
  aliases: z.array(text()),
  parent: z.optional(id()),
  iso: z.optional(
    z.string().check(
      z.regex(/^[A-Z]{2}$/, {
        error: fault('no-country-code'),
      }),
    ),
  ),
})

/** Schema of Publisher. */
export const publisherSchema = z.strictObject({ id: text(), name: text(), domain: z.exactOptional(text()) })

/** Schema of DatasetAbout. */
export const datasetAboutSchema = z.strictObject({
  title: translatedSchema,
  description: translatedSchema,
  publisher: text(),
  licence: z.exactOptional(z.strictObject({ name: text(), url: address() })),
  citation: z.exactOptional(text()),
  coverage: z.exactOptional(translatedSchema),
  languages: z.array(z.string()),
  updated: day(),
  site: z.exactOptional(
    z.strictObject({
      title: translatedSchema,
      icon: z.exactOptional(
        z.string().check(
          z.regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*\.(svg|png)$/, {
            error: fault('no-icon'),
          }),
        ),
      ),
    }),
  ),
  start: z.exactOptional(z.strictObject({ incident: id(), label: translatedSchema })),
})
