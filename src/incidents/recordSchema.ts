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

/** What is wrong with a value, as a code: `faultTexts.ts` says it in words. */
function fault(code: FaultCode): FaultCode {
  return code
}

// Compiled validators are made with `new Function`, which the page's policy forbids and reports.
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

export const translatedSchema = z
  .strictObject({
    en: z.exactOptional(text()),
    ar: z.exactOptional(text()),
    fr: z.exactOptional(text()),
  })
  .check(
    z.refine((texts) => Object.keys(texts).length > 0, {
      error: fault('no-language'),
    }),
  )

/** A text of which the language is not told, or one in the languages that it exists in. */
const textOrTranslated = () =>
  z.union([text(), translatedSchema], {
    error: fault('no-text'),
  })

/** Who speaks: the id of an actor of the data set, or a name. */
export const claimantSchema = textOrTranslated()

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

export const incidentPlaceSchema = z.strictObject({
  id: id(),
  lng: z
    .number()
    .check(z.gte(-180, { error: fault('too-far-west') }), z.lte(180, { error: fault('too-far-east') })),
  lat: z
    .number()
    .check(z.gte(-90, { error: fault('too-far-south') }), z.lte(90, { error: fault('too-far-north') })),
  precision: z.enum(geoPrecisions),
})

export const participationSchema = z.strictObject({
  id: id(),
  role: z.enum(roles),
})

/** Ids of sources of the same incident. */
const publishedIn = () => z.array(id()).check(z.minLength(1, { error: fault('no-source') }))

export const claimSchema = z
  .strictObject({
    by: z.optional(claimantSchema),
    attributedTo: z.optional(claimantSchema),
    via: z.optional(translatedSchema),
    stance: z.enum(stances),
    matter: z.optional(z.enum(matters)),
    says: translatedSchema,
    sources: publishedIn(),
  })
  .check(
    z.refine(({ by, attributedTo }) => (by === undefined) !== (attributedTo === undefined), {
      path: ['by'],
      error: fault('by-or-attributed'),
    }),
  )

export const casualtyCountSchema = z.union([countRangeSchema, z.enum(countWords)], {
  error: fault('no-count'),
})

export const casualtiesSchema = z
  .strictObject({
    by: claimantSchema,
    attributed: z.optional(z.literal(true)),
    group: textOrTranslated(),
    killed: z.optional(casualtyCountSchema),
    wounded: z.optional(casualtyCountSchema),
    killedOrWounded: z.optional(casualtyCountSchema),
    said: z.optional(translatedSchema),
    sources: publishedIn(),
  })
  .check(
    z.refine(
      ({ killed, wounded, killedOrWounded }) =>
        killed !== undefined || wounded !== undefined || killedOrWounded !== undefined,
      { error: fault('nothing-said') },
    ),
  )

export const sourceReportSchema = z.strictObject({
  id: id(),
  publisher: text(),
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

export const incidentSchema = z.strictObject({
  id: id(),
  title: translatedSchema,
  summary: translatedSchema,
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
  tags: z.optional(z.array(id())),
})

export const actorSchema = z.strictObject({
  id: id(),
  name: translatedSchema,
  aliases: z.array(text()),
  kind: z.enum(actorKinds),
  parent: z.optional(id()),
  description: z.optional(translatedSchema),
  note: z.optional(textOrTranslated()),
})

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

export const publisherSchema = z.strictObject({ id: text(), name: text(), domain: z.exactOptional(text()) })

export const datasetAboutSchema = z.strictObject({
  title: translatedSchema,
  description: translatedSchema,
  publisher: text(),
  licence: z.strictObject({ name: text(), url: address() }),
  citation: text(),
  coverage: translatedSchema,
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
