import { textAt, type IncidentTexts } from '../../incidents/columns.ts'
import { readSearch, type TextSearch } from '../../query/searchText.ts'
import { finished } from '../finished.ts'
import { everyRow, type Selection } from '../filter/selection.ts'
import type { IncidentTable } from '../table/table.ts'
import { addressBookOf, type AddressBook } from './urlIndex.ts'
import { nameListsOf, type NameLists } from './nameIndexes.ts'
import { firstBits, rowBits, rowsIn, selectionOf, type RowBits } from './bitmap.ts'
import { createWordBook } from './termDictionary.ts'
import { growingWordLists, saying, type WordLists } from './invertedIndex.ts'

/** Search over all that is written of an incident, in every language at once. */
export interface TextIndex {
  /** The rows that are what was typed; while texts are being added, those of which it is certain already. */
  search(text: string): Selection
  /** Adds addresses, then titles and summaries, some rows at a time. Each step tells the rows done. */
  addTexts(texts: IncidentTexts): Generator<number, void>
  /** Grows whenever the same search may find more than before. */
  extent(): number
}

/** Until texts are added, only names of actors, places, publishers and tags are searched. */
export function createTextIndex(table: IncidentTable): TextIndex {
  const book = createWordBook()
  let names: NameLists[] | undefined
  /** Of each word and phrase of the last search, which rows say it. */
  let asked = new Map<string, RowBits>()
  let askedAt = 0
  let addresses: AddressBook | undefined
  let written: WordLists | undefined
  const extent = () => (addresses ? 1 : 0) + (written?.indexed ?? 0)

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
    if (written) gather(written, met)
    for (const { lists, phrasesOnly, leadTo } of kinds) {
      if (phrasesOnly && before.length === 0) continue
      const found = rowBits(lists.length)
      gather(lists, found)
      leadTo(rowsIn(found), met)
    }
    return met
  }

  const searchWords = ({ words, phrases, excluded }: TextSearch): Selection => {
    const known = askedAt === extent() ? asked : new Map<string, RowBits>()
    asked = new Map()
    askedAt = extent()
    // What one types begins as what one has typed: only the last word is another.
    const found = (text: string) => {
      const met = known.get(text) ?? rowsThatSay(text.split(' '))
      asked.set(text, met)
      return met
    }
    const wanted = [...words, ...phrases.map((phrase) => phrase.join(' '))]
    const met = wanted.map(found)
    // A row whose texts are not indexed yet may say what is to be left out.
    const indexed = written?.indexed ?? 0
    if (excluded.length > 0 && indexed < table.rows) met.push(firstBits(table.rows, indexed))
    return selectionOf(table.rows, met, excluded.map(found))
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
          return { kind: 'only', rows: addresses?.find(reading.address) ?? new Uint32Array(0) }
      }
    },
    *addTexts(texts) {
      names ??= yield* saying(0, nameListsOf(table, book))
      addresses = yield* saying(0, addressBookOf(texts.urls))
      const { lists, fill } = growingWordLists(texts.rows, (row) => fieldsOf(texts, row), book)
      written = lists
      yield* fill
      book.close()
    },
    extent,
  }
}

function fieldsOf({ title, summary }: IncidentTexts, row: number): string[] {
  return [title, summary].flatMap(({ en, ar, fr }) => [textAt(en, row), textAt(ar, row), textAt(fr, row)])
}
