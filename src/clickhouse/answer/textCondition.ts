import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import { readSearch, type TextSearch } from '../../query/searchText.ts'
import { urlHash } from '../urlHash.ts'
import { joined, literal, sql, type Sql } from '../sql.ts'
import { localTable, wholeTable } from '../tables.ts'
import { hasItemOf, isItemOf, MOST_LISTED } from './itemSet.ts'
import { createMemory } from './memory.ts'
import { nameRows } from './namedRows.ts'
import { recentlyUsed } from './recentlyUsed.ts'
import type { Snapshot } from './snapshot.ts'
import { matchWords, type WordMatch } from './wordMatches.ts'

/** Makes search texts into conditions that a row of `incidents` matches them, as `readSearch` reads them. */
export interface TextConditions {
  of(text: string, options?: Abortable): Promise<Sql>
  /**
   * Looks for the rows that match a search: its condition names them from then on, so that the many statements of an
   * answer, and of those after it, do not search the words of all rows each. Not where a single word stands in many
   * rows: to look for it again is as fast as to tell which rows they are.
   * @param expected how many rows are likely to match; null where that is not known
   */
  findRows(text: string, expected: number | null, options?: Abortable): Promise<void>
  /** Whether the condition of a search reads the words of texts, as it does until its rows are named. */
  readsWords(text: string): boolean
}

/** Characters of a search text at most. */
const MOST_CHARACTERS = 10_000

/** Words, those of phrases included, that a search may have at most. */
const MOST_WORDS = 100

/** Words and phrases whose matches are kept: while somebody types, only the last word changes. */
const MOST_KEPT = 200

/** Searches whose rows are kept: some MB each where they are many. */
const MOST_SEARCHES = 16

/** What came of looking for the rows of a search. */
interface FoundRows {
  condition: Sql
  /** Whether the condition names the rows: it reads words where they are too many. */
  areNamed: boolean
}

/** Its methods reject with code 'excessive' where a text has too many characters or words. */
export function createTextConditions(snapshot: Snapshot): TextConditions {
  const matches = createMemory<readonly string[], WordMatch>(
    MOST_KEPT,
    (words) => words.join(' '),
    (words, options) => matchWords(snapshot, words, options),
  )
  const found = recentlyUsed<string, FoundRows>(MOST_SEARCHES)
  const ofWords = async (words: readonly string[], options: Abortable) =>
    matchCondition(await matches(words, options))
  const of = async (text: string, options: Abortable = {}) => {
    if (text.length > MOST_CHARACTERS) throw tooLong()
    const known = found.get(text)
    if (known) return known.condition
    const reading = readSearch(text)
    switch (reading.kind) {
      case 'none':
        return sql`1`
      case 'address':
        return addressCondition(snapshot, reading.address, options)
      case 'text':
        return searchCondition(reading.search, (words) => ofWords(words, options))
    }
  }
  return {
    of,
    async findRows(text, expected, options = {}) {
      if (found.get(text) || readSearch(text).kind !== 'text') return
      const condition = await of(text, options)
      const areMany = expected !== null && expected > MOST_LISTED
      const named = areMany && isSimple(condition) ? undefined : await nameRows(snapshot, condition, options)
      found.set(text, { condition: named ?? condition, areNamed: named !== undefined })
    },
    readsWords: (text) => !found.get(text)?.areNamed && readSearch(text).kind === 'text',
  }
}

function tooLong(): SourceError {
  return new SourceError('excessive', 'the search text is too long')
}

async function searchCondition(
  { words, phrases, excluded }: TextSearch,
  conditionOf: (words: readonly string[]) => Promise<Sql>,
): Promise<Sql> {
  const required = [...new Set([...words, ...phrases.map((phrase) => phrase.join(' '))])]
  const unwanted = [...new Set(excluded)]
  if ([...required, ...unwanted].flatMap(wordsOf).length > MOST_WORDS) throw tooLong()
  const [has, hasNot] = await Promise.all([
    Promise.all(required.map((phrase) => conditionOf(wordsOf(phrase)))),
    Promise.all(unwanted.map((phrase) => conditionOf(wordsOf(phrase)))),
  ])
  return sql`(${joined([...has, ...hasNot.map((condition) => sql`not(${condition})`)], ' AND ')})`
}

/** @param phrase words with single spaces between them */
function wordsOf(phrase: string): string[] {
  return phrase.split(' ')
}

function matchCondition({ terms, entries }: WordMatch): Sql {
  const inTexts = terms ? textsHave(terms) : sql`0`
  const inNames = [
    hasItemOf(sql`actors`, entries.actors),
    hasItemOf(sql`places`, entries.places),
    hasItemOf(sql`publishers`, entries.publishers),
    hasItemOf(sql`tags`, entries.tags),
  ]
  const found = [inTexts, ...inNames].filter(({ text }) => text !== '0')
  return found.length === 0 ? sql`0` : sql`(${joined(found, ' OR ')})`
}

/** Whether a condition looks for single words: sets of words and phrases take longer. */
function isSimple({ text }: Sql): boolean {
  return !text.includes('arrayExists')
}

/** Condition: the tokens have these terms one after another. */
function textsHave({ before, last }: NonNullable<WordMatch['terms']>): Sql {
  if (before.length === 0) return hasItemOf(sql`tokens`, last)
  if (last.kind === 'listed' && last.items.length === 0) return sql`0`
  // The n-th variable runs over the tokens from the n-th on: 0, which is no term, stands behind the last one.
  const variables = [...before, 0].map((_, at) => sql`${nameOfVariable(at)}`)
  const tests = before.map((id, at) => sql`${nameOfVariable(at)} = ${id}`)
  const shifted = variables.map((_, at) =>
    at === 0 ? sql`tokens` : sql`arrayResize(arraySlice(tokens, ${at + 1}), length(tokens), toUInt32(0))`,
  )
  const test = joined([...tests, isItemOf(nameOfVariable(before.length), last, 'UInt32')], ' AND ')
  return sql`arrayExists((${joined(variables, ', ')}) -> ${test}, ${joined(shifted, ', ')})`
}

function nameOfVariable(at: number): Sql {
  return sql`token_${at}`
}

/** Condition: the row cites the URL. The hash finds rows, their records tell which do. */
async function addressCondition(snapshot: Snapshot, url: string, { signal }: Abortable): Promise<Sql> {
  const { connection } = snapshot
  const { base } = connection
  const hashed = sql`SELECT row FROM ${localTable(base, 'incidents')} WHERE has(urls, ${urlHash(url)})`
  const cites = sql`row IN (${hashed}) AND has(urls, ${literal(url)})`
  const rows = await connection.rows<[row: number]>(
    sql`SELECT row FROM ${wholeTable(base, 'records')} WHERE ${cites} LIMIT ${MOST_LISTED + 1}`,
    { signal },
  )
  if (rows.length > MOST_LISTED)
    return sql`row IN (SELECT row FROM ${localTable(base, 'records')} WHERE ${cites})`
  return isItemOf(sql`row`, { kind: 'listed', items: rows.map(([row]) => row) }, 'UInt64')
}
