import { chromium } from '@playwright/test'
import { installPackages, isProgram, pathsOf, runs } from '../programs.ts'

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
  return [...pathsOf(names), ...usualPlaces, chromium.executablePath()].find(isProgram)
}

function installed(): string | undefined {
  const packaged = installPackages('chromium', 'fonts-noto-core') ? present() : undefined
  return packaged ?? (runs('npx', ['playwright', 'install', 'chromium']) ? present() : undefined)
}

function fail(): never {
  throw new Error('No Chrome or Chromium was found. Install one, or name it in CHROME_PATH.')
}
