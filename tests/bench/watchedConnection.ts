import type { Connection } from '../../src/clickhouse/connection.ts'
import type { Sql } from '../../src/clickhouse/sql.ts'

/** What ClickHouse did for one answer. */
export interface Watched {
  /** Milliseconds in which at least one statement was under way. */
  ms: number
  /** SELECTs, in their order. */
  statements: Sql[]
}

/** A connection that tells what is asked of ClickHouse. */
export interface WatchedConnection {
  connection: Connection
  /** What has been asked since the last call. */
  taken(): Watched
}

export function watchConnection(connection: Connection): WatchedConnection {
  let statements: Sql[] = []
  let ms = 0
  let underWay = 0
  let began = 0
  return {
    connection: {
      ...connection,
      async rows(query, options) {
        statements.push(query)
        if (underWay === 0) began = performance.now()
        underWay += 1
        try {
          return await connection.rows(query, options)
        } finally {
          underWay -= 1
          if (underWay === 0) ms += performance.now() - began
        }
      },
    },
    taken() {
      const watched = { ms, statements }
      statements = []
      ms = 0
      return watched
    },
  }
}
