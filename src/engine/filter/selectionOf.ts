import { placeIndex } from '../../incidents/placeChains.ts'
import { eventTypes, geoPrecisions, statuses, subEventTypes } from '../../incidents/vocabulary.ts'
import { isFiltered, type Dimension, type Filters } from '../../query/incidentQuery.ts'
import { rowsOf, type Postings } from '../table/postings.ts'
import type { IncidentTable } from '../table/table.ts'
import type { TextIndex } from '../search/textIndex.ts'
import { areaFilter } from './areaFilter.ts'
import { codeFilter } from './codeFilter.ts'
import { daySelection } from './daySelection.ts'
import { fatalitiesFilter } from './fatalitiesFilter.ts'
import { listSelection } from './listSelection.ts'
import { everyRow, type Selection } from './selection.ts'

/** Makes what one dimension of the filters asks into the rows that pass it. */
export function createSelections(
  table: IncidentTable,
  index: TextIndex,
): (filters: Filters, dimension: Dimension) => Selection {
  const { columns, positions, rows, dayOrder } = table
  const { dictionaries } = columns
  const actorLists = listsById(table.actorRows, idsOf(dictionaries.actors))
  const publisherLists = listsById(table.publisherRows, idsOf(dictionaries.publishers))
  const tagLists = listsById(table.tagRows, dictionaries.tags)
  const places = placeIndex(dictionaries.places)
  const placeLists = (id: string) => {
    const place = places.get(id)
    if (place === undefined) return undefined
    return Array.from(rowsOf(table.positionsWithin, place), (position) => rowsOf(positions.rows, position))
  }

  return (filters, dimension) => {
    if (!isFiltered(filters, dimension)) return everyRow
    switch (dimension) {
      case 'days':
        return daySelection(dayOrder, columns, filters.days)
      case 'type':
        return test(codeFilter(columns.type, eventTypes, filters.type))
      case 'subtype':
        return test(codeFilter(columns.subtype, subEventTypes, filters.subtype))
      case 'status':
        return test(codeFilter(columns.status, statuses, filters.status))
      case 'precision':
        return test(codeFilter(columns.geoPrecision, geoPrecisions, filters.precision))
      case 'actor':
        return listSelection(actorLists, rows, filters.actor, filters.actor.all)
      case 'source':
        return listSelection(publisherLists, rows, filters.source)
      case 'place':
        return listSelection(placeLists, rows, filters.place)
      case 'tag':
        return listSelection(tagLists, rows, filters.tag)
      case 'fatalities':
        return test(fatalitiesFilter(columns, filters.fatalities))
      case 'text':
        return index.search(filters.text)
      case 'area':
        return filters.area ? test(areaFilter(positions, filters.area)) : everyRow
    }
  }
}

function test(passes: (row: number) => boolean): Selection {
  return { kind: 'test', passes }
}

function idsOf(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id)
}

function listsById(postings: Postings, ids: readonly string[]) {
  const index = new Map(ids.map((id, at) => [id, at]))
  return (id: string) => {
    const at = index.get(id)
    return at === undefined ? undefined : [rowsOf(postings, at)]
  }
}
