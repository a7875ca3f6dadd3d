import { textAt, type IncidentTexts } from '../../incidents/columns.ts'
import type { Translated } from '../../incidents/incident.ts'
import { readSearch, type TextSearch } from '../../query/searchText.ts'
import { finished } from '../finished.ts'
import type { Postings } from '../postings.ts'
import { everyRow, type Selection } from '../filters/selection.ts'
import type { IncidentTable } from '../table.ts'
import { rowFlags, selectionOf, type RowFlags } from './rowFlags.ts'
import { createAddressBook } from './addressBook.ts'
import { createWordBook, type WordBook } from './wordBook.ts'
import { wordListsBuilder, type WordLists } from './wordLists.ts'

/** Texts that are indexed at a step. */
const STEP = 256

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
  /** Of each word and phrase of the last search, which rows say it. */
  let asked = new Map<string, RowFlags>()
  let written: { lists: WordLists; find(address: string): Uint32Array } | undefined

  /** Which rows say the words one after another, the last of them perhaps in part. */
  const rowsThatSay = (words: readonly string[]): RowFlags => {
    const met = rowFlags(table.rows)
    const kinds = (names ??= finished(namesOf(table, book)))
    const inNames = kinds.map(({ lists }) => new Uint8Array(lists.length))
    const everywhere = [
      ...kinds.map(({ lists }, kind) => ({ lists, found: inNames[kind] ?? new Uint8Array(0) })),
      ...(written ? [{ lists: written.lists, found: met.of }] : []),
    ]
    const [last, before] = [words.at(-1) ?? '', words.slice(0, -1)]
    const marks = new Uint8Array(book.size())
    book.mark(marks, last, before.length === 0)
    const numbers = before.flatMap((word) => book.numberOf(word) ?? [])
    if (numbers.length < before.length) return met
    for (const { lists, found } of everywhere) {
      if (before.length === 0) lists.gather(marks, found)
      else lists.gatherPhrase(numbers, marks, found)
    }
    for (const [kind, { leadTo }] of kinds.entries()) leadTo(inNames[kind] ?? new Uint8Array(0), met.of)
    return met
  }

  const searchWords = ({ words, phrases, excluded }: TextSearch): Selection => {
    const known = asked
    asked = new Map()
    // What one types begins as what one has typed: only the last word is another.
    const found = (text: string) => {
      const met = known.get(text) ?? rowsThatSay(text.split(' '))
      asked.set(text, met)
      return met
    }
    const wanted = [...words, ...phrases.map((phrase) => phrase.join(' '))]
    return selectionOf(table.rows, wanted.map(found), excluded.map(found))
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
      asked = new Map()
      written = { lists, find: (address) => addresses.find(address, texts.urls) }
    },
  }
}

/** The searchable names of one dictionary. */
interface Names {
  lists: WordLists
  /** Sets to 1 in `met` the rows of the entries that are 1 in `found`. */
  leadTo(found: Uint8Array, met: Uint8Array): void
}

function* namesOf(table: IncidentTable, book: WordBook): Generator<undefined, Names[]> {
  const { actors, places, publishers, tags } = table.columns.dictionaries
  const through =
    ({ offsets, rows }: Postings) =>
    (found: Uint8Array, met: Uint8Array) => {
      for (let entry = 0; entry < found.length; entry += 1) {
        if (found[entry] === 0) continue
        const end = offsets[entry + 1] ?? 0
        for (let at = offsets[entry] ?? 0; at < end; at += 1) met[rows[at] ?? 0] = 1
      }
    }
  const [toSpots, toRows] = [through(table.spotsWithin), through(table.spots.rows)]
  // A spot lies in several places: its rows are looked up once.
  const throughSpots = (found: Uint8Array, met: Uint8Array) => {
    const spots = new Uint8Array(table.spots.count)
    toSpots(found, spots)
    toRows(spots, met)
  }
  return [
    { lists: yield* listsOf(actors.map(namesIn), book), leadTo: through(table.actorRows) },
    { lists: yield* listsOf(places.map(namesIn), book), leadTo: throughSpots },
    {
      lists: yield* listsOf(
        publishers.map(({ name }) => [name]),
        book,
      ),
      leadTo: through(table.publisherRows),
    },
    {
      lists: yield* listsOf(
        tags.map((tag) => [tag]),
        book,
      ),
      leadTo: through(table.tagRows),
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
