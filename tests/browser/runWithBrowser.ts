import { spawnSync } from 'node:child_process'
import { findChromium } from './findChromium.ts'

/** Runs the browser tests, or with `--screenshots` takes the README's pictures, in whichever browser there is. */
const config = process.argv.includes('--screenshots')
  ? 'tests/browser/screenshots.config.ts'
  : 'playwright.config.ts'
const more = process.argv.slice(2).filter((arg) => arg !== '--screenshots')
const { status } = spawnSync('npx', ['playwright', 'test', '--config', config, ...more], {
  stdio: 'inherit',
  env: { ...process.env, CHROME_PATH: findChromium() },
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
