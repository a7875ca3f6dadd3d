import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Paths at which programs of these names may be: in every folder of PATH, then in others. */
export function pathsOf(names: readonly string[], otherFolders: readonly string[] = []): string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...otherFolders]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Whether there is a file at the path that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Installs packages of Debian where this process may. @returns whether it could */
export function installPackages(...packages: readonly string[]): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false
  return (
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  )
}

/** Runs a program that asks nothing. @returns whether it ended well */
export function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch {
    return false
  }
}
