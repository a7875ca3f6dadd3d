import { facetIds, fields, type FacetId, type FieldId, type PlaceField } from '../../incidents/fields.ts'
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
  const rowLists = rowListsOf(table)
  const listsOf = (id: FacetId) => {
    const lists = rowLists.get(id)
    if (!lists) throw new RangeError(`${id} is no field of ids or places`)
    return lists
  }

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
        return listSelection(listsOf(id), table.rows, choice, choice.all)
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

/** Of each field of dictionary ids, and of places. */
function rowListsOf(table: IncidentTable): ReadonlyMap<FacetId, RowLists> {
  const { dictionaries } = table.columns
  const lists = new Map<FacetId, RowLists>()
  for (const id of facetIds) {
    const field = fields[id]
    if (field.kind === 'ids')
      lists.set(id, rowsById(table.rowsOfIds[field.column], idsIn(dictionaries[field.column])))
    if (field.kind === 'place') lists.set(id, rowsWithin(table, field.level))
  }
  return lists
}

/** The rows that lie in a place, or only those that lie in a country. */
function rowsWithin(
  { columns, positions, positionsWithin }: IncidentTable,
  level: PlaceField['level'],
): RowLists {
  const { places } = columns.dictionaries
  const index = placeIndex(places)
  return (id) => {
    const place = index.get(id)
    if (place === undefined || (level === 'country' && places[place]?.kind !== 'country')) return undefined
    return Array.from(rowsOf(positionsWithin, place), (position) => rowsOf(positions.rows, position))
  }
}

function rowsById(postings: Postings, ids: readonly string[]): RowLists {
  const index = new Map(ids.map((id, at) => [id, at]))
  return (id) => {
    const at = index.get(id)
    return at === undefined ? undefined : [rowsOf(postings, at)]
  }
}
