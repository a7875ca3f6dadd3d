import type { Connection } from '../connection.ts'
import { literals, sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { RowBinary } from './rowBinary.ts'

/** Terms that are held in memory; of a base with more, those of a batch are looked up. */
const MOST_HELD = 3_000_000

/** Ids that are read at once. */
const SLICE = 500_000

/** Terms that one statement names. */
const TERMS_A_QUERY = 2_000

/** Letters of the terms that one statement names, unless one alone has more. */
const LETTERS_A_QUERY = 30_000

/** Bytes of a statement that names a term which is as long as a text may be. */
const LONGEST_STATEMENT = '100000000'

/** Gives words their ids in the base; new ones are written at once, before any row that has them. */
export interface TermIds {
  /** @returns the id of each word */
  idsOf(words: readonly string[]): Promise<Uint32Array>
}

/**
 * Reads what terms there are.
 * @param load number of the load that new terms belong to; terms that it has written before it was cut off are known
 */
export async function openTermIds(connection: Connection, load: number): Promise<TermIds> {
  const table = wholeTable(connection.base, 'terms')
  const [row] = await connection.rows<[count: number, last: number]>(
    sql`SELECT count(), max(id) FROM ${table}`,
  )
  const [count, last] = row ?? [0, 0]
  let held = new Map<string, number>()
  /** Whether every term of the base is held. */
  let isWhole = count <= MOST_HELD
  let nextId = last + 1
  for (let from = 0; from < (isWhole ? nextId : 0); from += SLICE) {
    const terms = await connection.rows<[term: string, id: number]>(
      sql`SELECT term, id FROM ${table} WHERE id > ${from} AND id <= ${from + SLICE}`,
    )
    for (const [term, id] of terms) held.set(term, id)
  }

  async function lookUp(words: readonly string[]): Promise<void> {
    for (const part of partsOf(words)) {
      const found = await connection.rows<[term: string, id: number]>(
        sql`SELECT term, id FROM ${table} WHERE term IN (${literals(part)})`,
        { settings: { max_query_size: LONGEST_STATEMENT } },
      )
      for (const [term, id] of found) held.set(term, id)
    }
  }

  async function add(words: readonly string[]): Promise<void> {
    const rows = new RowBinary()
    for (const word of words) {
      rows.text(word)
      rows.uint32(nextId)
      rows.uint32(load)
      held.set(word, nextId)
      nextId += 1
    }
    await connection.insert(table, rows.taken())
  }

  return {
    async idsOf(words) {
      if (held.size > MOST_HELD) {
        held = new Map()
        isWhole = false
      }
      const unknown = words.filter((word) => !held.has(word))
      if (unknown.length > 0 && !isWhole) await lookUp(unknown)
      const fresh = isWhole ? unknown : unknown.filter((word) => !held.has(word))
      if (fresh.length > 0) await add(fresh)
      return Uint32Array.from(words, (word) => held.get(word) ?? 0)
    },
  }
}

/** The words in groups that one statement can name each. */
function* partsOf(words: readonly string[]): Generator<string[]> {
  let part: string[] = []
  let letters = 0
  for (const word of words) {
    if (part.length > 0 && (part.length === TERMS_A_QUERY || letters + word.length > LETTERS_A_QUERY)) {
      yield part
      ;[part, letters] = [[], 0]
    }
    part.push(word)
    letters += word.length
  }
  if (part.length > 0) yield part
}
