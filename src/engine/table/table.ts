import { listAt, type IncidentColumns, type ListColumn } from '../../incidents/columns.ts'
import { placeChain, placeIndex } from '../../incidents/placeChains.ts'
import { checkColumns } from './checkColumns.ts'
import { dayOrderOf, type DayOrder } from './dayOrder.ts'
import { flattened, listPostings, type Postings } from './postings.ts'
import { positionsOf, type Positions } from './positions.ts'

/**
 * What the engine works on: the columns, and what leads from a value to its rows. Read only. Rows are in ascending
 * order of `day`: a range of days is a slice of rows, and a list by date is the rows as they are.
 */
export interface IncidentTable {
  columns: IncidentColumns
  rows: number
  positions: Positions
  dayOrder: DayOrder
  /** One row a place: itself, then what it lies in, up to the country. */
  chains: ListColumn
  actorRows: Postings
  publisherRows: Postings
  tagRows: Postings
  /** Posting lists of positions, not rows: the positions that lie in each place, directly or further in. */
  positionsWithin: Postings
}

/**
 * @throws RangeError where the rows are not in the order of their days, a code or an id points outside of its
 * vocabulary or dictionary, or there are more rows than MOST_ROWS
 */
export function createTable(columns: IncidentColumns): IncidentTable {
  checkColumns(columns)
  const positions = positionsOf(columns)
  const { places, actors, publishers, tags } = columns.dictionaries
  const index = placeIndex(places)
  const chains = flattened(places.map((_, place) => placeChain(places, index, place)))
  const positionsWithin = listPostings(
    flattened(Array.from(positions.place, (place) => [...listAt(chains, place)])),
    places.length,
  )
  return {
    columns,
    rows: columns.rows,
    positions,
    dayOrder: dayOrderOf(columns),
    chains,
    positionsWithin,
    actorRows: listPostings(columns.actors, actors.length),
    publisherRows: listPostings(columns.publishers, publishers.length),
    tagRows: listPostings(columns.tags, tags.length),
  }
}
