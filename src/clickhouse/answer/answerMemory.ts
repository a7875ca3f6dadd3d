import { createHash } from 'node:crypto'
import type { Abortable } from '../../query/incidentSource.ts'
import type { Connection, StatementOptions } from '../connection.ts'
import type { Sql } from '../sql.ts'
import { recentlyUsed } from './recentlyUsed.ts'
import { shareAnswer, type SharedAnswer } from './shareAnswer.ts'

/** Rows of statements about one version, which stay the same for as long as it is there. */
export interface AnswerMemory {
  /** A connection for one answer. */
  reader(): RememberingReader
}

/** Reads what is not remembered. */
export interface RememberingReader {
  /** Statements with settings of their own are not remembered. */
  connection: Connection
  /**
   * Whether it has sent a statement, and joined none that another had sent before: else its time says nothing of how fast
   * the base is.
   */
  isTimed(): boolean
}

/** Answers that are kept. */
const MOST_ANSWERS = 128

/** Values of an answer that is kept, at most: so that all of them have some 50 MB at most. */
const MOST_VALUES = 30_000

/** Statements that are longer are known by a hash: they may have millions of characters. */
const LONGEST_KEY = 500

type Rows = readonly (readonly unknown[])[]

/**
 * Remembers the last answers: who pans has the same totals as before, who brushes the same histogram, and who opens the
 * page sees what others have seen. Calls that ask the same at the same time share a statement, which is ended when
 * none of them waits for it any more.
 */
export function createAnswerMemory(connection: Connection): AnswerMemory {
  const known = recentlyUsed<string, Rows>(MOST_ANSWERS)
  const underWay = new Map<string, SharedAnswer<Rows>>()

  function send(key: string, query: Sql): SharedAnswer<Rows> {
    const forget = () => {
      if (underWay.get(key) === shared) underWay.delete(key)
    }
    const ask = async (options: Abortable): Promise<Rows> => {
      const answer = await connection.rows(query, options)
      if (answer.length * (answer[0]?.length ?? 0) <= MOST_VALUES) known.set(key, answer)
      forget()
      return answer
    }
    const shared: SharedAnswer<Rows> = shareAnswer(ask, forget)
    underWay.set(key, shared)
    return shared
  }

  return {
    reader() {
      let [sent, joined] = [0, 0]
      const rows = async (query: Sql, options: StatementOptions = {}): Promise<Rows> => {
        if (options.settings) return connection.rows(query, options)
        const key = keyOf(query)
        const answer = known.get(key)
        if (answer) return answer
        options.signal?.throwIfAborted()
        const shared = underWay.get(key)
        if (shared) joined += 1
        else sent += 1
        return (shared ?? send(key, query)).wait(options.signal)
      }
      return {
        // The same statement has the same columns.
        connection: { ...connection, rows: rows as Connection['rows'] },
        isTimed: () => sent > 0 && joined === 0,
      }
    },
  }
}

function keyOf({ text }: Sql): string {
  return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('base64')
}
