import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { heldTexts } from '../heldTexts.ts'

/** What went wrong in a page, noticed from outside. */
export interface Watch {
  /** Requests to any other origin. */
  foreign: string[]
  /** What the security policy blocked. */
  violations: string[]
  /** Uncaught errors, and errors on the console. */
  errors: string[]
  /** Texts that a browser’s translator would break, as the page stands at the end. */
  held: string[]
}

/** Chatter of the graphics driver, which says nothing of the page. */
const driverChatter = /GPU stall|ReadPixels|GroupMarkerNotSet|WebGL: INVALID|Failed to load resource/

/** A page that is watched: at the end of each test nothing foreign was asked, nothing blocked,
 * nothing thrown, and no text stands where a translator would break it. */
export const test = base.extend<{ watch: Watch; expectedHosts: readonly string[] }>({
  /** Hosts that a test expects requests to; it has to look at these itself. */
  expectedHosts: [[], { option: true }],
  watch: [
    async ({ page, baseURL, expectedHosts }, use) => {
      const watch: Watch = { foreign: [], violations: [], errors: [], held: [] }
      page.on('request', (request) => {
        const url = new URL(request.url())
        const isOwn = url.origin === new URL(baseURL ?? '').origin
        if (/^https?:$/.test(url.protocol) && !isOwn && !expectedHosts.includes(url.host))
          watch.foreign.push(url.href)
      })
      page.on('pageerror', (error) => watch.errors.push(error.message))
      page.on('console', (message) => {
        const text = message.text()
        if (/Content Security Policy/.test(text)) watch.violations.push(text)
        else if (message.type() === 'error' && !driverChatter.test(text)) watch.errors.push(text)
      })
      // As on a later visit of someone who has left the filters open.
      await page.addInitScript(() => {
        localStorage.setItem('incident-atlas:welcome-seen', '1')
        localStorage.setItem('incident-atlas:panels', '{"filters":true}')
      })
      await use(watch)
      if (!page.isClosed()) watch.held = await page.locator('body').evaluate(heldTexts)
      expect(watch).toEqual({ foreign: [], violations: [], errors: [], held: [] })
    },
    { auto: true },
  ],
})

export { expect }

/** Opens a view and waits until it has its first answer. */
export async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(fragment ? `/#${fragment}` : '/')
  await expect(count(page)).toHaveText(/\d/)
}

export const HAREM = '2025-10-22-harem-french-camp-clashes'

/** "n of N incidents". */
export const count = (page: Page): Locator => page.locator('.result-count').first()
export const rows = (page: Page): Locator => page.locator('.incident-row__link')
export const article = (page: Page): Locator => page.getByRole('article')
export const search = (page: Page): Locator => page.locator('.search-box__field')

/** Opens the menu of the page, unless it is open. */
export async function openMenu(page: Page): Promise<Locator> {
  const menu = page.locator('.menu')
  if (!(await menu.isVisible())) await page.locator('.top-bar__tools .button').last().click()
  await expect(menu).toBeVisible()
  return menu
}

/** Presses an entry of the page's menu. */
export async function fromMenu(page: Page, name: string): Promise<void> {
  const menu = await openMenu(page)
  await menu.getByRole('button', { name, exact: true }).click()
}

/** Chooses a language in the page's menu, and closes the menu. @param own the language's own name */
export async function chooseLanguage(page: Page, own: string): Promise<void> {
  const menu = await openMenu(page)
  // It is checked once its texts have loaded.
  await menu.getByRole('radio', { name: own }).click()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
}

/** The fragment as it stands, decoded. */
export const fragmentOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash)

/** Stops of the Tab key that the page has at most. */
const MOST_STOPS = 400

/**
 * Presses a key until an element has the focus.
 * @param key goes forwards, or backwards, through the page
 * @throws Error if the element is not reached
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < MOST_STOPS; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${target.toString()}`)
}

/** Waits until the map has drawn its ground and rests. */
export async function mapDrawn(page: Page): Promise<void> {
  await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible()
  await expect(page.locator('.scale-bar')).toBeVisible()
}
