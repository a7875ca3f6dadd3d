import type { FlagCode, NotIncidentsCode, RejectionCode } from '../query/importReport.ts'

/*
 * English texts for the codes of an import, for the command line and the file of rejected rows; those of the page are in
 * i18n.
 */

export const rejectionTexts: Readonly<Record<RejectionCode, string>> = {
  'no-date': 'no date is given',
  'unreadable-date': 'the date cannot be read: write it as YYYY-MM-DD',
  'ambiguous-date': 'day and month of the date may be in either order: say which comes first',
  'no-such-day': 'the calendar has no such day',
  'end-before-start': 'the last day is before the first',
  'half-position': 'only one of latitude and longitude is given',
  'unreadable-position': 'the position cannot be read: write degrees as decimal numbers',
  'position-out-of-range': 'the latitude is beyond 90 degrees, or the longitude beyond 180',
  'required-field': 'a value that is required is missing',
  'unknown-field': 'a field has a name that no field of a record has',
  'invalid-field': 'a field does not hold what it has to: see its description in the schema of records',
  'not-a-record': 'the syntax is broken here, so that it is no record',
  'damaged-record': 'a part of it cannot be read',
  'too-deep': 'objects are nested more than 64 deep',
  'cell-too-long': 'a cell has more than 1,000,000 characters',
  'too-many-cells': 'it has more than 1,000 cells',
}

export const flagTexts: Readonly<Record<FlagCode, string>> = {
  'repeated-id': 'has the id of another record',
  'repeated-url': 'has a source that another record has too',
  'same-day-place-type': 'has day, place and type of another record',
  'position-exchanged': 'latitude and longitude are probably exchanged',
  'null-island': 'lies at 0, 0',
  'outside-country': 'lies outside the country that it names',
  'future-date': 'lies in the future',
  'absurd-value': 'has a number of people that is hardly possible',
  'unreadable-count': 'has a number of people that cannot be read, and is left out',
  'unreadable-url': 'has a link that cannot be read',
  'counts-disagree': 'has numbers of people that contradict each other',
  'inside-shape': 'is a line or an area: the position is a point inside it',
  'by-gazetteer': 'has the position of the place that it names',
}

export const notIncidentsTexts: Readonly<Record<NotIncidentsCode, string>> = {
  'no-date-and-no-place': 'it has neither dates nor places',
  'no-date':
    'it has no dates: add a column named date (2024-05-31), or say which column holds them, with --mapping',
  'counts-by-period': 'it counts incidents by period: totals, not incidents',
  'points-without-text': 'it has points with neither date nor text',
  survey: 'it holds the answers to a survey',
  'article-mentions': 'it counts mentions in articles',
  'lookup-table': 'it gives names to the ids of another table',
}
