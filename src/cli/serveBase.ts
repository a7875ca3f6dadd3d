import { createServedDataset } from '../clickhouse/answer/servedBase.ts'
import { connect, type ConnectionOptions } from '../clickhouse/connection.ts'
import { defaultLimits } from '../server/createServer.ts'
import { serve, untilStopped, type ServeOptions } from './serve.ts'

/** Statements of one answer at most, which run beside each other. */
const STATEMENTS = 8

/**
 * Serves a base on ClickHouse until the program is asked to end. The log goes to stdout, everything else to stderr.
 * @throws Failure where there is no page or no port
 */
export async function serveBase(
  to: ConnectionOptions,
  options: Omit<ServeOptions, 'log' | 'say'>,
): Promise<void> {
  const connection = connect({ ...to, maxRequests: defaultLimits.answers * STATEMENTS })
  try {
    const server = await serve(createServedDataset(connection), {
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
