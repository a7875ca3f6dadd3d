import * as z from 'zod/mini'
import { parseDay } from './day.ts'
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

// Compiled validators are made with `new Function`, which the page's policy forbids and reports.
z.config({ jitless: true })

const about = z.describe

const text = () =>
  z.string().check(z.regex(/\S/, { error: 'is empty: write a text, or leave the field out' }))

const id = () =>
  z.string().check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
      error: 'is no id: write letters a-z, digits and hyphens, such as al-bab',
    }),
    z.maxLength(120, { error: 'is longer than the 120 characters that an id may have: write a shorter one' }),
  )

const day = () =>
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, {
      error: 'is no date: write year, month and day, such as 2025-10-22',
      abort: true,
    }),
    z.refine((value) => parseDay(value) !== undefined, {
      error: 'is a day that the calendar does not have: write one that exists',
    }),
  )

const address = () =>
  z.string().check(
    z.refine((value) => !/\s/.test(value) && httpUrl(value) !== undefined, {
      error: 'is no web address: write one that begins with https:// or http://, or leave the field out',
    }),
    z.meta({ pattern: '^https?://' }),
  )

const count = () =>
  z
    .int()
    .check(
      z.gte(0, { error: 'is below 0: write how many people, in a whole number' }),
      z.lte(1_000_000_000, { error: 'is above a thousand million: write how many people' }),
    )

export const translatedSchema = z
  .strictObject({
    en: z.exactOptional(text()),
    ar: z.exactOptional(text()),
    fr: z.exactOptional(text()),
  })
  .check(
    z.refine((texts) => Object.keys(texts).length > 0, {
      error: 'has no text in any language: write at least one of en, ar, fr',
    }),
    about(
      'One text in the languages that it exists in; the others fall back to English, where there is any.',
    ),
  )

/** A text of which the language is not told, or one in the languages that it exists in. */
const textOrTranslated = () =>
  z.union([text(), translatedSchema], {
    error: 'is no text: write a text, or one for each of en, ar, fr',
  })

/** Who speaks: the id of an actor of the data set, or a name. */
export const claimantSchema = textOrTranslated()

export const countRangeSchema = z
  .strictObject({
    min: z.optional(count().check(about('At least so many.'))),
    max: z.optional(count().check(about('At most so many; absent where the source says "at least".'))),
  })
  .check(
    z.refine((range) => range.min !== undefined || range.max !== undefined, {
      error: 'gives no figure: write min, max or both, or leave the field out where none was reported',
    }),
    z.refine((range) => range.min === undefined || range.max === undefined || range.min <= range.max, {
      path: ['max'],
      error: 'is below min: write the smaller figure as min and the larger as max',
    }),
    about('Whole numbers of people; an end that no one gave is absent. Never both absent.'),
  )

export const incidentDateSchema = z
  .strictObject({
    start: day().check(about('YYYY-MM-DD, at the place of the incident.')),
    end: z.optional(day().check(about('YYYY-MM-DD, inclusive; absent where it is the day it began.'))),
    precision: z.enum(timePrecisions).check(about('How exactly the date is known.')),
    time: z.optional(
      z.string().check(
        z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
          error: 'is no time of day: write hours and minutes, such as "03:40"',
        }),
        about('HH:MM, local, where reported.'),
      ),
    ),
  })
  .check(
    z.refine((date) => date.end === undefined || date.start <= date.end, {
      path: ['end'],
      error: 'is before start: write the first day as start and the last as end',
    }),
  )

export const incidentPlaceSchema = z.strictObject({
  id: id().check(about('Id of a place of the data set (places.yaml).')),
  lng: z
    .number()
    .check(
      z.gte(-180, { error: 'is west of -180: write degrees between -180 and 180' }),
      z.lte(180, { error: 'is east of 180: write degrees between -180 and 180' }),
      about('Degrees of longitude, WGS 84.'),
    ),
  lat: z
    .number()
    .check(
      z.gte(-90, { error: 'is south of -90: write degrees between -90 and 90' }),
      z.lte(90, { error: 'is north of 90: write degrees between -90 and 90' }),
      about('Degrees of latitude, WGS 84.'),
    ),
  precision: z.enum(geoPrecisions).check(about('How exactly the position is known.')),
})

