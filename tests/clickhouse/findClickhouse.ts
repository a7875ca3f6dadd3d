import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

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
  return present() ?? (tryInstall() ? present() : undefined)
}

/** What to tell where there is none. */
export const HOW_TO_GET_CLICKHOUSE =
  'The tests over ClickHouse did not run: tests/clickhouse. Install clickhouse-server (Debian: apt-get install clickhouse-server), name the program in CLICKHOUSE_PATH, or a running server in CLICKHOUSE_URL.'

function present(): ClickhouseProgram | undefined {
  const named = process.env['CLICKHOUSE_PATH']
  // Debian has it beside the programs of the administrator, which are not on everybody's path.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  const candidates = named
    ? [named]
    : ['clickhouse-server', 'clickhouse'].flatMap((name) => folders.map((folder) => join(folder, name)))
  const path = candidates.find(isProgram)
  if (path === undefined) return undefined
  return { path, before: path.endsWith('clickhouse-server') ? [] : ['server'] }
}

function tryInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false
  try {
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'clickhouse-server'],
    ])
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    return true
  } catch {
    return false
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
