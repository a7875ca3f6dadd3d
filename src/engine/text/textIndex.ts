import { textAt, type IncidentTexts } from '../../incidents/columns.ts'
import type { Translated } from '../../incidents/incident.ts'
import { readSearch, type TextSearch } from '../../query/searchText.ts'
import { finished } from '../finished.ts'
import { rowsOf, type Postings } from '../postings.ts'
import { everyRow, type Selection } from '../filters/selection.ts'
import type { IncidentTable } from '../table.ts'
import { createAddressBook } from './addressBook.ts'
import { createWordBook, type WordBook } from './wordBook.ts'
import { wordListsBuilder, type WordLists } from './wordLists.ts'

/** Texts that are indexed at a step. */
const STEP = 256

/** Words and phrases that are looked for at a time: a bit each. */
const TOGETHER = 8

/** Search over all that is written of an incident, in every language at once. */
export interface TextIndex {
  /** The rows that are what was typed. */
  search(text: string): Selection
  /** When all steps are done, titles, summaries and addresses are searched too. Each step tells the rows done. */
  addTexts(texts: IncidentTexts): Generator<number, void>
}

/** Until texts are added, only names of actors, places, publishers and tags are searched. */
export function createTextIndex(table: IncidentTable): TextIndex {
  const book = createWordBook()
  let names: Names[] | undefined
  let written: { lists: WordLists; find(address: string): Uint32Array } | undefined

  /** Bits of the terms that each row meets. */
  const termsMet = (terms: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> => {
    const met = new Uint8Array(table.rows)
    const kinds = (names ??= finished(namesOf(table, book)))
    const inNames = kinds.map(({ lists }) => new Uint8Array(lists.length))
    const everywhere = [
      ...kinds.map(({ lists }, kind) => ({ lists, found: inNames[kind] ?? new Uint8Array(0) })),
      ...(written ? [{ lists: written.lists, found: met }] : []),
    ]
    const singles = new Uint8Array(book.size())
    for (const [term, words] of terms.entries()) {
      const [last, before] = [words.at(-1) ?? '', words.slice(0, -1)]
      if (before.length === 0) {
        book.mark(singles, last, 1 << term, true)
        continue
      }
      const numbers = before.flatMap((word) => book.numberOf(word) ?? [])
      if (numbers.length < before.length) continue
      const lastMarks = new Uint8Array(book.size())
      book.mark(lastMarks, last, 1, false)
      for (const { lists, found } of everywhere) lists.gatherPhrase(numbers, lastMarks, 1 << term, found)
    }
    if (singles.some((mark) => mark !== 0))
      for (const { lists, found } of everywhere) lists.gather(singles, found)
    for (const [kind, { rowsOfEntry }] of kinds.entries()) {
      for (const [entry, bits] of inNames[kind]?.entries() ?? []) {
        if (bits === 0) continue
        for (const rows of rowsOfEntry(entry)) for (const row of rows) met[row] = (met[row] ?? 0) | bits
      }
    }
    return met
  }

  const searchWords = ({ words, phrases, excluded }: TextSearch): Selection => {
    const wanted = [...words.map((word) => [word]), ...phrases]
    const terms = [
      ...wanted.map((of) => ({ of, isWanted: true })),
      ...excluded.map((of) => ({ of: of.split(' '), isWanted: false })),
    ]
    let passes = new Uint8Array(0)
    for (let first = 0; first === 0 || first < terms.length; first += TOGETHER) {
      const some = terms.slice(first, first + TOGETHER)
      const met = termsMet(some.map(({ of }) => of))
      const needed = some.reduce((bits, { isWanted }, term) => (isWanted ? bits | (1 << term) : bits), 0)
      for (let row = 0; row < met.length; row += 1)
        met[row] = met[row] === needed && (first === 0 || passes[row] === 1) ? 1 : 0
      passes = met
    }
    return selectionOf(passes)
  }

  return {
    search(text) {
      const reading = readSearch(text)
      switch (reading.kind) {
        case 'none':
          return everyRow
        case 'text':
          return searchWords(reading.search)
        case 'address':
          return { kind: 'only', rows: written?.find(reading.address) ?? new Uint32Array(0) }
      }
    },
    *addTexts(texts) {
      names ??= yield* saying(0, namesOf(table, book))
      const builder = wordListsBuilder(book)
      const addresses = createAddressBook()
      for (let row = 0; row < texts.rows; row += 1) {
        builder.add(fieldsOf(texts, row))
        addresses.add(row, texts.urls)
        if (row % STEP === STEP - 1) yield row + 1
      }
      const lists = yield* saying(texts.rows, builder.build())
      book.close()
      written = { lists, find: (address) => addresses.find(address, texts.urls) }
    },
  }
}

/** The searchable names of one dictionary, and where each entry leads. */
interface Names {
  lists: WordLists
  rowsOfEntry(entry: number): Uint32Array[]
}

function* namesOf(table: IncidentTable, book: WordBook): Generator<undefined, Names[]> {
  const { actors, places, publishers, tags } = table.columns.dictionaries
  const through = (postings: Postings) => (entry: number) => [rowsOf(postings, entry)]
  return [
    { lists: yield* listsOf(actors.map(namesIn), book), rowsOfEntry: through(table.actorRows) },
    { lists: yield* listsOf(places.map(namesIn), book), rowsOfEntry: table.rowsWithin },
    {
      lists: yield* listsOf(
        publishers.map(({ name }) => [name]),
        book,
      ),
      rowsOfEntry: through(table.publisherRows),
    },
    {
      lists: yield* listsOf(
        tags.map((tag) => [tag]),
        book,
      ),
      rowsOfEntry: through(table.tagRows),
    },
  ]
}

function* listsOf(entries: readonly (readonly string[])[], book: WordBook): Generator<undefined, WordLists> {
  const builder = wordListsBuilder(book)
  for (const [at, fields] of entries.entries()) {
    builder.add(fields)
    if (at % STEP === STEP - 1) yield
  }
  return yield* builder.build()
}

/** The same steps, each of which says the number. */
function* saying<T>(said: number, steps: Generator<undefined, T>): Generator<number, T> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield said
  return step.value
}

function namesIn({ name, aliases }: { name: Translated; aliases: readonly string[] }): string[] {
  return [...Object.values(name), ...aliases]
}

function fieldsOf({ title, summary }: IncidentTexts, row: number): string[] {
  return [title, summary].flatMap(({ en, ar, fr }) => [textAt(en, row), textAt(ar, row), textAt(fr, row)])
}

/** By the shorter list. @param passes 1 for each row that does */
function selectionOf(passes: Uint8Array): Selection {
  let count = 0
  for (let row = 0; row < passes.length; row += 1) count += passes[row] ?? 0
  return 2 * count > passes.length
    ? { kind: 'but', rows: rowsWith(passes, 0, passes.length - count) }
    : { kind: 'only', rows: rowsWith(passes, 1, count) }
}

function rowsWith(passes: Uint8Array, wanted: number, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let row = 0, at = 0; at < count; row += 1) if (passes[row] === wanted) rows[at++] = row
  return rows
}
