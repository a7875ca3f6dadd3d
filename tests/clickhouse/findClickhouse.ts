import { installPackages, isProgram, pathsOf } from '../programs.ts'

/** How the server is started: a program, and what stands before its own arguments. */
export interface ClickhouseProgram {
  path: string
  before: readonly string[]
}

/**
 * The ClickHouse server to test with: `CLICKHOUSE_PATH`, `clickhouse-server` or `clickhouse` on the path, else Debian's package
 * where it may be installed.
 * @returns undefined where there is none
 */
export function findClickhouse(): ClickhouseProgram | undefined {
  return present() ?? (installPackages('clickhouse-server') ? present() : undefined)
}

/** What to tell where there is none. */
export const HOW_TO_GET_CLICKHOUSE =
  'The tests over ClickHouse did not run: tests/clickhouse. Install clickhouse-server (Debian: apt-get install clickhouse-server), name the program in CLICKHOUSE_PATH, or a running server in CLICKHOUSE_URL.'

function present(): ClickhouseProgram | undefined {
  const named = process.env['CLICKHOUSE_PATH']
  // Debian has it beside the programs of the administrator, which are not on everybody's path.
  const candidates = named ? [named] : pathsOf(['clickhouse-server', 'clickhouse'], ['/usr/sbin'])
  const path = candidates.find(isProgram)
  if (path === undefined) return undefined
  return { path, before: path.endsWith('clickhouse-server') ? [] : ['server'] }
}
