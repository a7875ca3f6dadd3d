import type { ListColumn } from '../../incidents/columns.ts'
import type { Translated } from '../../incidents/incident.ts'
import type { Postings } from '../table/postings.ts'
import type { IncidentTable } from '../table/table.ts'
import { countBits, everyBit, removeBits, rowBits, rowsIn, setBit, type RowBits } from './bitmap.ts'
import type { WordBook } from './termDictionary.ts'
import { wordListsOf, type WordLists } from './invertedIndex.ts'

/** The searchable names of one dictionary. */
export interface NameLists {
  lists: WordLists
  /** Only two words or more are looked for: single ones, such as "com" and "news", would be found everywhere. */
  phrasesOnly?: boolean
  /** Adds to `met` the rows of the entries. */
  leadTo(entries: Uint32Array, met: RowBits): void
}

/** Looking whether a row has one of some entries takes as long as taking so many rows from a list. */
const LOOK = 3

/** Lists of fewer than one row in so many are taken at once: seeing which rows are left would take longer. */
const SHORT = 16

/** Of actors, places, publishers, their domains, and tags, in steps. */
export function* nameListsOf(table: IncidentTable, book: WordBook): Generator<unknown, NameLists[]> {
  const { columns, positions, positionsWithin } = table
  const { actors, places, publishers, tags } = columns.dictionaries

  /**
   * Adds the rows of the entries by their lists or, where fewer rows are left than that, by looking at those.
   * @param lookFor makes the entries, 1 each, into a question to a row: whether it has one of them
   */
  const through =
    (postings: Postings, lookFor: (isWanted: Uint8Array) => (row: number) => boolean) =>
    (entries: Uint32Array, met: RowBits) => {
      const { offsets } = postings
      const listed = entries.reduce(
        (sum, entry) => sum + (offsets[entry + 1] ?? 0) - (offsets[entry] ?? 0),
        0,
      )
      if (listed < table.rows / SHORT || LOOK * (table.rows - countBits(met)) > listed) {
        addListed(postings, entries, met)
        return
      }
      const isWanted = new Uint8Array(offsets.length - 1)
      for (const entry of entries) isWanted[entry] = 1
      const has = lookFor(isWanted)
      const left = everyBit(table.rows)
      removeBits(left, met)
      for (const row of rowsIn(left)) if (has(row)) setBit(met, row)
    }
  const throughList = (postings: Postings, column: ListColumn) =>
    through(postings, (isWanted) => (row) => hasAny(column, row, isWanted))
  const throughPublishers = throughList(table.publisherRows, columns.publishers)
  const throughPositions = through(
    positions.rows,
    (isWanted) => (row) => isWanted[positions.ofRow[row] ?? 0] === 1,
  )

  const listsOf = <T>(entries: readonly T[], namesOfEntry: (entry: T) => string[]) =>
    wordListsOf(entries.length, (at) => entries.slice(at, at + 1).flatMap(namesOfEntry), book)
  return [
    { lists: yield* listsOf(actors, namesIn), leadTo: throughList(table.actorRows, columns.actors) },
    {
      lists: yield* listsOf(places, namesIn),
      leadTo(entries, met) {
        // A position lies in several places: its rows are looked up once.
        const found = rowBits(positions.count)
        addListed(positionsWithin, entries, found)
        throughPositions(rowsIn(found), met)
      },
    },
    {
      lists: yield* listsOf(publishers, ({ name }) => [name]),
      leadTo: throughPublishers,
    },
    {
      lists: yield* listsOf(publishers, ({ domain }) => (domain === undefined ? [] : [domain])),
      phrasesOnly: true,
      leadTo: throughPublishers,
    },
    { lists: yield* listsOf(tags, (tag) => [tag]), leadTo: throughList(table.tagRows, columns.tags) },
  ]
}

function addListed({ offsets, rows }: Postings, entries: Uint32Array, found: RowBits): void {
  for (const entry of entries) {
    const end = offsets[entry + 1] ?? 0
    for (let at = offsets[entry] ?? 0; at < end; at += 1) setBit(found, rows[at] ?? 0)
  }
}

function hasAny({ offsets, ids }: ListColumn, row: number, isWanted: Uint8Array): boolean {
  const end = offsets[row + 1] ?? 0
  for (let at = offsets[row] ?? 0; at < end; at += 1) if (isWanted[ids[at] ?? 0] === 1) return true
  return false
}

function namesIn({ name, aliases }: { name: Translated; aliases: readonly string[] }): string[] {
  return [...Object.values(name), ...aliases]
}
