import { listAt, type IncidentColumns, type ListColumn } from '../../incidents/columns.ts'
import { placeChain, placeIndex } from '../../incidents/placeChains.ts'
import { dayOrderOf, type DayOrder } from './dayOrder.ts'
import { flattened, listPostings, type Postings } from './postings.ts'
import { spotsOf, type Spots } from './positions.ts'

/**
 * What the engine works on: the columns, and what leads from a value to its rows. Read only.
 * Rows are in the order of `day`, so a list by date is the rows as they are.
 */
export interface IncidentTable {
  columns: IncidentColumns
  rows: number
  spots: Spots
  dayOrder: DayOrder
  /** For each place: itself and what it lies in, up to the country. */
  chains: ListColumn
  actorRows: Postings
  publisherRows: Postings
  tagRows: Postings
  /** Spots that lie in each place. */
  spotsWithin: Postings
}

/** @throws RangeError where rows are not in the order of days */
export function createTable(columns: IncidentColumns): IncidentTable {
  const { rows, day, dictionaries } = columns
  for (let row = 1; row < rows; row += 1) {
    if ((day[row] ?? 0) < (day[row - 1] ?? 0))
      throw new RangeError(`row ${row} is earlier than the one before`)
  }
  const spots = spotsOf(columns)
  const { places } = dictionaries
  const index = placeIndex(places)
  const chains = flattened(places.map((_, place) => placeChain(places, index, place)))
  const spotsWithin = listPostings(
    flattened(Array.from(spots.place, (place) => [...listAt(chains, place)])),
    places.length,
  )
  return {
    columns,
    rows,
    spots,
    dayOrder: dayOrderOf(columns),
    chains,
    spotsWithin,
    actorRows: listPostings(columns.actors, dictionaries.actors.length),
    publisherRows: listPostings(columns.publishers, dictionaries.publishers.length),
    tagRows: listPostings(columns.tags, dictionaries.tags.length),
  }
}
