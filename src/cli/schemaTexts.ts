import * as z from 'zod/mini'
import { casualtyCountSchema, countRangeSchema, translatedSchema } from '../incidents/recordSchema.ts'

/** What the JSON Schemas say, to those who edit a data set, of the kinds of values that many fields have. */
export const valueTexts = z.registry<{ description: string }>()

valueTexts.add(translatedSchema, {
  description:
    'One text in the languages that it exists in; the others fall back to English, where there is any.',
})

valueTexts.add(casualtyCountSchema, {
  description:
    'A range; or some: people were, no number given; none-confirmed: none is confirmed; none: nobody was; none-or-unknown: none was reported, or it is not known.',
})

valueTexts.add(countRangeSchema, {
  description: 'Whole numbers of people; an end that no one gave is absent. Never both absent.',
})

valueTexts.add(countRangeSchema.shape.min, { description: 'At least so many.' })
valueTexts.add(countRangeSchema.shape.max, {
  description: 'At most so many; absent where the source says "at least".',
})

/** What they say of each field, by its path in a record; `[]` are the items of a list, '' is the whole. */
export type FieldTexts = Readonly<Record<string, string>>

export const incidentTexts: FieldTexts = {
  '': 'Something reported to have happened, at a place and on a date.',
  id: 'The name of the file, without .yaml.',
  title: 'In the languages that it exists in; {} only in a record of a file that gives none.',
  summary: 'In the languages that it exists in; {} only in a record of a file that gives none.',
  type: 'Event type, ACLED; or not-stated.',
  subtype: 'Sub-event type, ACLED: one of those of the event type; or not-stated.',
  weapons: 'Weapons that a report names as used, deployed or seized; absent where none names any.',
  status:
    'reported: one source; corroborated: two or more independent ones; disputed: the parties contradict each other.',
  disputed: 'On what the parties contradict each other; only where the status is disputed.',
  related: 'Ids of incidents of the data set.',
  'date.start': 'YYYY-MM-DD, at the place of the incident.',
  'date.end': 'YYYY-MM-DD, inclusive; absent where it is the day it began.',
  'date.precision': 'How exactly the date is known.',
  'date.time': 'HH:MM, local, where reported.',
  'place.id': 'Id of a place of the data set (places.yaml).',
  'place.lng': 'Degrees of longitude, WGS 84. Absent, with lat, where no position is given.',
  'place.lat': 'Degrees of latitude, WGS 84. Absent, with lng, where no position is given.',
  'place.precision': 'How exactly the position is known.',
  'actors[].id': 'Id of an actor of the data set (actors.yaml).',
  'actors[].role': 'What the actor has to do with it.',
  'claims[]': 'What one party says of the incident.',
  'claims[].by': "Id of an actor of the data set, or the claimant's name.",
  'claims[].attributedTo':
    'In place of by: to whom the words are attributed, where it is not confirmed that they are his.',
  'claims[].via': 'Through what it was said: an audio recording, to AFP by WhatsApp, ...',
  'claims[].stance': 'Towards what is said of the incident.',
  'claims[].matter': 'What it is about, of that which can be disputed.',
  'claims[].says': 'What is claimed, in our words.',
  'claims[].sources': "Ids of the incident's sources in which it is published.",
  'casualties[]':
    'Dead and wounded of one group as one claimant gives them. What is absent was not reported, which is not zero.',
  'casualties[].by':
    'Who gives it: id of an actor of the data set, or a name. Where it is published is sources.',
  'casualties[].attributed': 'true where it is only attributed to the claimant, not confirmed.',
  'casualties[].group': "Whom it counts, in the source's words: all, civilians, security-forces, ...",
  'casualties[].killedOrWounded': 'Where the report does not tell the two apart.',
  'casualties[].said':
    'What the report says, in our words: wherever it gives no number, or only one end of a range.',
  'casualties[].sources': "Ids of the incident's sources in which it is published.",
  tags: 'Labels in any words.',
  original: 'The record as the file has it that it was read from.',
  'original.file': 'Name of the file.',
  'original.line': 'Line of the file, or row of the sheet, from 1.',
  'original.cells': 'Name of the column and value of each cell that is not empty.',
  'sources[]': 'One publication.',
  'sources[].id': 'Unique within its incident.',
  'sources[].medium': 'Through what it was published, above all where there is no address.',
  'sources[].url': 'A broadcast or a printed report has none; that of an article may be unknown.',
  'sources[].archived': 'Where a copy is archived.',
  'sources[].seen': 'YYYY-MM-DD on which it was seen.',
  'sources[].lang': 'BCP 47; und where it is not stated.',
  'sources[].published': 'YYYY-MM-DD.',
  'sources[].note': 'What it reports, in our words.',
}

export const actorTexts: FieldTexts = {
  '[].aliases': 'Other names and spellings, for search.',
  '[].parent': 'Id of the actor that it belongs to; of a person, the affiliation.',
  '[].description': 'Who this is, in one line that stands beside the name.',
}

export const placeTexts: FieldTexts = {
  '[]': 'A named place; a region belongs to a country, a locality to a region or a country.',
  '[].aliases': 'Other spellings, for search.',
  '[].parent': 'Id of the place that it lies in.',
  '[].iso': 'Of a country, ISO 3166-1 alpha-2: positions in it are held against its shape.',
}

export const datasetTexts: FieldTexts = {
  '': 'What the data set says of itself.',
  licence: 'Name of the licence, and where its text is.',
  coverage: 'What is covered, and what is not.',
  languages: 'BCP 47 tags of the languages of the texts.',
  updated: 'YYYY-MM-DD.',
  site: 'Title and icon of the page itself; without it, Incident Atlas.',
  start: 'The incident that a first visit is led to, and what the way there is called.',
}
