import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'
import { generate } from '../../src/cli/generate.ts'
import { start } from '../../src/cli/start.ts'
import { findChromium } from '../browser/findChromium.ts'
import { timed, watchPage, type Figures } from './watchPage.ts'

const MAP = 'canvas.maplibregl-canvas'
const SIZES = [100_000, 1_000_000]

/**
 * `npm run bench:page`: operates the built page in a real browser and measures its response times. `--sizes
 * 100000,1000000` invents data sets of these sizes; `--data DIR` uses a published data set; `--without-map` leaves the
 * map out; `--json FILE` writes all figures.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string' },
      data: { type: 'string', multiple: true },
      json: { type: 'string' },
      'without-map': { type: 'boolean' },
    },
  })
  const root = resolve(import.meta.dirname, '../..')
  await build({ root, logLevel: 'error' })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    // Without a graphics card, the processor draws the map and has time for little else. With WebGL switched off the
    // page shows no map, and the rest of it can be measured.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(values['without-map'] ? ['--disable-3d-apis'] : []),
    ],
  })
  const sizes = values.sizes?.split(',').map(Number) ?? SIZES
  const folders = values.data ?? []
  const results: Record<string, unknown>[] = []
  try {
    for (const folder of folders) results.push(await measureFolder(browser, folder))
    if (folders.length === 0) for (const size of sizes) results.push(await measureSize(browser, size))
  } finally {
    await browser.close()
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(results, undefined, 2)}\n`)
}

async function measureSize(browser: Browser, size: number) {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'))
  try {
    await generate({ incidents: size, seed: 1, outDir: folder })
    return await measureFolder(browser, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measureFolder(browser: Browser, folder: string) {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`)
  const { server, url } = await start({ data: folder, port: 0 })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    await watchPage(page)
    await page.addInitScript(() => localStorage.setItem('incident-atlas:welcome-seen', '1'))
    return await measure(page, url)
  } finally {
    await context.close()
    server.closeAllConnections()
    server.close()
  }
}

async function measure(page: Page, address: string) {
  const began = Date.now()
  await page.goto(address)
  await page.locator('.result-count').first().filter({ hasText: /\d/ }).waitFor({ timeout: 120_000 })
  const opened = Date.now() - began
  const counts = await page.locator('.result-count').first().textContent()
  console.log(`\n${counts}: first counts after ${opened} ms`)
  await searchReady(page)
  console.log(`search ready after ${Date.now() - began} ms`)
  const acts = {
    brush: await brush(page),
    toggle: await toggle(page),
    playing: await play(page),
    typing: await type(page),
    ...((await page.locator(MAP).count()) > 0 ? { panAndZoom: await panAndZoom(page) } : {}),
  }
  for (const [name, figures] of Object.entries(acts)) {
    const { median, p95, longestTask, stepsASecond, steps } = figures
    console.log(
      `${name.padEnd(11)} ${steps} steps, ${stepsASecond.toFixed(0)} a second; input to answer: median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; longest task ${longestTask.toFixed(0)} ms`,
    )
  }
  const heap = await page.evaluate(
    () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  )
  console.log(`heap of the main thread ${(heap / 1e6).toFixed(0)} MB`)
  return { counts, opened, acts, heap }
}

/** Selects a year on the timeline and drags it back and forth. */
async function brush(page: Page): Promise<Figures> {
  const track = await page.locator('.timeline__bars').first().boundingBox()
  if (!track) throw new Error('no timeline is shown')
  const y = track.y + track.height / 2
  const at = (part: number) => track.x + track.width * part
  await page.mouse.move(at(0.3), y)
  await page.mouse.down()
  await page.mouse.move(at(0.36), y, { steps: 4 })
  await page.mouse.up()
  await page.mouse.move(at(0.33), y)
  await page.mouse.down()
  const figures = await timed(page, async () => {
    for (let step = 0; step < 120; step += 1) await page.mouse.move(at(0.33 + 0.3 * Math.sin(step / 20)), y)
  })
  await page.mouse.up()
  await page.keyboard.press('Escape')
  return figures
}

/** Lets the timeline play for four seconds with its default settings. */
async function play(page: Page): Promise<Figures> {
  await page.getByRole('button', { name: 'Play' }).first().click()
  const figures = await timed(page, () => page.waitForTimeout(4_000))
  await page.getByRole('button', { name: 'Pause' }).first().click()
  await page.keyboard.press('Escape')
  return figures
}

async function toggle(page: Page): Promise<Figures> {
  const panel = page.locator('#filters .side-panel__toggle')
  if ((await panel.getAttribute('aria-expanded')) === 'false') await panel.click()
  const boxes = page.locator('.filter-section input[type=checkbox]')
  await boxes.nth(3).waitFor()
  return timed(page, async () => {
    for (let step = 0; step < 12; step += 1) {
      await boxes.nth(Math.floor(step / 2) % 4).click()
      await page.waitForTimeout(150)
    }
  })
}

async function type(page: Page): Promise<Figures> {
  const field = page.locator('.search-box__field')
  const figures = await timed(page, async () => {
    await field.pressSequentially('reported clashes', { delay: 60 })
    for (let step = 0; step < 16; step += 1) await field.press('Backspace', { delay: 60 })
  })
  await field.fill('')
  return figures
}

/** Pans and zooms the map. Counts do not depend on it: what is measured is whether anything blocks the page. */
async function panAndZoom(page: Page): Promise<Figures> {
  const map = await page.locator(MAP).boundingBox()
  if (!map) throw new Error('no map is shown')
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
  return timed(page, async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 0; step < 40; step += 1) await page.mouse.move(x + 4 * step, y + 2 * step)
    await page.mouse.up()
    for (let step = 0; step < 8; step += 1) {
      await page.mouse.wheel(0, step < 4 ? -240 : 240)
      await page.waitForTimeout(120)
    }
  })
}

/** Waits until all texts are indexed: a search for a word that no text has then shows "0 of n", and no percentage. */
async function searchReady(page: Page): Promise<void> {
  const field = page.locator('.search-box__field')
  await field.fill('zzzz')
  await page.locator('.result-count').first().filter({ hasText: /^0 of/ }).waitFor({ timeout: 120_000 })
  await page.locator('.search-box__hint').filter({ hasNotText: '%' }).waitFor({ timeout: 120_000 })
  await field.fill('')
  await page.locator('.result-count').first().filter({ hasNotText: /^0 of/ }).waitFor()
}

await main()
