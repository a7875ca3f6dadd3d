import {
  byCodeColumn,
  byCodesColumn,
  byIdsColumn,
  listAt,
  shortIds,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumn,
  type TextColumn,
  textAt,
} from './columns.ts'
import { byId, fields } from './fields.ts'
import { growableLists, growableTexts } from './growable.ts'
import { joinDictionaries, renamedIds, type JoinedDictionaries } from './joinDictionaries.ts'
import { layerTags } from './layerTags.ts'
import { permuteColumns, permuteTexts } from './permuteColumns.ts'
import { languages } from './vocabulary.ts'

/** Columns, and the texts of the same rows. */
export interface WholeColumns {
  columns: IncidentColumns
  texts: IncidentTexts
}

/** Two data sets as one. */
export interface JoinedColumns extends WholeColumns {
  /** Row r is row `order[r]` of the first data set; from the number of its rows on, counted on, of the second. */
  order: Uint32Array
  /** Ids of the second data set that stand for something else in the first, and what they are called instead. */
  renamed: Record<'incidents' | 'actors' | 'places', ReadonlyMap<string, string>>
}

/** Joins the published incidents with the user's own, which `isOwn` and the tags of the layers tell apart. */
export function joinColumns(published: WholeColumns, own: WholeColumns): JoinedColumns {
  const joined = joinDictionaries(published.columns.dictionaries, own.columns.dictionaries)
  const incidents = renamedIds(idsOf(published.columns), [...idsOf(own.columns)])
  const order = mergedByDay(published.columns.day, own.columns.day)
  const columns = joinInTurn(published.columns, own.columns, joined, incidents)
  const texts = joinTexts(published.texts, own.texts)
  return {
    columns: permuteColumns(columns, order),
    texts: permuteTexts(texts, order),
    order,
    renamed: { incidents, ...joined.renamed },
  }
}

function* idsOf({ rows, id }: IncidentColumns): Generator<{ id: string }, void> {
  for (let row = 0; row < rows; row += 1) yield { id: textAt(id, row) }
}

/** The rows of both, the second counted on from the first, by day; on one day the first come first. */
function mergedByDay(first: Int32Array, second: Int32Array): Uint32Array {
  const order = new Uint32Array(first.length + second.length)
  let [a, b] = [0, 0]
  for (let at = 0; at < order.length; at += 1) {
    const isFirst = b >= second.length || (a < first.length && (first[a] ?? 0) <= (second[b] ?? 0))
    if (isFirst) {
      order[at] = a
      a += 1
    } else {
      order[at] = first.length + b
      b += 1
    }
  }
  return order
}

/** All rows of the first, then all of the second. */
function joinInTurn(
  a: IncidentColumns,
  b: IncidentColumns,
  { dictionaries, indexOf }: JoinedDictionaries,
  incidents: ReadonlyMap<string, string>,
): IncidentColumns {
  const rows = a.rows + b.rows
  const tags = [...dictionaries.tags]
  const [published, yours] = [layerTags.published, layerTags.yours].map((tag) =>
    tags.includes(tag) ? tags.indexOf(tag) : tags.push(tag) - 1,
  )
  const isOwn = new Uint8Array(rows).fill(1, a.rows)
  return {
    rows,
    id: joinText(a.id, b.id, (id) => incidents.get(id) ?? id),
    day: joinNumbers(Int32Array, a.day, b.day),
    days: joinNumbers(Uint16Array, a.days, b.days),
    dayFrom: joinNumbers(Int32Array, a.dayFrom, b.dayFrom),
    dayTo: joinNumbers(Int32Array, a.dayTo, b.dayTo),
    lng: joinNumbers(Float32Array, a.lng, b.lng),
    lat: joinNumbers(Float32Array, a.lat, b.lat),
    timePrecision: joinNumbers(Uint8Array, a.timePrecision, b.timePrecision),
    deaths: joinNumbers(Uint8Array, a.deaths, b.deaths),
    fatalitiesMin: joinNumbers(Int32Array, a.fatalitiesMin, b.fatalitiesMin),
    fatalitiesMax: joinNumbers(Int32Array, a.fatalitiesMax, b.fatalitiesMax),
    sources: joinNumbers(Uint16Array, a.sources, b.sources),
    place: shortIds(
      joinNumbers(
        Uint32Array,
        a.place,
        b.place.map((place) => indexOf.places[place] ?? 0),
      ),
      dictionaries.places.length,
    ),
    ...byCodeColumn((id) => joinNumbers(Uint8Array, a[fields[id].column], b[fields[id].column])),
    ...byIdsColumn((id) => {
      const { column } = fields[id]
      const size = column === 'tags' ? tags.length : dictionaries[column].length
      const more = column === 'tags' ? [published ?? 0, yours ?? 0] : []
      return joinLists(rowsOf(a[column], a.rows), rowsOf(b[column], b.rows, indexOf[column]), more, size)
    }),
    ...byCodesColumn((id) => {
      const { column, vocabulary, notKnown } = fields[id]
      const missing = [vocabulary.findIndex((word) => word === notKnown)]
      const [ofA, ofB] = [a[column], b[column]]
      if (!ofA && !ofB) return undefined
      return joinLists(
        ofA ? rowsOf(ofA, a.rows) : repeated(missing, a.rows),
        ofB ? rowsOf(ofB, b.rows) : repeated(missing, b.rows),
        [],
        vocabulary.length,
      )
    }),
    isOwn,
    dictionaries: { ...dictionaries, tags },
  }
}

/** @param indexOf new index of each item; absent where they stay */
function* rowsOf(column: ListColumn, rows: number, indexOf?: Uint32Array): Generator<number[], void> {
  for (let row = 0; row < rows; row += 1)
    yield Array.from(listAt(column, row), (item) => (indexOf ? (indexOf[item] ?? 0) : item))
}

function* repeated(items: number[], rows: number): Generator<number[], void> {
  for (let row = 0; row < rows; row += 1) yield items
}

/** @param more an item that each row of the first, and one that each row of the second gets as well */
function joinLists(
  first: Iterable<number[]>,
  second: Iterable<number[]>,
  [ofFirst, ofSecond]: number[],
  size: number,
): ListColumn {
  const lists = growableLists()
  const pushAll = (rows: Iterable<number[]>, more: number | undefined) => {
    for (const items of rows) lists.push(more === undefined ? items : [...new Set([...items, more])])
  }
  pushAll(first, ofFirst)
  pushAll(second, ofSecond)
  const { offsets, ids } = lists.taken()
  return { offsets, ids: shortIds(ids, size) }
}

function joinNumbers<T extends { set(values: ArrayLike<number>, at?: number): void }>(
  ofLength: new (length: number) => T,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): T {
  const joined = new ofLength(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

function joinText(first: TextColumn, second: TextColumn, change: (text: string) => string): TextColumn {
  const texts = growableTexts()
  for (const [column, of] of [
    [first, (text: string) => text],
    [second, change],
  ] as const) {
    for (let row = 0; row < column.offsets.length - 1; row += 1) texts.push(of(textAt(column, row)))
  }
  return texts.taken()
}

function joinTexts(a: IncidentTexts, b: IncidentTexts): IncidentTexts {
  const same = (text: string) => text
  return {
    rows: a.rows + b.rows,
    title: byId(languages, (language) => joinText(a.title[language], b.title[language], same)),
    summary: byId(languages, (language) => joinText(a.summary[language], b.summary[language], same)),
    urls: joinText(a.urls, b.urls, same),
  }
}
