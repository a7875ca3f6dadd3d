import type { Connection } from './connection.ts'

/** What one statement may use. */
export interface StatementLimits {
  seconds: number
  /** Bytes of memory on each server; that of the user's profile where absent. */
  memory?: number | undefined
  /** Rows that are read; those of the user's profile where absent. */
  rows?: number | undefined
}

/** The same connection, whose queries ClickHouse refuses or ends beyond the limits: `excessive` or `timeout`. */
export function limitStatements(
  connection: Connection,
  { seconds, memory, rows }: StatementLimits,
): Connection {
  const limits = {
    ...(memory !== undefined && { max_memory_usage: String(memory) }),
    ...(rows !== undefined && { max_rows_to_read: String(rows) }),
  }
  return {
    ...connection,
    rows: (query, options) =>
      connection.rows(query, {
        maxSeconds: seconds,
        ...options,
        settings: { ...options?.settings, ...limits },
      }),
  }
}
