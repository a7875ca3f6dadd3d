import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import {
  article,
  chooseLanguage,
  count,
  expect,
  fragmentOf,
  fromMenu,
  HAREM,
  mapDrawn,
  open,
  rows,
  search,
  test,
} from './atlas.ts'

const toast = (page: Page) => page.locator('.notices .notice')

test.describe('links as chats deliver them', () => {
  for (const [damage, fragment] of [
    ['a bracket and a full stop', `incident=${HAREM}).`],
    ['encoded whole', encodeURIComponent(`incident=${HAREM}&lang=en`)],
    ['invisible characters', `incident=${HAREM}\u200B\u200F`],
    ['an Arabic question mark', `incident=${HAREM}؟`],
  ] as const) {
    test(damage, async ({ page }) => {
      await open(page, fragment)
      await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(/French camp/)
      await expect(toast(page)).toContainText('damaged on its way')
      expect(fragmentOf(page)).toContain(`incident=${HAREM}`)
      expect(fragmentOf(page)).not.toMatch(/[).\u200B؟]$/)
      await page.keyboard.press('Escape')
      await expect(toast(page)).toHaveCount(0)
      await expect(article(page)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(article(page)).toHaveCount(0)
    })
  }

  test('# lost to %23 behind a query', async ({ page }) => {
    await page.goto('/?from=chat%23type=riots')
    await expect(count(page)).toHaveText('4 of 98 incidents')
    await expect(page).toHaveURL('/?from=chat#type=riots')
  })
})

test.describe('published anew under an open tab', () => {
  /** The host has another version from now on: other records, and a manifest that says so. */
  async function republish(page: Page): Promise<void> {
    await page.route('**/pages/*', (route) => route.fulfill({ status: 404 }))
    await page.route('**/manifest.json', async (route) => {
      const manifest = (await (await route.fetch()).json()) as { version: string }
      await route.fulfill({ json: { ...manifest, version: 'f'.repeat(64) } })
    })
  }

  test('data: the newer version is offered in place of the record', async ({ page }) => {
    await open(page)
    await mapDrawn(page)
    await republish(page)
    await rows(page).first().click()
    await expect(article(page)).toContainText('A newer version of the data was published')
    await expect(article(page)).not.toContainText(/checksum|no data at this address/)
    await page.unroute('**/pages/*')
    await article(page).getByRole('button', { name: 'Show the newer version' }).click()
    await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(/Uzbek/)
  })

  test('code: the page offers to reload, and comes back to the same view', async ({ page, watch }) => {
    await page.route('**/MapPanel-*.js', (route) => route.fulfill({ status: 404 }))
    await open(page, 'type=riots')
    await expect(page.getByText('Map: this part has stopped')).toBeVisible()
    await expect(page.getByText('a newer version of the page was published')).toBeVisible()
    await page.unroute('**/MapPanel-*.js')
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await mapDrawn(page)
    await expect(count(page)).toHaveText('4 of 98 incidents')
    watch.errors.length = 0
  })

  test('code of what a dialog shows: the page stays, and says so', async ({ page, watch }) => {
    await page.route('**/AboutDialog-*.js', (route) => route.fulfill({ status: 404 }))
    await open(page)
    await fromMenu(page, 'About')
    await expect(page.getByText('About: this part has stopped')).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    watch.errors.length = 0
  })

  test('a language: the page stays in its own, and says so', async ({ page, watch }) => {
    await page.route('**/assets/ar-*.js', (route) => route.fulfill({ status: 404 }))
    await open(page, 'type=riots')
    await chooseLanguage(page, 'العربية')
    await expect(toast(page)).toContainText('العربية could not be loaded')
    await page.unroute('**/assets/ar-*.js')
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    watch.errors.length = 0
  })
})

test.describe('where the page cannot start', () => {
  const start = (page: Page) => page.locator('.start')

  test('a normal start never shows it', async ({ page }) => {
    await page.addInitScript(() => {
      const seen: boolean[] = []
      Object.assign(window, { seen })
      const look = () => {
        const element = document.querySelector('.start')
        if (element) seen.push(getComputedStyle(element).visibility === 'visible')
        requestAnimationFrame(look)
      }
      look()
    })
    await open(page)
    await expect(start(page)).toHaveCount(0)
    expect(await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen.includes(true))).toBe(
      false,
    )
  })

  test('opened by a double click', async ({ page, watch }) => {
    await page.goto(pathToFileURL(resolve('dist/index.html')).href)
    await expect(start(page).getByText('npm start').first()).toBeVisible()
    await expect(start(page).locator('[lang=ar]')).toBeVisible()
    await expect(start(page).locator('[lang=fr]')).toBeVisible()
    Object.assign(watch, { foreign: [], violations: [], errors: [] })
  })

  test.describe('within another page', () => {
    let host: Server
    let address: string
    test.beforeAll(async ({ baseURL }) => {
      host = createServer((_, response) =>
        response
          .setHeader('content-type', 'text/html')
          .end(
            `<!doctype html><iframe sandbox="allow-scripts" src="${baseURL}" width="900" height="700"></iframe>`,
          ),
      )
      await new Promise<void>((done) => host.listen(0, '127.0.0.1', done))
      const listens = host.address()
      address = `http://127.0.0.1:${typeof listens === 'object' && listens ? listens.port : 0}/`
    })
    test.afterAll(() => void host.close())

    test('in a sandbox without its origin', async ({ page, watch }) => {
      await page.goto(address)
      const frame = page.frameLocator('iframe')
      await expect(frame.getByText('allow-same-origin').first()).toBeVisible()
      Object.assign(watch, { foreign: [], violations: [], errors: [] })
    })
  })

  test('without JavaScript', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(baseURL ?? '')
    await expect(start(page)).toBeVisible()
    await context.close()
  })
})

