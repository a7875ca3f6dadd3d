import type * as z from 'zod/mini'
import type * as schema from './recordSchema.ts'

/*
 * The types of the one schema in recordSchema.ts, which says what each field means and which values it takes.
 */

/** One text in the languages that it exists in. English, where any exists, is what the others fall back to. */
export type Translated = z.infer<typeof schema.translatedSchema>

/** Whole numbers of people; an end that no one gave is absent. Never both absent. */
export type CountRange = z.infer<typeof schema.countRangeSchema>

/** A text of which the language is not told, or one in the languages that it exists in. */
export type TextOrTranslated = z.infer<typeof schema.claimantSchema>

/** Who speaks: the id of an actor of the data set, or a name. */
export type Claimant = TextOrTranslated

/** How many, as one claimant says it: a range, or a word where no number is given. */
export type CasualtyCount = z.infer<typeof schema.casualtyCountSchema>

/** Calendar days at the place of the incident, YYYY-MM-DD, both inclusive; local time HH:MM. */
export type IncidentDate = z.infer<typeof schema.incidentDateSchema>

/** A place of the data set by its id, and a position in degrees, WGS 84. */
export type IncidentPlace = z.infer<typeof schema.incidentPlaceSchema>

/** An actor of the data set by its id, and its role. */
export type Participation = z.infer<typeof schema.participationSchema>

/** What one party says of the incident, or what is attributed to it, and in which of its sources. */
export type Claim = z.infer<typeof schema.claimSchema>

/** Dead and wounded of one group as one claimant gives them. What is absent was not reported, which is not zero. */
export type Casualties = z.infer<typeof schema.casualtiesSchema>

/** One publication. Without `url` it is a broadcast or a printed report. */
export type SourceReport = z.infer<typeof schema.sourceReportSchema>

export type Incident = z.infer<typeof schema.incidentSchema>

export type Actor = z.infer<typeof schema.actorSchema>

/** A named place of the data set; a region belongs to a country, a locality to a region or a country. */
export type Place = z.infer<typeof schema.placeSchema>

/** A publisher, by the slug of its name. */
export type Publisher = z.infer<typeof schema.publisherSchema>

/** What the data set says of itself. */
export type DatasetAbout = z.infer<typeof schema.datasetAboutSchema>
