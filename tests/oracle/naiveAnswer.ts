import { formatIsoDay, startOfUnit, stepUnit, type Day } from '../../src/incidents/day.ts'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  weapons,
} from '../../src/incidents/vocabulary.ts'
import { fieldIds, type FieldId, type FacetId } from '../../src/incidents/fields.ts'
import { type Choice, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { actors, places, publishers, spanOf, tags, type PlainIncident } from './plainIncident.ts'

/** Every field spelled out once more, as simply as can be: what the engine must agree with. */
const passes: Record<FieldId, (row: PlainIncident, filters: IncidentQuery['filters']) => boolean> = {
  days: (row, { days }) =>
    spanOf(row).from <= (days.to ?? Infinity) && spanOf(row).to >= (days.from ?? -Infinity),
  type: (row, { type }) => chosen([row.type], type),
  subtype: (row, { subtype }) => chosen([row.subtype], subtype),
  actor: (row, { actor }) =>
    chosen(row.actors, actor) && (!actor.all || actor.include.every((id) => row.actors.includes(id))),
  publisher: (row, { publisher }) => chosen(row.publishers, publisher),
  weapon: (row, { weapon }) => chosen(row.weapons, weapon),
  country: (row, { country }) => chosen(row.places.slice(-1), country),
  place: (row, { place }) => chosen(row.places, place),
  status: (row, { status }) => chosen([row.status], status),
  precision: (row, { precision }) => chosen([row.geoPrecision], precision),
  tag: (row, { tag }) => chosen(row.tags, tag),
  fatalities({ fatalities: [low, high] }, { fatalities: { min, max } }) {
    if (min === null && max === null) return true
    if (low < 0 && high < 0) return false
    const [least, most] = [low < 0 ? 0 : low, high < 0 ? Infinity : high]
    return least <= (max ?? Infinity) && most >= (min ?? 0)
  },
  text: (row, { text }) =>
    text
      .split(' ')
      .filter(Boolean)
      .every((word) => (word.startsWith('-') ? !mentions(row, word.slice(1)) : mentions(row, word))),
  area: (row, { area }) => {
    if (!area) return true
    if (row.geoPrecision === 'country') return false
    const [lng, lat] = [Math.fround(row.lng), Math.fround(row.lat)]
    const inside =
      area.west <= area.east ? lng >= area.west && lng <= area.east : lng >= area.west || lng <= area.east
    return inside && lat >= area.south && lat <= area.north
  },
}

function chosen(values: readonly string[], { include, exclude }: Choice): boolean {
  return (
    (include.length === 0 || include.some((id) => values.includes(id))) &&
    !exclude.some((id) => values.includes(id))
  )
}

/** The words that the random tables and queries are made of need no folding but case. */
function mentions(row: PlainIncident, word: string): boolean {
  const named = [
    row.title,
    ...actors
      .filter(({ id }) => row.actors.includes(id))
      .flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]),
    ...places
      .filter(({ id }) => row.places.includes(id))
      .flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]),
    ...publishers.filter(({ id }) => row.publishers.includes(id)).map(({ name }) => name),
    ...row.tags,
  ]
  const all = named.flatMap((text) => text.toLowerCase().split(/[\s-]+/))
  return all.some((each) => each.startsWith(word.toLowerCase()) || each.replace(/^ال/, '').startsWith(word))
}

export function passing(
  rows: readonly PlainIncident[],
  query: IncidentQuery,
  ignored?: FieldId,
): PlainIncident[] {
  return rows.filter((row) => fieldIds.every((each) => each === ignored || passes[each](row, query.filters)))
}

export function failsOf(row: PlainIncident, query: IncidentQuery): FieldId[] {
  return fieldIds.filter((each) => !passes[each](row, query.filters))
}

const valuesOf: Record<FacetId, [ids: readonly string[], get: (row: PlainIncident) => readonly string[]]> = {
  type: [eventTypes, ({ type }) => [type]],
  subtype: [subEventTypes, ({ subtype }) => [subtype]],
  actor: [actors.map(({ id }) => id), (row) => row.actors],
  publisher: [publishers.map(({ id }) => id), (row) => row.publishers],
  weapon: [weapons, (row) => row.weapons],
  country: [places.map(({ id }) => id), (row) => row.places.slice(-1)],
  place: [places.map(({ id }) => id), (row) => row.places],
  status: [statuses, ({ status }) => [status]],
  precision: [geoPrecisions, ({ geoPrecision }) => [geoPrecision]],
  tag: [tags, (row) => row.tags],
}

export function facetCounts(rows: readonly PlainIncident[], query: IncidentQuery, facet: FacetId): number[] {
  const [ids, get] = valuesOf[facet]
  const left = passing(rows, query, facet)
  return ids.map((id) => left.filter((row) => get(row).includes(id)).length)
}

/** `bin type certain|uncertain` -> count; bins by the ISO day that they begin with. */
export function binCounts(rows: readonly PlainIncident[], query: IncidentQuery): Map<string, number> {
  const counts = new Map<string, number>()
  if (!query.bins) return counts
  const { unit, span } = query.bins
  const starts: Day[] = []
  for (let day = startOfUnit(span.from, unit); day <= span.to; day = stepUnit(day, unit, 1)) starts.push(day)
  for (const row of passing(rows, query, 'days')) {
    const { from, to } = spanOf(row)
    const all = new Set<Day>()
    for (let day = from; day <= to; day += 1) all.add(startOfUnit(day, unit))
    const known = all.size === 1 || row.timePrecision === 'hour' || row.timePrecision === 'day'
    for (const start of starts.filter((each) => all.has(each))) {
      const key = `${formatIsoDay(start)} ${row.type} ${known ? 'certain' : 'uncertain'}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}
