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
    day: moved(new Int32Array(order.length), columns.day, order),
    days: moved(new Uint16Array(order.length), columns.days, order),
    dayFrom: moved(new Int32Array(order.length), columns.dayFrom, order),
    dayTo: moved(new Int32Array(order.length), columns.dayTo, order),
    lng: moved(new Float32Array(order.length), columns.lng, order),
    lat: moved(new Float32Array(order.length), columns.lat, order),
    timePrecision: moved(new Uint8Array(order.length), columns.timePrecision, order),
    deaths: moved(new Uint8Array(order.length), columns.deaths, order),
    fatalitiesMin: moved(new Int32Array(order.length), columns.fatalitiesMin, order),
    fatalitiesMax: moved(new Int32Array(order.length), columns.fatalitiesMax, order),
    sources: moved(new Uint16Array(order.length), columns.sources, order),
    place: permuteIds(columns.place, order),
    ...byCodeColumn((id) => moved(new Uint8Array(order.length), columns[fields[id].column], order)),
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

/**
 * The same for one column of texts.
 * @param order new row r is old row `order[r]`: a permutation of 0 to rows - 1
 * @throws RangeError where `order` names a row that the column does not have
 */
export function permuteText({ offsets, bytes }: TextColumn, order: Uint32Array): TextColumn {
  const permuted = permuteItems(offsets, order, bytes, new Uint8Array(bytes.length))
  return { offsets: permuted.offsets, bytes: permuted.items }
}

function permuteList({ offsets, ids }: ListColumn, order: Uint32Array): ListColumn {
  const room = ids instanceof Uint16Array ? new Uint16Array(ids.length) : new Uint32Array(ids.length)
  const permuted = permuteItems(offsets, order, ids, room)
  return { offsets: permuted.offsets, ids: permuted.items }
}

interface Items {
  [index: number]: number
  set(values: ArrayLike<number>, start: number): void
  subarray(from: number, to: number): ArrayLike<number>
}

/** Items that are copied one by one: a view of so few takes longer to make than to copy. */
const FEW = 48

/**
 * Moves the items of each row of a list or text column.
 * @param items array of the same length that the items are copied into
 */
function permuteItems<Into extends Items>(
  offsets: Uint32Array,
  order: Uint32Array,
  old: Items,
  items: Into,
): { offsets: Uint32Array; items: Into } {
  const newOffsets = new Uint32Array(offsets.length)
  let end = 0
  for (let row = 0; row < order.length; row += 1) {
    const before = order[row] ?? -1
    const from = at(offsets, before)
    const to = at(offsets, before + 1)
    if (to - from > FEW) items.set(old.subarray(from, to), end)
    else for (let i = from; i < to; i += 1) items[end + i - from] = old[i] ?? 0
    end += to - from
    newOffsets[row + 1] = end
  }
  return { offsets: newOffsets, items }
}

function permuteIds(ids: Ids, order: Uint32Array): Ids {
  return ids instanceof Uint16Array
    ? moved(new Uint16Array(order.length), ids, order)
    : moved(new Uint32Array(order.length), ids, order)
}

/** Fills an array with `from[order[r]]` for each r. A plain loop: `from` with a function takes ten times as long. */
function moved<Into extends { [index: number]: number }>(
  into: Into,
  from: ArrayLike<number>,
  order: Uint32Array,
): Into {
  for (let row = 0; row < order.length; row += 1) into[row] = at(from, order[row] ?? -1)
  return into
}

/** `array[index]`. @throws RangeError where the array is too short */
function at(array: ArrayLike<number>, index: number): number {
  const value = array[index]
  if (value === undefined) throw new RangeError(`no row ${index}`)
  return value
}
