import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
]

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A Chrome or Chromium to test with: `CHROME_PATH`, one on the path or in its usual place, Playwright's own; else
 * Debian's package where it may be installed, else Playwright's download.
 * @returns path of the program
 * @throws Error that says what to install
 */
export function findChromium(): string {
  return present() ?? installed() ?? fail()
}

function present(): string | undefined {
  const named = process.env['CHROME_PATH']
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROME_PATH names ${named}, which is no program`)
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces]
  return [...candidates, chromium.executablePath()].find(isProgram)
}

function installed(): string | undefined {
  const mayUseApt = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const attempts: (readonly [string, readonly string[]])[] = [
    ...(mayUseApt
      ? ([
          ['apt-get', ['update', '-qq']],
          ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core']],
        ] satisfies [string, string[]][])
      : []),
    ['npx', ['playwright', 'install', 'chromium']],
  ]
  for (const [program, args] of attempts) {
    const found = tryRun(program, args) ? present() : undefined
    if (found) return found
  }
  return undefined
}

function tryRun(program: string, args: readonly string[]): boolean {
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

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function fail(): never {
  throw new Error('No Chrome or Chromium was found. Install one, or name it in CHROME_PATH.')
}
