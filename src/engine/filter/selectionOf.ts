import { fields, keysOf, type FacetId, type FieldId, type FieldIdOf } from '../../incidents/fields.ts'
import { idsIn } from '../../incidents/columns.ts'
import { placeIndex } from '../../incidents/placeChains.ts'
import { isFiltered, type Choice, type Filters } from '../../query/incidentQuery.ts'
import { rowsOf, type Postings } from '../table/postings.ts'
import type { IncidentTable } from '../table/table.ts'
import type { TextIndex } from '../search/textIndex.ts'
import { areaFilter } from './areaFilter.ts'
import { codeFilter } from './codeFilter.ts'
import { codesFilter } from './codesFilter.ts'
import { daySelection } from './daySelection.ts'
import { fatalitiesFilter } from './fatalitiesFilter.ts'
import { listSelection } from './listSelection.ts'
import { everyRow, type Selection } from './selection.ts'

/** Makes what is asked of one field into the rows that pass it. */
export function createSelections(
  table: IncidentTable,
  index: TextIndex,
): (filters: Filters, id: FieldId) => Selection {
  const listsOfField = rowListsByField(table)

  const choiceSelection = (id: FacetId, choice: Choice & { all?: boolean }): Selection => {
    const field = fields[id]
    switch (field.kind) {
      case 'code':
        return test(codeFilter(table.columns[field.column], field.vocabulary, choice))
      case 'codes': {
        const column = table.columns[field.column]
        if (column) return test(codesFilter(column, field.vocabulary, choice))
        // The data set lacks the field: no row has an id that is included.
        return choice.include.length > 0 ? { kind: 'only', rows: new Uint32Array(0) } : everyRow
      }
      case 'ids':
      case 'place':
        return listSelection(listsOfField(id), table.rows, choice, choice.all)
    }
  }

  return (filters, id) => {
    if (!isFiltered(filters, id)) return everyRow
    switch (id) {
      case 'days':
        return daySelection(table.dayOrder, table.columns, filters.days)
      case 'fatalities':
        return test(fatalitiesFilter(table.columns, filters.fatalities))
      case 'text':
        return index.search(filters.text)
      case 'area':
        return filters.area ? test(areaFilter(table.positions, filters.area)) : everyRow
      default:
        return choiceSelection(id, filters[id])
    }
  }
}

function test(passes: (row: number) => boolean): Selection {
  return { kind: 'test', passes }
}

/** Leads from an id of a field to the lists of its rows; undefined where the data set lacks the id. */
type RowLists = (id: string) => Uint32Array[] | undefined

/** For each field of ids or places. @throws RangeError for any other */
function rowListsByField(table: IncidentTable): (field: FacetId) => RowLists {
  const { dictionaries } = table.columns
  const places = placeIndex(dictionaries.places)
  const within: RowLists = (id) => {
    const place = places.get(id)
    if (place === undefined) return undefined
    return Array.from(rowsOf(table.positionsWithin, place), (position) =>
      rowsOf(table.positions.rows, position),
    )
  }
  const lists = {
    actor: rowsById(table.actorRows, idsIn(dictionaries.actors)),
    publisher: rowsById(table.publisherRows, idsIn(dictionaries.publishers)),
    tag: rowsById(table.tagRows, dictionaries.tags),
    place: within,
    country: (id: string) => {
      const place = places.get(id)
      return place !== undefined && dictionaries.places[place]?.kind === 'country' ? within(id) : undefined
    },
  } satisfies Record<FieldIdOf<'ids' | 'place'>, RowLists>
  const byField = new Map<FacetId, RowLists>(keysOf(lists).map((id) => [id, lists[id]]))
  return (field) => {
    const found = byField.get(field)
    if (!found) throw new RangeError(`the rows of ${field} are in no lists`)
    return found
  }
}

function rowsById(postings: Postings, ids: readonly string[]): RowLists {
  const index = new Map(ids.map((id, at) => [id, at]))
  return (id) => {
    const at = index.get(id)
    return at === undefined ? undefined : [rowsOf(postings, at)]
  }
}
