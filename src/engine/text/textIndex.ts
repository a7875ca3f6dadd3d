import { textAt, type IncidentTexts } from '../../incidents/columns.ts'
import { readSearch, type TextSearch } from '../../query/searchText.ts'
import { finished } from '../finished.ts'
import { everyRow, type Selection } from '../filters/selection.ts'
import type { IncidentTable } from '../table.ts'
import { addressBookOf, type AddressBook } from './addressBook.ts'
import { nameListsOf, type NameLists } from './nameLists.ts'
import { rowBits, rowsIn, selectionOf, type RowBits } from './rowBits.ts'
import { createWordBook } from './wordBook.ts'
import { saying, wordListsOf, type WordLists } from './wordLists.ts'

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
  let names: NameLists[] | undefined
  /** Of each word and phrase of the last search, which rows say it. */
  let asked = new Map<string, RowBits>()
  let written: { lists: WordLists; addresses: AddressBook } | undefined

  /** Which rows say the words one after another, the last of them perhaps in part. */
  const rowsThatSay = (words: readonly string[]): RowBits => {
    const met = rowBits(table.rows)
    const kinds = (names ??= finished(nameListsOf(table, book)))
    const [last, before] = [words.at(-1) ?? '', words.slice(0, -1)]
    const numbers = before.flatMap((word) => book.numberOf(word) ?? [])
    if (numbers.length < before.length) return met
    const lasts = book.begunBy(last, before.length === 0)
    const gather = (lists: WordLists, found: RowBits) => {
      if (before.length === 0) lists.gather(lasts, found)
      else lists.gatherPhrase(numbers, lasts, found)
    }
    if (written) gather(written.lists, met)
    for (const { lists, leadTo } of kinds) {
      const found = rowBits(lists.length)
      gather(lists, found)
      leadTo(rowsIn(found), met)
    }
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
          return { kind: 'only', rows: written?.addresses.find(reading.address) ?? new Uint32Array(0) }
      }
    },
    *addTexts(texts) {
      names ??= yield* saying(0, nameListsOf(table, book))
      const lists = yield* wordListsOf(texts.rows, (row) => fieldsOf(texts, row), book)
      book.close()
      const addresses = yield* saying(texts.rows, addressBookOf(texts.urls))
      asked = new Map()
      written = { lists, addresses }
    },
  }
}

function fieldsOf({ title, summary }: IncidentTexts, row: number): string[] {
  return [title, summary].flatMap(({ en, ar, fr }) => [textAt(en, row), textAt(ar, row), textAt(fr, row)])
}
