import { textAt, type IncidentColumns, type IncidentTexts, type ListColumn } from '../incidents/columns.ts'
import { foldWords, withoutArticle } from '../incidents/foldText.ts'
import type { Translated } from '../incidents/incident.ts'
import { readSearch, type TextSearch } from '../query/searchText.ts'

/** Between fields, so that no phrase runs from one into the next: no folded word holds it. */
const FIELD = ' | '

/** Search over all that is written of an incident, in every language at once. */
export interface TextIndex {
  /** Whether the row is what was typed; undefined where nothing was asked. */
  search(text: string): ((row: number) => boolean) | undefined
  /** From now on titles, summaries and addresses are searched too. */
  addTexts(texts: IncidentTexts): void
}

/** Until texts are added, only names of actors, places, publishers and tags are searched. */
export function createTextIndex(columns: IncidentColumns): TextIndex {
  const named = namedLists(columns)
  let rowTexts: string[] = []
  let addresses = new Map<string, Set<number>>()

  const searchWords = (search: TextSearch) => {
    const positive = [...search.words.map((word) => [word]), ...search.phrases]
    const tests = positive.map((words) => containsAnywhere(named, rowTexts, words))
    const excluded = search.excluded.map((words) => containsAnywhere(named, rowTexts, [words]))
    return (row: number) => tests.every((test) => test(row)) && !excluded.some((test) => test(row))
  }

  return {
    search(text) {
      const reading = readSearch(text)
      switch (reading.kind) {
        case 'none':
          return undefined
        case 'text':
          return searchWords(reading.search)
        case 'address': {
          const rows = addresses.get(reading.address)
          return (row) => rows?.has(row) ?? false
        }
      }
    },
    addTexts(texts) {
      rowTexts = Array.from({ length: texts.rows }, (_, row) => rowText(texts, row))
      addresses = addressRows(texts)
    },
  }
}

/** A list column with the searchable text of each entry of its dictionary. */
interface NamedList {
  list: ListColumn
  entries: string[]
}

function namedLists({ actors, places, publishers, tags, dictionaries }: IncidentColumns): NamedList[] {
  return [
    { list: actors, entries: dictionaries.actors.map(namesText) },
    { list: places, entries: dictionaries.places.map(namesText) },
    { list: publishers, entries: dictionaries.publishers.map(({ name }) => searchable([name])) },
    { list: tags, entries: dictionaries.tags.map((tag) => searchable([tag])) },
  ]
}

function namesText({ name, aliases }: { name: Translated; aliases: string[] }): string {
  return searchable([...Object.values(name), ...aliases])
}

function rowText({ title, summary }: IncidentTexts, row: number): string {
  const fields = [title, summary].flatMap(({ en, ar, fr }) => [en, ar, fr])
  return searchable(fields.map((column) => textAt(column, row)))
}

/** Folded words with a space before each; Arabic words also without their article. */
function searchable(fields: readonly string[]): string {
  return fields
    .filter(Boolean)
    .map((field) => {
      const words = foldWords(field)
      const bare = words.filter((word) => withoutArticle(word) !== word).map(withoutArticle)
      return ` ${words.join(' ')}${bare.length > 0 ? `${FIELD}${bare.join(FIELD)}` : ''}`
    })
    .join(FIELD)
}

/** Whether words stand in a row, the last one begun at least, in the row's texts or in a name that it points at. */
function containsAnywhere(
  named: readonly NamedList[],
  rowTexts: readonly string[],
  words: readonly string[],
) {
  const wanted = ` ${words.join(' ')}`
  const lists = named.map(({ list, entries }) => ({
    list,
    found: Uint8Array.from(entries, (entry) => (entry.includes(wanted) ? 1 : 0)),
  }))
  const telling = lists.filter(({ found }) => found.includes(1))
  return (row: number) =>
    (rowTexts[row]?.includes(wanted) ?? false) ||
    telling.some(({ list, found }) => pointsAtOne(list, found, row))
}

function pointsAtOne({ offsets, ids }: ListColumn, found: Uint8Array, row: number): boolean {
  for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at += 1) {
    if (found[ids[at] ?? -1] === 1) return true
  }
  return false
}

function addressRows({ rows, urls }: IncidentTexts): Map<string, Set<number>> {
  const rowsOf = new Map<string, Set<number>>()
  for (let row = 0; row < rows; row += 1) {
    for (const address of textAt(urls, row).split('\n')) {
      if (address === '') continue
      const known = rowsOf.get(address)
      if (known) known.add(row)
      else rowsOf.set(address, new Set([row]))
    }
  }
  return rowsOf
}
