import type { Bounds } from '../../src/incidents/place.ts'
import type { Choice, Filters } from '../../src/query/incidentQuery.ts'
import { actors, countryOf, places, publishers, spanOf, type PlainIncident } from './plainIncident.ts'

/**
 * The filters of a query, written out apart from the engine's own list, in the order in which an open incident names
 * those that it fails.
 */
export const filterNames = [
  'days',
  'type',
  'subtype',
  'weapon',
  'actor',
  'country',
  'place',
  'publisher',
  'status',
  'precision',
  'fatalities',
  'tag',
  'text',
  'area',
] as const satisfies readonly (keyof Filters)[]
export type FilterName = (typeof filterNames)[number]

/** Does not compile where `filterNames` lacks a filter. */
export const allFiltersAreNamed: Exclude<keyof Filters, FilterName> extends never ? true : never = true

/** Whether a row passes each filter, as plainly as it can be said. */
const passes: Readonly<Record<FilterName, (row: PlainIncident, filters: Filters) => boolean>> = {
  days: (row, { days }) =>
    spanOf(row).from <= (days.to ?? Infinity) && spanOf(row).to >= (days.from ?? -Infinity),
  type: (row, { type }) => isChosen([row.type], type),
  subtype: (row, { subtype }) => isChosen([row.subtype], subtype),
  actor: (row, { actor }) =>
    isChosen(row.actors, actor) && (!actor.all || actor.include.every((id) => row.actors.includes(id))),
  weapon: (row, { weapon }) => isChosen(row.weapons, weapon),
  publisher: (row, { publisher }) => isChosen(row.publishers, publisher),
  country: (row, { country }) => isChosen(countryOf(row), country),
  place: (row, { place }) => isChosen(row.places, place),
  status: (row, { status }) => isChosen([row.status], status),
  precision: (row, { precision }) => isChosen([row.geoPrecision], precision),
  tag: (row, { tag }) => isChosen(row.tags, tag),
  fatalities({ fatalities: [low, high] }, { fatalities: { min, max } }) {
    if (min === null && max === null) return true
    if (low < 0 && high < 0) return false
    const [least, most] = [low < 0 ? 0 : low, high < 0 ? Infinity : high]
    return least <= (max ?? Infinity) && most >= (min ?? 0)
  },
  text: (row, { text }) => matchesSearch(row, text),
  area: (row, { area }) => area === null || liesIn(row, area),
}

/** The filters that a row fails, in the order of `filterNames`. */
export function failsOf(row: PlainIncident, filters: Filters): FilterName[] {
  return filterNames.filter((name) => !passes[name](row, filters))
}

/** Whether the map draws the row: not where it is known only to its country, or has no position. */
export function isDrawn({ geoPrecision, lng }: PlainIncident): boolean {
  return geoPrecision !== 'country' && !Number.isNaN(lng)
}

/** Whether the map draws the row, within the area. */
export function liesIn(row: PlainIncident, area: Bounds): boolean {
  if (!isDrawn(row)) return false
  // Columns hold positions as 32-bit floats.
  const [lng, lat] = [Math.fround(row.lng), Math.fround(row.lat)]
  const isInside =
    area.west <= area.east ? lng >= area.west && lng <= area.east : lng >= area.west || lng <= area.east
  return isInside && lat >= area.south && lat <= area.north
}

function isChosen(values: readonly string[], { include, exclude }: Choice): boolean {
  return (
    (include.length === 0 || include.some((id) => values.includes(id))) &&
    !exclude.some((id) => values.includes(id))
  )
}

/** The words that the random tables and queries are made of need no folding but of case and the Arabic article. */
function matchesSearch(row: PlainIncident, text: string): boolean {
  const url = /^https?:\/\/(.*)$/.exec(text)?.[1]
  if (url !== undefined) return url === `example.org/${row.id}`
  return [...text.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)].every(([, minus, phrase, word]) => {
    const words = (phrase ?? word ?? '').toLowerCase().split(/[\s.]+/)
    return mentions(row, words) !== (minus === '-')
  })
}

/** Whether the words stand one after another in a text or name of the row; the last may be the beginning of a word. */
function mentions(row: PlainIncident, words: readonly string[]): boolean {
  const named = <T extends { id: string }>(entries: readonly T[], ids: readonly string[]) =>
    entries.filter(({ id }) => ids.includes(id))
  const texts = [
    row.title,
    ...[...named(actors, row.actors), ...named(places, row.places)].flatMap(({ name, aliases }) => [
      ...Object.values(name),
      ...aliases,
    ]),
    ...named(publishers, row.publishers).map(({ name }) => name),
    // No single word is looked for in a domain.
    ...(words.length > 1 ? named(publishers, row.publishers).flatMap(({ domain }) => domain ?? []) : []),
    ...row.tags,
  ]
  return texts.some((text) => hasPhrase(text.toLowerCase().split(/[\s.-]+/), words))
}

function hasPhrase(text: readonly string[], words: readonly string[]): boolean {
  const last = words.length - 1
  return text.some((_, start) =>
    words.every((word, at) => {
      const said = text[start + at] ?? ''
      if (at < last) return said === word
      // Within a phrase the article counts.
      return said.startsWith(word) || (last === 0 && said.replace(/^ال/, '').startsWith(word))
    }),
  )
}
