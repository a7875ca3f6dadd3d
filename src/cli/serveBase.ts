import { createServedDataset } from '../clickhouse/answer/servedBase.ts'
import { connect, type ConnectionOptions } from '../clickhouse/connection.ts'
import { limitStatements } from '../clickhouse/limitStatements.ts'
import { defaultLimits } from '../server/createServer.ts'
import { serve, untilStopped, type ServeOptions } from './serve.ts'

/** Statements at once at most: fewer than the hundred queries that a ClickHouse server runs at once by default. */
const STATEMENTS = 64

/** Limits of ClickHouse, as a user gives them. */
export interface StatementArguments {
  /** Bytes. */
  maxMemory?: number
  maxRows?: number
}

/**
 * Serves a base on ClickHouse until the program is asked to end. The log goes to stdout, everything else to stderr.
 * @throws Failure where there is no page or no port
 */
export async function serveBase(
  to: ConnectionOptions,
  { maxMemory, maxRows }: StatementArguments,
  options: Omit<ServeOptions, 'log' | 'say'>,
): Promise<void> {
  const connection = connect({ ...to, maxRequests: STATEMENTS })
  const limited = limitStatements(connection, {
    seconds: defaultLimits.answerSeconds,
    memory: maxMemory,
    rows: maxRows,
  })
  try {
    const server = await serve(createServedDataset(limited), {
      ...options,
      log: (line) => process.stdout.write(line),
      say: (line) => console.error(`incident-atlas: ${line}`),
    })
    console.error(`Incident Atlas is at ${server.url}`)
    await untilStopped(server, process)
  } finally {
    await connection.close()
  }
}
