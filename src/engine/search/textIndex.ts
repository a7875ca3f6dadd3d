import { textAt, type IncidentTexts } from '../../incidents/columns.ts'
import { readSearch, type TextSearch } from '../../query/searchText.ts'
import { finished } from '../finished.ts'
import { everyRow, type Selection } from '../filter/selection.ts'
import type { IncidentTable } from '../table/table.ts'
import { emptyBitmap, prefixBitmap, rowsIn, selectRows, type Bitmap } from './bitmap.ts'
import { InvertedIndex, withProgress } from './invertedIndex.ts'
import { buildNameIndexes, type NameIndex } from './nameIndexes.ts'
import { TermDictionary } from './termDictionary.ts'
import { buildUrlIndex, type UrlIndex } from './urlIndex.ts'

/** Search over names, titles, summaries and URLs of the incidents, in all languages at once. */
export interface TextIndex {
  /**
   * The rows that match a search, as `readSearch` reads it; every row where it asks for nothing. While texts are being
   * indexed, only rows that are certain to match.
   */
  search(text: string): Selection
  /** The rows that cite a URL, ascending; none before URLs are indexed. @param url in canonical form (`canonicalUrl`) */
  citing(url: string): Uint32Array
  /** Indexes URLs, then titles and summaries, in steps. Each step yields the number of rows done. */
  addTexts(texts: IncidentTexts): Generator<number, void>
  /** Changes, and only grows, whenever the same search may match more rows than before. */
  growth(): number
}

/** Until texts are added, only the names of actors, places, publishers and tags are searched. */
export function createTextIndex(table: IncidentTable): TextIndex {
  return new TableTextIndex(table)
}

class TableTextIndex implements TextIndex {
  readonly #table: IncidentTable
  readonly #dictionary = new TermDictionary()
  /** Built when they are first needed. */
  #nameIndexes: NameIndex[] | undefined
  #urlIndex: UrlIndex | undefined
  /** Over titles and summaries: its documents are the rows. */
  #textIndex: InvertedIndex | undefined
  /** The matches of each word and phrase of the last search, made when `growth()` was `cachedAt`. */
  #cache = new Map<string, Bitmap>()
  #cachedAt = 0

  constructor(table: IncidentTable) {
    this.#table = table
  }

  growth(): number {
    return (this.#urlIndex ? 1 : 0) + this.#indexedRows()
  }

  search(text: string): Selection {
    const reading = readSearch(text)
    switch (reading.kind) {
      case 'none':
        return everyRow
      case 'text':
        return this.#searchText(reading.search)
      case 'address':
        return { kind: 'only', rows: this.citing(reading.address) }
    }
  }

  citing(url: string): Uint32Array {
    return this.#urlIndex?.find(url) ?? new Uint32Array(0)
  }

  *addTexts(texts: IncidentTexts): Generator<number, void> {
    this.#nameIndexes ??= yield* withProgress(0, buildNameIndexes(this.#table, this.#dictionary))
    this.#urlIndex = yield* withProgress(0, buildUrlIndex(texts.urls))
    this.#textIndex = new InvertedIndex(texts.rows)
    yield* this.#textIndex.fill(documentsOf(texts), this.#dictionary)
    this.#dictionary.clearCache()
  }

  /** Rows 0 to `indexedRows() - 1` have their titles and summaries indexed. */
  #indexedRows(): number {
    return this.#textIndex ? this.#textIndex.indexed : 0
  }

  #searchText({ words, phrases, excluded }: TextSearch): Selection {
    // While somebody types, only the last word changes: the matches of the others are those of the last search.
    const previous = this.#cachedAt === this.growth() ? this.#cache : new Map<string, Bitmap>()
    this.#cache = new Map()
    this.#cachedAt = this.growth()
    const matchesOf = (phrase: string) => {
      const matches = previous.get(phrase) ?? this.#match(phrase.split(' '))
      this.#cache.set(phrase, matches)
      return matches
    }
    const { rows } = this.#table
    const required = [...words, ...phrases.map((phrase) => phrase.join(' '))].map(matchesOf)
    // The text of a row that is not indexed yet may contain what is excluded.
    if (excluded.length > 0) required.push(prefixBitmap(rows, this.#indexedRows()))
    return selectRows(rows, required, excluded.map(matchesOf))
  }

  /**
   * The rows in whose names or texts the words stand one after another.
   * @param words folded, at least one; the last may be the beginning of a word
   */
  #match(words: readonly string[]): Bitmap {
    const found = emptyBitmap(this.#table.rows)
    this.#nameIndexes ??= finished(buildNameIndexes(this.#table, this.#dictionary))
    const [last] = words.slice(-1)
    const before = words.slice(0, -1)
    const termIds = before.flatMap((word) => this.#dictionary.idOf(word) ?? [])
    if (last === undefined || termIds.length < before.length) return found
    const isPhrase = before.length > 0
    const lastTermIds = this.#dictionary.idsWithPrefix(last, !isPhrase)
    const matchIn = (index: InvertedIndex, documents: Bitmap) => {
      if (isPhrase) index.matchPhrase(termIds, lastTermIds, documents)
      else index.matchAnyTerm(lastTermIds, documents)
    }
    if (this.#textIndex) matchIn(this.#textIndex, found)
    for (const { index, phrasesOnly, addRows } of this.#nameIndexes) {
      if (phrasesOnly && !isPhrase) continue
      const entries = emptyBitmap(index.length)
      matchIn(index, entries)
      addRows(rowsIn(entries), found)
    }
    return found
  }
}

/** For each row its searchable texts: '' for a language that it lacks. */
function* documentsOf({ rows, title, summary }: IncidentTexts): Generator<string[]> {
  const columns = [title, summary].flatMap(({ en, ar, fr }) => [en, ar, fr])
  for (let row = 0; row < rows; row += 1) yield columns.map((column) => textAt(column, row))
}
