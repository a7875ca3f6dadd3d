import { eventTypes, geoPrecisions, statuses, subEventTypes } from '../../incidents/vocabulary.ts'
import type { FacetDimension } from '../../query/incidentQuery.ts'
import type { IncidentTable } from '../table/table.ts'
import { codeCounter, type ValueCounter } from './codeCounter.ts'
import { listCounter } from './listCounter.ts'
import { placeCounter } from './placeCounter.ts'

/** One counter a facet: of the rows that pass every other dimension. */
export function facetCounters({ columns, chains }: IncidentTable): Record<FacetDimension, ValueCounter> {
  const { dictionaries } = columns
  return {
    type: codeCounter(columns.type, eventTypes.length, columns.type),
    subtype: codeCounter(columns.subtype, subEventTypes.length, columns.type),
    actor: listCounter(columns.actors, dictionaries.actors.length, columns.type),
    source: listCounter(columns.publishers, dictionaries.publishers.length, columns.type),
    place: placeCounter(columns.place, chains, columns.type),
    status: codeCounter(columns.status, statuses.length, columns.type),
    precision: codeCounter(columns.geoPrecision, geoPrecisions.length, columns.type),
    tag: listCounter(columns.tags, dictionaries.tags.length, columns.type),
  }
}
