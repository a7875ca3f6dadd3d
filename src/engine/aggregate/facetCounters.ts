import { facetIds, fields, type FacetId } from '../../incidents/fields.ts'
import type { IncidentTable } from '../table/table.ts'
import { codeCounter, type ValueCounter } from './codeCounter.ts'
import { countryCounter } from './countryCounter.ts'
import { listCounter } from './listCounter.ts'
import { placeCounter } from './placeCounter.ts'

/** One counter for each facet that the data set has, in the order of the table of fields. */
export function facetCounters(table: IncidentTable): ReadonlyMap<FacetId, ValueCounter> {
  const counters = new Map<FacetId, ValueCounter>()
  for (const facet of facetIds) {
    const counter = facetCounter(table, facet)
    if (counter) counters.set(facet, counter)
  }
  return counters
}

function facetCounter({ columns, chains }: IncidentTable, facet: FacetId): ValueCounter | undefined {
  const field = fields[facet]
  switch (field.kind) {
    case 'code':
      return codeCounter(columns[field.column], field.vocabulary.length, columns.type)
    case 'codes': {
      const column = columns[field.column]
      return column && listCounter(column, field.vocabulary.length, columns.type)
    }
    case 'ids':
      return listCounter(columns[field.column], columns.dictionaries[field.column].length, columns.type)
    case 'place':
      return field.level === 'country'
        ? countryCounter(columns, chains)
        : placeCounter(columns.place, chains, columns.type)
  }
}
