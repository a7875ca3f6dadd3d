import {
  eventTypes,
  geoPrecisions,
  namedWeapons,
  statuses,
  subEventTypes,
  timePrecisions,
} from '../incidents/vocabulary.ts'

/** A column of the template: one of the table form (tabular/tableColumns.ts). */
export interface TemplateColumn {
  name: string
  /** What belongs into its cells. */
  holds: string
  /** A cell of the example row; days as YYYY-MM-DD. */
  example: string | number
  kind: 'text' | 'day' | 'number'
  isRequired?: true
  /** Words that its cells are chosen from. */
  words?: readonly string[]
  /** Width in letters. */
  width?: number
}

/** The columns in the order of the template. */
export const templateColumns: readonly TemplateColumn[] = [
  { name: 'id', holds: 'An id of your own, unique; it stands in links', example: 'newtown-1', kind: 'text' },
  {
    name: 'date_start',
    holds: 'The day, or the first day, where it happened: YYYY-MM-DD; a month (2025-01) or a year will do',
    example: '2025-01-15',
    kind: 'day',
    isRequired: true,
  },
  { name: 'date_end', holds: 'The last day, where there are several', example: '', kind: 'day' },
  {
    name: 'time_precision',
    holds: 'How exactly the day is known',
    example: 'day',
    kind: 'text',
    words: timePrecisions,
  },
  { name: 'time', holds: 'Time of day where it happened, HH:MM', example: '14:30', kind: 'text' },
  {
    name: 'event_type',
    holds: 'Event type; empty where nobody states it',
    example: 'protests',
    kind: 'text',
    words: eventTypes,
    width: 28,
  },
  {
    name: 'sub_event_type',
    holds: 'Sub-event type of the event type',
    example: 'excessive-force-against-protesters',
    kind: 'text',
    words: subEventTypes,
    width: 34,
  },
  {
    name: 'status',
    holds: 'reported by one publisher, or corroborated by two or more independent ones',
    example: 'reported',
    kind: 'text',
    // A disputed incident needs claims, which a table does not hold.
    words: statuses.filter((status) => status !== 'disputed'),
  },
  {
    name: 'geo_precision',
    holds: 'How exactly the position is known',
    example: 'town',
    kind: 'text',
    words: geoPrecisions,
  },
  {
    name: 'weapons',
    holds: `Weapons that a report names, separated by semicolons: ${namedWeapons.join(', ')}`,
    example: '',
    kind: 'text',
  },
  ...(['en', 'ar', 'fr'] as const).map((language): TemplateColumn => ({
    name: `title_${language}`,
    holds: `Title; one language is enough (${language})`,
    example: language === 'en' ? 'Police disperse a protest in Newtown' : '',
    kind: 'text',
    width: 34,
  })),
  ...(['en', 'ar', 'fr'] as const).map((language): TemplateColumn => ({
    name: `summary_${language}`,
    holds: `What happened, in your words (${language})`,
    example: language === 'en' ? 'Police dispersed a protest at the market of Newtown.' : '',
    kind: 'text',
    width: 34,
  })),
  { name: 'place', holds: 'Name of the place', example: 'Newtown', kind: 'text', width: 20 },
  {
    name: 'region',
    holds: 'Name of the region, province or governorate',
    example: 'North Province',
    kind: 'text',
  },
  { name: 'country', holds: 'Name of the country', example: 'Freedonia', kind: 'text' },
  { name: 'longitude', holds: 'Degrees east, WGS 84; west is negative', example: -36.512, kind: 'number' },
  { name: 'latitude', holds: 'Degrees north, WGS 84; south is negative', example: 12.034, kind: 'number' },
  {
    name: 'actors',
    holds:
      'One a line: Name (role); roles are initiator, target, party, affected, mediator, claimant; party where none is written',
    example: 'Police of Freedonia (initiator)\nProtesters (target)',
    kind: 'text',
    width: 34,
  },
  {
    name: 'killed_min',
    holds: 'Least number of dead; empty where not reported',
    example: '',
    kind: 'number',
  },
  { name: 'killed_max', holds: 'Greatest number of dead; empty for "at least"', example: '', kind: 'number' },
  { name: 'killed_by', holds: 'Who gives these numbers', example: '', kind: 'text', width: 20 },
  { name: 'wounded_min', holds: 'Least number of wounded', example: 2, kind: 'number' },
  { name: 'wounded_max', holds: 'Greatest number of wounded', example: 2, kind: 'number' },
  { name: 'wounded_by', holds: 'Who gives these numbers', example: 'Police', kind: 'text', width: 20 },
  {
    name: 'sources',
    holds: 'One a line: name of the publisher, then the URL of the report, if it has one',
    example: 'The Freedonian Post https://example.org/post/newtown\nNewtown Radio',
    kind: 'text',
    width: 44,
  },
  { name: 'tags', holds: 'Words of your own, separated by semicolons', example: 'market', kind: 'text' },
]