test.describe('within another page', () => {
  test('names what filters, and undoes it', async ({ page }) => {
    await open(page, 'embed=1&type=battles&q=camp')
    const filters = page.getByRole('group', { name: 'Active filters' })
    await expect(filters).toContainText('Battles')
    await expect(filters).toContainText('camp')
    await filters.getByRole('button', { name: 'Clear all' }).click()
    await expect(count(page)).toHaveText('98 of 98 incidents')
    await expect(page.locator('.legend')).toBeVisible()
  })

  test('lists, opens from the list, and comes back to it', async ({ page }) => {
    await open(page, 'embed=1')
    await page.getByRole('button', { name: 'List' }).click()
    await rows(page).first().click()
    await expect(article(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(article(page)).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(rows(page)).toHaveCount(0)
  })

  test('a cell that says so lists its incidents', async ({ page }) => {
    // At one place, too close to come apart.
    await open(page, 'embed=1&map=15/36.236/37.146&place=aleppo-sheikh-maqsoud')
    await mapDrawn(page)
    await page.mouse.click(640, 400)
    await expect(page.locator('.list-head')).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
  })

  test('leaves no entry in the history of the page around it', async ({ page }) => {
    await open(page, 'embed=1')
    const before = await page.evaluate(() => history.length)
    await page.getByRole('button', { name: 'List' }).click()
    await rows(page).first().click()
    await expect(article(page)).toBeVisible()
    await page.keyboard.press(']')
    await page.keyboard.press('Escape')
    await expect(article(page)).toHaveCount(0)
    expect(await page.evaluate(() => history.length)).toBe(before)
  })

  test('leaves the wheel to the page around it, but with Ctrl', async ({ page }) => {
    await open(page, 'embed=1&map=6/35/38')
    await mapDrawn(page)
    const isTaken = (selector: string, ctrlKey: boolean) =>
      page.evaluate(
        ([at, ctrl]) => {
          const event = new WheelEvent('wheel', {
            deltaY: 100,
            clientX: 700,
            clientY: 400,
            ctrlKey: ctrl,
            bubbles: true,
            cancelable: true,
          })
          document.querySelector(at)?.dispatchEvent(event)
          return event.defaultPrevented
        },
        [selector, ctrlKey] as const,
      )
    for (const selector of ['.maplibregl-canvas', '.timeline__plot']) {
      expect(await isTaken(selector, false)).toBe(false)
      expect(await isTaken(selector, true)).toBe(true)
    }
    await expect(page.locator('.maplibregl-desktop-message')).toHaveText(/Hold (Ctrl|⌘) and scroll/)
    const touchAction = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).touchAction)
    expect(await touchAction('.timeline__plot')).toBe('pan-y')
    expect(await touchAction('.maplibregl-canvas-container')).toBe('pan-x pan-y')
  })
})

test.describe('the site', () => {
  test('names the tab after the open incident and itself', async ({ page }) => {
    await open(page)
    await expect(page).toHaveTitle('Incident Atlas')
    await rows(page).first().click()
    await expect(page).toHaveTitle(/^Uzbek.* - Incident Atlas$/)
    await page.keyboard.press('Escape')
    await expect(page).toHaveTitle('Incident Atlas')
  })

  test('takes title from its data set', async ({ page }) => {
    await page.route('**/manifest.json', async (route) => {
      const manifest = (await (await route.fetch()).json()) as { about: object }
      const site = { title: { en: 'Harem Watch', ar: 'مرصد حارم' } }
      await route.fulfill({ json: { ...manifest, about: { ...manifest.about, site } } })
    })
    await open(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harem Watch')
    await expect(page).toHaveTitle('Harem Watch')
    await chooseLanguage(page, 'العربية')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('مرصد حارم')
  })
})

test.describe('shortcuts', () => {
  test('/ leads to the search, also where the filters are folded', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Filters' }).click()
    await expect(page.locator('.filter-panel')).toHaveCount(0)
    await page.keyboard.press('/')
    await expect(search(page)).toBeFocused()
    await page.keyboard.type('camp/')
    await expect(search(page)).toHaveValue('camp/')
    await page.keyboard.press('Escape')
    await expect(search(page)).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(search(page)).not.toBeFocused()
  })

  test('phone: / opens the sheet with the search, Escape closes it', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page)
    await page.keyboard.press('/')
    await expect(search(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(search(page)).toHaveCount(0)
  })

  test('Escape lets go of drawing an area, and leaves the incident open', async ({ page }) => {
    await open(page, `incident=${HAREM}`)
    await mapDrawn(page)
    await expect(article(page)).toBeVisible()
    await page.getByRole('button', { name: 'Area', exact: true }).click()
    await page.getByRole('button', { name: 'Draw a rectangle' }).click()
    await page.keyboard.press('Escape')
    await expect(article(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(article(page)).toHaveCount(0)
  })
})
