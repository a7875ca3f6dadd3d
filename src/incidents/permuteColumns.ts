import {
  byCodeColumn,
  byCodesColumn,
  byIdsColumn,
  type Ids,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumn,
  type TextColumn,
} from './columns.ts'
import { byId, fields } from './fields.ts'
import { languages } from './vocabulary.ts'

/**
 * The same rows in another order, as new arrays; the dictionaries are shared.
 * @param order new row r is old row `order[r]`: a permutation of 0 to rows - 1
 * @throws RangeError where `order` names a row that the columns do not have
 */
export function permuteColumns(columns: IncidentColumns, order: Uint32Array): IncidentColumns {
  return {
    rows: columns.rows,
    id: permuteText(columns.id, order),
    day: Int32Array.from(order, (row) => at(columns.day, row)),
    days: Uint16Array.from(order, (row) => at(columns.days, row)),
    dayFrom: Int32Array.from(order, (row) => at(columns.dayFrom, row)),
    dayTo: Int32Array.from(order, (row) => at(columns.dayTo, row)),
    lng: Float32Array.from(order, (row) => at(columns.lng, row)),
    lat: Float32Array.from(order, (row) => at(columns.lat, row)),
    timePrecision: Uint8Array.from(order, (row) => at(columns.timePrecision, row)),
    deaths: Uint8Array.from(order, (row) => at(columns.deaths, row)),
    fatalitiesMin: Int32Array.from(order, (row) => at(columns.fatalitiesMin, row)),
    fatalitiesMax: Int32Array.from(order, (row) => at(columns.fatalitiesMax, row)),
    sources: Uint16Array.from(order, (row) => at(columns.sources, row)),
    place: permuteIds(columns.place, order),
    ...byCodeColumn((id) => Uint8Array.from(order, (row) => at(columns[fields[id].column], row))),
    ...byIdsColumn((id) => permuteList(columns[fields[id].column], order)),
    ...byCodesColumn((id) => {
      const column = columns[fields[id].column]
      return column && permuteList(column, order)
    }),
    ...(columns.isOwn && { isOwn: Uint8Array.from(order, (row) => at(columns.isOwn ?? [], row)) }),
    dictionaries: columns.dictionaries,
  }
}

/**
 * The same for texts.
 * @param order new row r is old row `order[r]`: a permutation of 0 to rows - 1
 * @throws RangeError where `order` names a row that the texts do not have
 */
export function permuteTexts(
  { rows, title, summary, urls }: IncidentTexts,
  order: Uint32Array,
): IncidentTexts {
  return {
    rows,
    title: byId(languages, (language) => permuteText(title[language], order)),
    summary: byId(languages, (language) => permuteText(summary[language], order)),
    urls: permuteText(urls, order),
  }
}

function permuteText({ offsets, bytes }: TextColumn, order: Uint32Array): TextColumn {
  const moved = permuteItems(offsets, order, new Uint8Array(bytes.length), (into, from, to, start) =>
    into.set(bytes.subarray(from, to), start),
  )
  return { offsets: moved.offsets, bytes: moved.items }
}

function permuteList({ offsets, ids }: ListColumn, order: Uint32Array): ListColumn {
  const room = ids instanceof Uint16Array ? new Uint16Array(ids.length) : new Uint32Array(ids.length)
  const moved = permuteItems(offsets, order, room, (into, from, to, start) =>
    into.set(ids.subarray(from, to), start),
  )
  return { offsets: moved.offsets, ids: moved.items }
}

/**
 * Moves the items of each row of a list or text column.
 * @param items array of the same length that the items are copied into
 * @param copy copies old items `from` to `to` (exclusive) to new index `start`
 */
function permuteItems<Items>(
  offsets: Uint32Array,
  order: Uint32Array,
  items: Items,
  copy: (into: Items, from: number, to: number, start: number) => void,
): { offsets: Uint32Array; items: Items } {
  const moved = new Uint32Array(offsets.length)
  let end = 0
  for (const [row, before] of order.entries()) {
    const [from, to] = [at(offsets, before), at(offsets, before + 1)]
    copy(items, from, to, end)
    end += to - from
    moved[row + 1] = end
  }
  return { offsets: moved, items }
}

function permuteIds(ids: Ids, order: Uint32Array): Ids {
  return ids instanceof Uint16Array
    ? Uint16Array.from(order, (row) => at(ids, row))
    : Uint32Array.from(order, (row) => at(ids, row))
}

/** `array[index]`. @throws RangeError where the array is too short */
function at(array: ArrayLike<number>, index: number): number {
  const value = array[index]
  if (value === undefined) throw new RangeError(`no row ${index}`)
  return value
}
