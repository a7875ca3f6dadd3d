import { createHash } from 'node:crypto'
import type { Connection, StatementOptions } from '../connection.ts'
import type { Sql } from '../sql.ts'
import { until } from './memory.ts'
import { recentlyUsed } from './recentlyUsed.ts'

/** Rows of statements about one version, which stay the same for as long as it is there. */
export interface AnswerMemory {
  /** A connection for one answer. */
  reader(): RememberingReader
}

/** Reads what is not remembered. */
export interface RememberingReader {
  /** Statements with settings of their own are not remembered. */
  connection: Connection
  /** How many statements it has waited for, as they were not remembered. */
  waits(): number
}

/** Answers that are kept. */
const MOST_ANSWERS = 128

/** Values of an answer that is kept, at most: so that all of them have some 50 MB at most. */
const MOST_VALUES = 30_000

/** Statements that are longer are known by a hash: they may have millions of characters. */
const LONGEST_KEY = 500

type Rows = readonly (readonly unknown[])[]

/** A statement that is under way, for all that have asked for it. */
interface Shared {
  rows: Promise<Rows>
  waiting: number
  end: AbortController
}

/**
 * Remembers the last answers: who pans has the same totals as before, who brushes the same histogram, and who opens the
 * page sees what others have seen. Calls that ask the same at the same time share a statement, which is ended when
 * none of them waits for it any more.
 */
export function createAnswerMemory(connection: Connection): AnswerMemory {
  const known = recentlyUsed<string, Rows>(MOST_ANSWERS)
  const underWay = new Map<string, Shared>()

  function send(key: string, query: Sql): Shared {
    const end = new AbortController()
    const rows = connection.rows(query, { signal: end.signal })
    const shared: Shared = { rows, waiting: 0, end }
    const forget = () => {
      if (underWay.get(key) === shared) underWay.delete(key)
    }
    const keep = (answer: Rows) => {
      if (answer.length * (answer[0]?.length ?? 0) <= MOST_VALUES) known.set(key, answer)
      forget()
    }
    underWay.set(key, shared)
    rows.then(keep, forget)
    return shared
  }

  async function wait(key: string, query: Sql, { signal }: StatementOptions): Promise<Rows> {
    signal?.throwIfAborted()
    const shared = underWay.get(key) ?? send(key, query)
    shared.waiting += 1
    try {
      return await until(shared.rows, signal)
    } finally {
      shared.waiting -= 1
      if (shared.waiting === 0 && underWay.get(key) === shared) {
        underWay.delete(key)
        shared.end.abort()
      }
    }
  }

  return {
    reader() {
      let waits = 0
      const rows = async (query: Sql, options: StatementOptions = {}): Promise<Rows> => {
        if (options.settings) return connection.rows(query, options)
        const key = keyOf(query)
        const answer = known.get(key)
        if (answer) return answer
        waits += 1
        return wait(key, query, options)
      }
      return {
        // The same statement has the same columns.
        connection: { ...connection, rows: rows as Connection['rows'] },
        waits: () => waits,
      }
    },
  }
}

function keyOf({ text }: Sql): string {
  return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('base64')
}