export const participationSchema = z.strictObject({
  id: id().check(about('Id of an actor of the data set (actors.yaml).')),
  role: z.enum(roles).check(about('What the actor has to do with it.')),
})

/** Ids of sources of the same incident. */
const publishedIn = () =>
  z
    .array(id())
    .check(
      z.minLength(1, { error: 'is empty: write the id of at least one source' }),
      about("Ids of the incident's sources in which it is published."),
    )

export const claimSchema = z
  .strictObject({
    by: z.optional(claimantSchema.check(about("Id of an actor of the data set, or the claimant's name."))),
    attributedTo: z.optional(
      claimantSchema.check(
        about(
          'In place of by: to whom the words are attributed, where it is not confirmed that they are his.',
        ),
      ),
    ),
    via: z.optional(
      translatedSchema.check(about('Through what it was said: an audio recording, to AFP by WhatsApp, ...')),
    ),
    stance: z.enum(stances).check(about('Towards what is said of the incident.')),
    matter: z.optional(z.enum(matters).check(about('What it is about, of that which can be disputed.'))),
    says: translatedSchema.check(about('What is claimed, in our words.')),
    sources: publishedIn(),
  })
  .check(
    z.refine(({ by, attributedTo }) => (by === undefined) !== (attributedTo === undefined), {
      path: ['by'],
      error: 'and attributedTo exclude each other: write one of the two',
    }),
    about('What one party says of the incident.'),
  )

export const casualtyCountSchema = z
  .union([countRangeSchema, z.enum(countWords)], {
    error: 'is no count: write min and max, or one of some, none-confirmed, none',
  })
  .check(
    about(
      'A range; or some: people were, no number given; none-confirmed: none is confirmed; none: nobody was.',
    ),
  )

export const casualtiesSchema = z
  .strictObject({
    by: claimantSchema.check(
      about('Who gives it: id of an actor of the data set, or a name. Where it is published is sources.'),
    ),
    attributed: z.optional(
      z.literal(true).check(about('true where it is only attributed to the claimant, not confirmed.')),
    ),
    group: textOrTranslated().check(
      about("Whom it counts, in the source's words: all, civilians, security-forces, ..."),
    ),
    killed: z.optional(casualtyCountSchema),
    wounded: z.optional(casualtyCountSchema),
    killedOrWounded: z.optional(
      casualtyCountSchema.check(about('Where the report does not tell the two apart.')),
    ),
    said: z.optional(
      translatedSchema.check(
        about('What the report says, in our words: wherever it gives no number, or only one end of a range.'),
      ),
    ),
    sources: publishedIn(),
  })
  .check(
    z.refine(
      ({ killed, wounded, killedOrWounded }) =>
        killed !== undefined || wounded !== undefined || killedOrWounded !== undefined,
      { error: 'says nothing: write killed, wounded or killedOrWounded, or take the entry out' },
    ),
    about(
      'Dead and wounded of one group as one claimant gives them. What is absent was not reported, which is not zero.',
    ),
  )

export const sourceReportSchema = z
  .strictObject({
    id: id().check(about('Unique within its incident.')),
    publisher: text(),
    medium: z.optional(
      z.enum(sourceMedia).check(about('Through what it was published, above all where there is no address.')),
    ),
    url: z.optional(
      address().check(about('A broadcast or a printed report has none; that of an article may be unknown.')),
    ),
    archived: z.optional(address().check(about('Where a copy is archived.'))),
    seen: z.optional(day().check(about('YYYY-MM-DD on which it was seen.'))),
    lang: z.string().check(
      z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, {
        error: 'is no language tag: write a BCP 47 tag, such as ar, fr or pt-BR',
      }),
      about('BCP 47.'),
    ),
    published: z.optional(day().check(about('YYYY-MM-DD.'))),
    note: z.optional(textOrTranslated().check(about('What it reports, in our words.'))),
  })
  .check(about('One publication.'))

