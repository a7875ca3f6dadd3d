import type { DaySpan } from '../../src/incidents/day.ts'
import { eventTypes } from '../../src/incidents/vocabulary.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { brushSteps, jumpSteps } from './steps.ts'

/** Steps of one kind: each is a query, asked after the one before it has been answered. */
export interface ServerSteps {
  what: string
  queries: IncidentQuery[]
}

/**
 * What a user does, as queries: facets of types, countries and actors are open, the map and the timeline are on screen.
 * @param days first and last day of the base
 * @param actors ids of actors, of which some are toggled
 * @param words words of titles, which are searched
 * @param count steps of each kind
 */
export function serverSteps(
  days: DaySpan,
  actors: readonly string[],
  words: readonly string[],
  count: number,
): ServerSteps[] {
  const times = (of: (step: number) => IncidentQuery) => Array.from({ length: count }, (_, step) => of(step))
  const ofDays = ([from, to]: [number, number]) => queryOf(days, { days: { from, to } })
  return [
    { what: 'brush', queries: brushSteps(days.from, days.to, count).map(ofDays) },
    { what: 'jump', queries: jumpSteps(days.from, days.to, count).map(ofDays) },
    {
      what: 'toggle an actor',
      queries: times((step) => queryOf(days, { actor: chosen(at(actors, (step * 7) % actors.length)) })),
    },
    {
      what: 'toggle a type',
      queries: times((step) =>
        queryOf(days, { type: { include: [at(eventTypes, step % eventTypes.length)], exclude: [] } }),
      ),
    },
    { what: 'pan', queries: times((step) => queryOf(days, {}, ((12 * step) % 300) - 150, 5)) },
    { what: 'search', queries: times((step) => queryOf(days, { text: at(words, step % words.length) })) },
  ]
}

function chosen(id: string): Filters['actor'] {
  return { include: [id], exclude: [], all: false }
}

/**
 * @param lng degrees of the middle of the map
 * @param zoom of web maps
 */
function queryOf(days: DaySpan, filters: Partial<Filters>, lng = 0, zoom = 2): IncidentQuery {
  const halfWidth = (360 * 1_200) / 512 / 2 ** zoom / 2
  const halfHeight = Math.min(80, halfWidth / 2)
  return {
    filters: { ...noFilters, ...filters },
    facets: ['type', 'country', 'actor'],
    map: {
      bounds: {
        west: Math.max(-180, lng - halfWidth),
        east: Math.min(180, lng + halfWidth),
        south: -halfHeight,
        north: halfHeight,
      },
      zoom,
      mode: 'cells',
    },
    bins: { unit: 'month', span: days },
    list: { order: 'newest', offset: 0, limit: 50, within: null },
    open: null,
  }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`there is no ${index}`)
  return item
}
