import { facetIds } from '../../../src/incidents/fields.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../../src/query/incidentQuery.ts'
import type { PlainIncident } from '../../oracle/plainIncident.ts'

/** A plain incident in Harem. @param fields replace its own */
export function rowWith(fields: Partial<PlainIncident>): PlainIncident {
  return {
    id: 'one',
    day: 20_000,
    days: 0,
    timePrecision: 'day',
    lng: 36.5,
    lat: 36.25,
    geoPrecision: 'town',
    type: 'battles',
    subtype: 'armed-clash',
    status: 'reported',
    fatalities: [-1, -1],
    actors: ['police'],
    publishers: ['paper'],
    places: ['harem', 'idlib', 'sy'],
    tags: [],
    weapons: ['not-known'],
    title: 'clash',
    ...fields,
  }
}

export const world = { west: -180, south: -90, east: 180, north: 90 }

/** A query without map and time bins. */
export function queryWith({
  filters,
  list,
  ...rest
}: Partial<Omit<IncidentQuery, 'filters' | 'list'>> & {
  filters?: Partial<Filters>
  list?: Partial<IncidentQuery['list']>
} = {}): IncidentQuery {
  return {
    filters: { ...noFilters, ...filters },
    facets: facetIds,
    map: null,
    bins: null,
    list: { order: 'newest', offset: 0, limit: 50, within: null, ...list },
    open: null,
    ...rest,
  }
}