export const incidentSchema = z
  .strictObject({
    id: id().check(about('The name of the file, without .yaml.')),
    title: translatedSchema,
    summary: translatedSchema,
    date: incidentDateSchema,
    place: incidentPlaceSchema,
    type: z.enum(eventTypes).check(about('Event type, ACLED.')),
    subtype: z.enum(subEventTypes).check(about('Sub-event type, ACLED: one of those of the event type.')),
    weapons: z.optional(
      z
        .array(z.enum(namedWeapons))
        .check(
          z.minLength(1, { error: 'is empty: name a weapon, or take the field out' }),
          about('Weapons that a report names as used, deployed or seized; absent where none names any.'),
        ),
    ),
    actors: z.array(participationSchema),
    casualties: z.optional(z.array(casualtiesSchema)),
    claims: z.optional(z.array(claimSchema)),
    sources: z.array(sourceReportSchema),
    status: z
      .enum(statuses)
      .check(
        about(
          'reported: one source; corroborated: two or more independent ones; disputed: the parties contradict each other.',
        ),
      ),
    disputed: z.optional(
      z
        .array(z.enum(matters))
        .check(about('On what the parties contradict each other; only where the status is disputed.')),
    ),
    related: z.optional(z.array(id()).check(about('Ids of incidents of the data set.'))),
    tags: z.optional(z.array(id())),
  })
  .check(about('Something reported to have happened, at a place and on a date.'))

export const actorSchema = z.strictObject({
  id: id(),
  name: translatedSchema,
  aliases: z.array(text()).check(about('Other names and spellings, for search.')),
  kind: z.enum(actorKinds),
  parent: z.optional(id().check(about('Id of the actor that it belongs to; of a person, the affiliation.'))),
  description: z.optional(
    translatedSchema.check(about('Who this is, in one line that stands beside the name.')),
  ),
  note: z.optional(textOrTranslated()),
})

export const placeSchema = z
  .strictObject({
    id: id(),
    kind: z.enum(['country', 'region', 'locality']),
    name: translatedSchema,
    aliases: z.array(text()).check(about('Other spellings, for search.')),
    parent: z.optional(id().check(about('Id of the place that it lies in.'))),
    iso: z.optional(
      z.string().check(
        z.regex(/^[A-Z]{2}$/, {
          error: 'is no country code: write the two capital letters of ISO 3166-1, such as SY',
        }),
        about('Of a country, ISO 3166-1 alpha-2: positions in it are held against its shape.'),
      ),
    ),
  })
  .check(about('A named place; a region belongs to a country, a locality to a region or a country.'))

export const publisherSchema = z
  .strictObject({ id: text(), name: text(), domain: z.exactOptional(text()) })
  .check(about('A publisher, by the slug of its name, and the domain that most of its publications are at.'))

export const datasetAboutSchema = z
  .strictObject({
    title: translatedSchema,
    description: translatedSchema,
    publisher: text(),
    licence: z
      .strictObject({ name: text(), url: address() })
      .check(about('Name of the licence, and where its text is.')),
    citation: text(),
    coverage: translatedSchema.check(about('What is covered, and what is not.')),
    languages: z.array(z.string()).check(about('BCP 47 tags of the languages of the texts.')),
    updated: day().check(about('YYYY-MM-DD.')),
    site: z.exactOptional(
      z
        .strictObject({
          title: translatedSchema,
          icon: z.exactOptional(
            z.string().check(
              z.regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*\.(svg|png)$/, {
                error: 'is no icon: write the path of an SVG or PNG file in public/, such as icon.svg',
              }),
            ),
          ),
        })
        .check(about('Title and icon of the page itself; without it, Incident Atlas.')),
    ),
    start: z.exactOptional(
      z
        .strictObject({ incident: id(), label: translatedSchema })
        .check(about('The incident that a first visit is led to, and what the way there is called.')),
    ),
  })
  .check(about('What the data set says of itself.'))
