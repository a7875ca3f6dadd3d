import type { ListColumn } from '../../incidents/columns.ts'
import type { Translated } from '../../incidents/incident.ts'
import type { Postings } from '../table/postings.ts'
import type { IncidentTable } from '../table/table.ts'
import { countBits, emptyBitmap, fullBitmap, rowsIn, setBit, subtract, type Bitmap } from './bitmap.ts'
import { ROW_TEST_COST, SHORT_LIST_SHARE } from '../costs.ts'
import { InvertedIndex } from './invertedIndex.ts'
import type { TermDictionary } from './termDictionary.ts'

/** Finds rows by the names of one dictionary: actors, places, publishers, their domains, or tags. */
export interface NameIndex {
  /** Its documents are the entries of the dictionary. */
  index: InvertedIndex
  /** Matched by phrases alone: single terms of domains, such as "com" and "news", would match most rows. */
  phrasesOnly: boolean
  /** Adds to `found` the rows that have any of the entries. @param entries ascending */
  addRows: (entries: Uint32Array, found: Bitmap) => void
}

/** Indexes the names of all dictionaries of the table, in steps. */
export function* buildNameIndexes(
  table: IncidentTable,
  dictionary: TermDictionary,
): Generator<unknown, NameIndex[]> {
  const { columns, rowsOfIds } = table
  const { actors, places, publishers, tags } = columns.dictionaries
  function* indexOf<T>(
    entries: readonly T[],
    namesOf: (entry: T) => string[],
  ): Generator<number, InvertedIndex> {
    const index = new InvertedIndex(entries.length)
    yield* index.fill(entries.map(namesOf), dictionary)
    return index
  }
  const addPublisherRows = listedRows(table, rowsOfIds.publishers, columns.publishers)
  return [
    {
      index: yield* indexOf(actors, allNames),
      phrasesOnly: false,
      addRows: listedRows(table, rowsOfIds.actors, columns.actors),
    },
    { index: yield* indexOf(places, allNames), phrasesOnly: false, addRows: placeRows(table) },
    {
      index: yield* indexOf(publishers, ({ name }) => [name]),
      phrasesOnly: false,
      addRows: addPublisherRows,
    },
    {
      index: yield* indexOf(publishers, ({ domain }) => (domain === undefined ? [] : [domain])),
      phrasesOnly: true,
      addRows: addPublisherRows,
    },
    {
      index: yield* indexOf(tags, (tag) => [tag]),
      phrasesOnly: false,
      addRows: listedRows(table, rowsOfIds.tags, columns.tags),
    },
  ]
}

function allNames({ name, aliases }: { name: Translated; aliases: readonly string[] }): string[] {
  return [...Object.values(name), ...aliases]
}

/** `addRows` for a column of several entries a row. */
function listedRows({ rows }: IncidentTable, postings: Postings, column: ListColumn): NameIndex['addRows'] {
  return (entries, found) => {
    if (isCheaperByLists(rows, postings, entries, found)) addPostings(postings, entries, found)
    else {
      const isWanted = marksOf(entries, postings)
      addRowsThat((row) => hasAny(column, row, isWanted), rows, found)
    }
  }
}

/** `addRows` for places: a row belongs to the place of its position, and to all that this place lies in. */
function placeRows({ rows, positions, positionsWithin }: IncidentTable): NameIndex['addRows'] {
  return (entries, found) => {
    // Several of the places may contain a position: its rows are added once.
    const within = emptyBitmap(positions.count)
    addPostings(positionsWithin, entries, within)
    const wanted = rowsIn(within)
    if (isCheaperByLists(rows, positions.rows, wanted, found)) addPostings(positions.rows, wanted, found)
    else {
      const isWanted = marksOf(wanted, positions.rows)
      addRowsThat((row) => isWanted[positions.ofRow[row]!] === 1, rows, found)
    }
  }
}

/**
 * Whether reading the posting lists of the entries costs less than testing each row that is not in `found` yet.
 * @param rows size of the table
 */
function isCheaperByLists(rows: number, { offsets }: Postings, entries: Uint32Array, found: Bitmap): boolean {
  let listed = 0
  for (const entry of entries) listed += offsets[entry + 1]! - offsets[entry]!
  return listed < rows / SHORT_LIST_SHARE || listed < ROW_TEST_COST * (rows - countBits(found))
}

/** Adds to `found` the rows of the entries' posting lists. */
function addPostings({ offsets, rows }: Postings, entries: Uint32Array, found: Bitmap): void {
  for (const entry of entries) {
    const end = offsets[entry + 1]!
    for (let posting = offsets[entry]!; posting < end; posting += 1) setBit(found, rows[posting]!)
  }
}

/** Adds to `found` the rows that pass the test; only rows that are not in it yet are tested. */
function addRowsThat(passes: (row: number) => boolean, rows: number, found: Bitmap): void {
  const left = fullBitmap(rows)
  subtract(left, found)
  for (const row of rowsIn(left)) if (passes(row)) setBit(found, row)
}

/** 1 for each of the entries, 0 for the others that have a posting list. */
function marksOf(entries: Uint32Array, { offsets }: Postings): Uint8Array {
  const marks = new Uint8Array(offsets.length - 1)
  for (const entry of entries) marks[entry] = 1
  return marks
}

/** Whether the row has an item that is marked. @param isWanted by id of an item */
function hasAny({ offsets, ids }: ListColumn, row: number, isWanted: Uint8Array): boolean {
  const end = offsets[row + 1]!
  for (let item = offsets[row]!; item < end; item += 1) if (isWanted[ids[item]!] === 1) return true
  return false
}
