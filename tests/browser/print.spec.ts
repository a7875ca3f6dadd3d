import { article, expect, fromMenu, HAREM, mapDrawn, open, test } from './atlas.ts'
import { pdfText } from './pdfText.ts'
import type { Page } from '@playwright/test'

const print = { en: 'Print', ar: 'طباعة', fr: 'Imprimer' } as const
const languages = ['en', 'ar', 'fr'] as const

/** The browser's own dialog waits for a hand: what is asked of it is counted. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['asked'] = 'print'
    }
  })
})

/** Presses the command of the open incident, else that of the menu, waits until the browser is asked to print, and gives what it would print. */
async function printed(page: Page, language: keyof typeof print = 'en'): Promise<string> {
  const ofIncident = article(page).getByRole('button', { name: print[language], exact: true })
  if (await ofIncident.isVisible()) await ofIncident.click()
  else await fromMenu(page, print[language])
  await expect(page.locator('html[data-asked]')).toBeAttached({ timeout: 45_000 })
  return paper(page)
}

async function paper(page: Page): Promise<string> {
  return pdfText(await page.pdf({ format: 'A4' }))
}

/** Addresses of all sources of the open incident. */
const addresses = (page: Page): Promise<string[]> =>
  page
    .locator('.source__links a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

/** Right-to-left text comes as it is drawn: from its end, and in the shapes of joined letters. */
const asRead = (drawn: string): string => Array.from(drawn).toReversed().join('').normalize('NFKC')

for (const language of languages) {
  test(`an incident is printed whole, with its sources' addresses, in ${language}`, async ({ page }) => {
    test.slow()
    await open(page, `lang=${language}&incident=${HAREM}`)
    await expect(article(page).getByRole('heading', { level: 2 })).toBeVisible()
    const [links, headings] = [
      await addresses(page),
      await article(page).getByRole('heading', { level: 3 }).allTextContents(),
    ]
    const text = await printed(page, language)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((link) => !text.includes(link))).toEqual([])
    const read = language === 'ar' ? asRead(text) : text
    const words = headings
      .flatMap((heading) => heading.match(/\p{L}+/gu) ?? [])
      .map((word) => word.normalize('NFKC'))
    expect(words.filter((word) => !read.includes(word))).toEqual([])
    // What is folded on the screen: an alias of one of the parties.
    expect(text).toContain('Firqatul Ghuraba')
    expect(text).toContain(`/#incident=${HAREM}`)
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/')
    await expect(page.locator('.printed__map canvas')).toBeAttached()
    await expect(page.getByRole('button', { name: print[language], exact: true })).toBeFocused()
  })
}

test('a list is printed with all that pass, the filters in words, and the map drawn light in the dark theme', async ({
  page,
}) => {
  test.slow()
  await open(page, 'theme=dark&type=battles,protests')
  const passing = Number(/\d+/.exec(await page.locator('.result-count').first().innerText())?.[0])
  const text = await printed(page)
  const rows = page.locator('.printed__row')
  await expect(rows).toHaveCount(passing)
  const titles = await page.locator('.printed__title > *').allTextContents()
  expect(titles.filter((title) => !text.includes(title.trim()))).toEqual([])
  expect(text).toContain('Battles, Protests')
  expect(text).toContain('#theme=dark&type=battles,protests')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#root')).toBeHidden()
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(29, 33, 39)')
  expect(await shadesOf(page)).toEqual({ isLight: true, isDrawn: true })
})

/** What the printed map is made of: light ground all over, and many colours on it. */
function shadesOf(page: Page): Promise<{ isLight: boolean; isDrawn: boolean }> {
  return page.locator('.printed__map canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    if (!pixels) throw new Error('no pixels')
    const colours = new Set<number>()
    let light = 0
    for (let at = 0; at < pixels.length; at += 4 * 7) {
      const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
      colours.add((red << 16) | (green << 8) | blue)
      if (red + green + blue > 3 * 170) light += 1
    }
    return { isLight: light > (0.7 * pixels.length) / (4 * 7), isDrawn: colours.size > 100 }
  })
}

test('on a phone the command stands in the menu and by the incident', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'lang=ar')
  await page.getByRole('button', { name: 'القائمة' }).click()
  await printed(page, 'ar')
  await expect(page.locator('.printed__row')).toHaveCount(98)
  await page.goto(`/#lang=ar&incident=${HAREM}`)
  await expect(article(page).getByRole('button', { name: print.ar, exact: true })).toBeVisible()
  // What was prepared was of another view.
  await expect(page.locator('.printed')).toHaveCount(0)
})

test('the browser by itself prints the whole page of an incident, and nothing to press', async ({ page }) => {
  await open(page, `theme=dark&incident=${HAREM}`)
  await expect(article(page).getByRole('heading', { level: 2 })).toBeVisible()
  await mapDrawn(page)
  const links = await addresses(page)
  const text = await paper(page)
  expect(links.filter((link) => !text.includes(link))).toEqual([])
  expect(text).toContain('Firqatul Ghuraba')
  expect(text).not.toContain('Show on the map')
  expect(text).not.toContain('Earlier')
  // It is all as it was.
  await expect(page.locator('#filters')).toBeVisible()
  await expect(page.locator('.incident-page details[open]')).toHaveCount(0)
})

test('the browser by itself prints the rows that are there, and says how many of how many', async ({
  page,
}) => {
  await open(page)
  await mapDrawn(page)
  // The style sheet for printing is fetched after the first view.
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes('PrintJob')))
  const text = await paper(page)
  const said = /On paper: (\d+) \/ (\d+)/.exec(text)
  expect(said?.[2]).toBe('98')
  const titles = await page.locator('.incident-title').allTextContents()
  expect(titles).toHaveLength(Number(said?.[1]))
  expect(titles.filter((title) => !text.includes(title.trim()))).toEqual([])
  expect(text).not.toContain('Sub-event type')
})
