import type { Abortable } from '../../query/incidentSource.ts'
import { DOMAIN_MARK } from '../entryNames.ts'
import { joined, literal, literals, sql, type Sql } from '../sql.ts'
import { entryKinds, wholeTable, type EntryKind } from '../tables.ts'
import { MOST_LISTED, type ItemSet } from './itemSet.ts'
import type { Snapshot } from './snapshot.ts'

/** What a word or phrase of a search matches. */
export interface WordMatch {
  /**
   * Terms that must stand in a text one after another, as ids of `terms`, the last of them any of a set; null where no
   * text has one of the words.
   */
  terms: { before: readonly number[]; last: ItemSet } | null
  /** The entries of each dictionary in whose names it stands. */
  entries: Readonly<Record<EntryKind, ItemSet>>
}

/** Looks a word or phrase up in the terms and the names of a base. @param words folded, at least one; the last may be the beginning of a word */
export async function matchWords(
  snapshot: Snapshot,
  words: readonly string[],
  options: Abortable = {},
): Promise<WordMatch> {
  const [terms, entries] = await Promise.all([
    matchTerms(snapshot, words, options),
    matchEntries(snapshot, words, options),
  ])
  return { terms, entries }
}

async function matchTerms(
  snapshot: Snapshot,
  words: readonly string[],
  options: Abortable,
): Promise<WordMatch['terms']> {
  const before = words.slice(0, -1)
  const last = words.at(-1) ?? ''
  const condition = termCondition(last, before.length === 0)
  const [ids, lastTerms] = await Promise.all([
    exactTerms(snapshot, before, options),
    termSet(snapshot, condition, options),
  ])
  const known = before.flatMap((word) => ids.get(word) ?? [])
  return known.length < before.length ? null : { before: known, last: lastTerms }
}

async function exactTerms(
  { connection }: Snapshot,
  words: readonly string[],
  { signal }: Abortable,
): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const rows = await connection.rows<[term: string, id: number]>(
    sql`SELECT term, id FROM ${wholeTable(connection.base, 'terms')} WHERE term IN (${literals([...new Set(words)])})`,
    { signal },
  )
  return new Map(rows)
}

async function termSet({ connection }: Snapshot, condition: Sql, { signal }: Abortable): Promise<ItemSet> {
  const select = sql`SELECT id FROM ${wholeTable(connection.base, 'terms')} WHERE ${condition}`
  const rows = await connection.rows<[id: number]>(sql`${select} LIMIT ${MOST_LISTED + 1}`, { signal })
  return rows.length > MOST_LISTED
    ? { kind: 'selected', select }
    : { kind: 'listed', items: [...new Set(rows.map(([id]) => id))] }
}

/** The forms of the Arabic article that `withoutArticle` removes: with a conjunction or preposition before it. */
const articles = ['ال', 'وال', 'فال', 'بال', 'كال', 'لل', 'ولل']

/** Letters of a word that `withoutArticle` wants behind an article. */
const LETTERS_BEHIND_ARTICLE = 3

/** Condition on `term`: it begins with the prefix. @param ignoreArticle also where its Arabic article is left out */
export function termCondition(prefix: string, ignoreArticle: boolean): Sql {
  const plain = beginsWith(prefix)
  const missing = ignoreArticle ? lettersBehind(prefix) : undefined
  if (missing === undefined) return plain
  const ranges = joined(
    articles.map((form) => beginsWith(form + prefix)),
    ' OR ',
  )
  const pattern = `^(?:${articles.join('|')})${prefix}\\pL{${missing}}`
  const withArticle = missing === 0 ? ranges : sql`(${ranges}) AND match(term, ${literal(pattern)})`
  return sql`(${plain} OR ${withArticle})`
}

/** A range of the table's order: all terms are of letters and digits, so that U+10FFFF comes after each of them. */
function beginsWith(prefix: string): Sql {
  return sql`(term >= ${literal(prefix)} AND term < ${literal(`${prefix}\u{10ffff}`)})`
}

/**
 * How many letters must follow the prefix of a word for its article to count as one; undefined where none can: a digit
 * is among the letters that must follow the article.
 */
function lettersBehind(prefix: string): number | undefined {
  const first = Array.from(prefix).slice(0, LETTERS_BEHIND_ARTICLE)
  return first.every((character) => /\p{L}/u.test(character))
    ? LETTERS_BEHIND_ARTICLE - first.length
    : undefined
}

async function matchEntries(
  { connection, load }: Snapshot,
  words: readonly string[],
  { signal }: Abortable,
): Promise<WordMatch['entries']> {
  // Of an entry that was written several times, the names of its last load count.
  const matching = sql`SELECT kind, entry FROM ${wholeTable(connection.base, 'entries')}
    WHERE load <= ${load} GROUP BY kind, entry HAVING argMax(${nameCondition(words)}, load) = 1`
  const rows = await connection.rows<[kind: number, count: number, entries: number[]]>(
    sql`SELECT kind, count(), groupArray(${MOST_LISTED})(entry) FROM (${matching}) GROUP BY kind`,
    { signal },
  )
  const setOf = (kind: EntryKind): ItemSet => {
    const code = entryKinds.indexOf(kind)
    const [, count, items] = rows.find(([each]) => each === code) ?? [code, 0, []]
    return count > MOST_LISTED
      ? { kind: 'selected', select: sql`SELECT entry FROM (${matching}) WHERE kind = ${code}` }
      : { kind: 'listed', items }
  }
  return {
    actors: setOf('actors'),
    places: setOf('places'),
    publishers: setOf('publishers'),
    tags: setOf('tags'),
  }
}

/**
 * Condition on `names` of an entry: the words stand in a name one after another.
 * @param words folded, at least one; the last may be the beginning of a word
 */
export function nameCondition(words: readonly string[]): Sql {
  const text = literal(` ${words.join(' ')}`)
  if (words.length > 1) return sql`arrayExists(name -> position(name, ${text}) > 0, names)`
  const [word = ''] = words
  const missing = lettersBehind(word)
  const pattern = ` (?:${articles.join('|')})${word}\\pL{${missing ?? 0}}`
  const withArticle = missing === undefined ? sql`0` : sql`match(name, ${literal(pattern)})`
  return sql`arrayExists(name -> substring(name, 1, 1) != ${literal(DOMAIN_MARK)} AND (position(name, ${text}) > 0 OR ${withArticle}), names)`
}
