import type { FieldId } from '../../incidents/fields.ts'
import { formatNumber, plural, type Counted } from '../plural.ts'

/** Texts of the filters. */
export const filters = {
  field: {
    days: 'Dates',
    type: 'Event type',
    subtype: 'Sub-event type',
    weapon: 'Weapon',
    actor: 'Actor',
    country: 'Country',
    publisher: 'Source',
    place: 'Place',
    status: 'Status',
    precision: 'Geo-precision',
    tag: 'Tag',
    fatalities: 'Deaths',
    text: 'Search',
    area: 'Area',
  } satisfies Record<FieldId, string> as Record<FieldId, string>,
  search: 'Search incidents',
  searchPlaceholder: 'Words, or a source’s address',
  searchHint: 'Every word must be found. -word leaves out, "two words" stand together.',
  searchPending: (percent: number) =>
    `Still indexing: titles and summaries are searched to ${formatNumber('en', percent)}%.`,
  searchNamesOnly:
    'Titles and summaries could not be loaded: only the names of actors, places and sources are searched.',
  notACommand: (typed: string[]) =>
    `Not a command here: ${typed.map((each) => `“${each}”`).join(', ')}. Every word must be found; -word leaves out, "two words" stand together.`,
  citesAddress: (n: Counted) =>
    n === 0
      ? 'No incident cites this address yet.'
      : plural('en', n, { one: '# incident cites this address.', other: '# incidents cite this address.' }),
  searchWithin: (facet: string) => `Search in ${facet}`,
  noneWithin: 'Nothing of that name.',
  alsoCalled: (alias: string) => `also: ${alias}`,
  only: 'Only',
  onlyThis: (name: string) => `Only ${name}`,
  exclude: 'Exclude',
  excludeThis: (name: string) => `Exclude ${name}`,
  excluded: 'excluded',
  showMore: (n: number) => `Show ${formatNumber('en', n)} more`,
  subEventsOf: (type: string) => `Sub-event types of ${type}`,
  addChildren: (n: number, to: string) =>
    plural('en', n, {
      one: `Add the # actor that belongs to: ${to}`,
      other: `Add the # actors that belong to: ${to}`,
    }),
  /** The arrow before a place, which opens it. */
  within: (place: string) => `Places within ${place}`,
  placesWithin: (n: number) => plural('en', n, { one: '# place', other: '# places' }),
  /** Places that are not shown. */
  morePlaces: (n: number, within: string | null) => {
    const more = plural('en', n, { one: '# more place', other: '# more places' })
    return within === null ? more : `${more} in ${within}`
  },
  match: 'Incidents that name',
  matchAny: 'any of these',
  matchAll: 'all of these together',
  least: 'At least',
  most: 'At most',
  notZero: 'Incidents without a number do not pass: not reported is not zero.',
  /** Incidents that pass all filters except the one on deaths, and give no number. */
  unnumbered: (n: Counted) =>
    plural('en', n, {
      one: '# incident more gives no number of deaths.',
      other: '# incidents more give no number of deaths.',
    }),
  badRange: 'Write whole numbers, the smaller one first.',
  areaOfView: 'The present view',
  drawArea: 'Draw a rectangle',
  drawing: 'Drag on the map. Escape cancels.',
  byCoordinates: 'By coordinates',
  west: 'West',
  south: 'South',
  east: 'East',
  north: 'North',
  apply: 'Apply',
  badArea:
    'Write degrees: -180 to 180 for west and east, -90 to 90 for south and north, south not above north.',
  clearOf: (facet: string) => `Clear ${facet}`,
  activeFilters: 'Active filters',
  clearAll: 'Clear all',
  remove: (filter: string) => `Remove: ${filter}`,
  not: (value: string) => `not ${value}`,
  allTogether: 'Actors: all together',
  since: (day: string) => `from ${day}`,
  until: (day: string) => `until ${day}`,
  deathsAtLeast: (n: number) => `at least ${formatNumber('en', n)} deaths`,
  deathsAtMost: (n: number) => `at most ${formatNumber('en', n)} deaths`,
  deathsBetween: (min: number, max: number) => `${formatNumber('en', min)}–${formatNumber('en', max)} deaths`,
  searched: (text: string) => `“${text}”`,
  withinArea: 'within an area',
  unknownId: (id: string) => `unknown: ${id}`,
  unknownMeaning: 'This data set has no such value, so it matches nothing.',
  nothingFound: 'No incident passes all filters',
  nothingYet: 'Nothing found so far',
  nothingInNames: 'No name matches',
  relax: 'Leaving one out would show:',
  without: (field: string, incidents: string) => `Without ${field}: ${incidents}`,
  noneAlone: 'Leaving out no single filter helps.',
}
