import type { Command } from 'commander'
import type { ConnectionOptions } from '../clickhouse/connection.ts'
import { identifier } from '../clickhouse/sql.ts'
import { Failure } from './failure.ts'

/** Database of a base where no other is named. */
export const DEFAULT_DATABASE = 'incident_atlas'

/** Where a base is, as a user names it. */
export interface BaseArguments {
  clickhouse: string
  cluster?: string
  database: string
  user?: string
}

/** Adds the options that lead to a base. */
export function withBaseOptions(command: Command): Command {
  return command
    .requiredOption('--clickhouse <url>', 'HTTP address of ClickHouse, such as http://127.0.0.1:8123')
    .option('--cluster <name>', 'cluster over which the base is spread, as ClickHouse has it configured')
    .option('--database <name>', 'database of the base', DEFAULT_DATABASE)
    .option('--user <name>', 'user of ClickHouse; the password is read from CLICKHOUSE_PASSWORD')
}

/**
 * What the options say.
 * @param environment whose CLICKHOUSE_PASSWORD is the password: a command line can be read by others
 * @throws Failure where the address or a name is none
 */
export function connectionOf(
  { clickhouse, cluster, database, user }: BaseArguments,
  environment: NodeJS.ProcessEnv,
): ConnectionOptions {
  const url = URL.canParse(clickhouse) ? new URL(clickhouse) : undefined
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new Failure(`--clickhouse: ${clickhouse} is no address: give one such as http://127.0.0.1:8123`)
  if (url.password !== '')
    throw new Failure('--clickhouse: give the password in CLICKHOUSE_PASSWORD, where no one else can read it')
  for (const [option, name] of Object.entries({ database, cluster })) {
    if (name !== undefined && !isIdentifier(name))
      throw new Failure(`--${option}: ${name} is no name of ClickHouse: letters, digits and _ only`)
  }
  return {
    url: url.href,
    database,
    cluster: cluster ?? null,
    user,
    password: environment['CLICKHOUSE_PASSWORD'],
  }
}

function isIdentifier(name: string): boolean {
  try {
    identifier(name)
    return true
  } catch {
    return false
  }
}
