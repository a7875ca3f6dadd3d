import { readFile } from 'node:fs/promises'
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
} from './atlas.ts'
import { baseTest, partsTest } from './servedAtlas.ts'

/** Presses on the bars of the timeline, and moves to the right; the button stays pressed. */
async function beginBrush(page: Page): Promise<void> {
  const box = await page.locator('.timeline__plot').boundingBox()
  if (!box) throw new Error('the timeline is not drawn')
  const at = (share: number) => [box.x + share * box.width, box.y + box.height / 2] as const
  await page.mouse.move(...at(0.5))
  await page.mouse.down()
  await page.mouse.move(...at(0.6), { steps: 4 })
  await page.mouse.move(...at(0.75), { steps: 4 })
}

/** Milliseconds: the longest time until the page asks again by itself, and is answered. */
const LONGEST_PAUSE = 90_000

const failure = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'The last change could not be answered' })

const battlesBox = (page: Page) => page.getByRole('checkbox', { name: /^Battles/ })

/** Lets the page believe that nobody looks at it: it then asks nothing again by itself. Call it before the page is opened. */
async function unseen(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }))
}

baseTest.describe('a base on ClickHouse', () => {
  baseTest('filters, brushes, opens an incident, and gives a link to the same', async ({ page }) => {
    await open(page)
    await expect(count(page)).toHaveText('98 of 98 incidents')
    await battlesBox(page).check()
    await expect(count(page)).toHaveText(/^[1-9]\d of 98 incidents$/)
    const battles = await count(page).textContent()
    await beginBrush(page)
    await page.mouse.up()
    await expect(count(page)).not.toHaveText(battles ?? '')
    await rows(page).first().click()
    const title = await article(page).getByRole('heading', { level: 2 }).textContent()
    const link = page.url()
    const counted = await count(page).textContent()
    expect(fragmentOf(page)).toContain('type=battles')
    const other = await page.context().newPage()
    await other.goto(link)
    await expect(article(other).getByRole('heading', { level: 2 })).toHaveText(title ?? '')
    await expect(count(other)).toHaveText(counted ?? '')
  })

  baseTest('finds words, and draws the map', async ({ page }) => {
    await open(page)
    await mapDrawn(page)
    await search(page).fill('french camp')
    await expect(count(page)).toHaveText(/^[1-9]\d* of 98 incidents$/)
    await expect(page).toHaveURL(/q=french/)
  })

  baseTest('opens an incident of a link, with what is near it in time', async ({ page }) => {
    await open(page, `incident=${HAREM}`)
    await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(/French camp/)
    await expect(article(page)).toContainText('Harem')
  })

  baseTest('saves a file of what is counted', async ({ page }) => {
    await open(page, 'type=battles')
    const [shown] = (await count(page).textContent())?.match(/\d+/) ?? []
    await fromMenu(page, 'Export')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /\(JSON\)/ }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    const { incidents } = JSON.parse(text) as { incidents: unknown[] }
    expect(incidents).toHaveLength(Number(shown))
  })

  baseTest('is read in Arabic, and on a phone', async ({ page }) => {
    await open(page)
    await chooseLanguage(page, 'العربية')
    await expect(count(page)).toHaveText(/^98 من 98/)
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.locator('.phone__count .result-count')).toHaveText(/^98 من 98/)
  })

  baseTest(
    'says that a part of the data is gone, and counts again when it is back',
    async ({ page, base }) => {
      await unseen(page)
      await open(page)
      // Only the second query asks for what the open filters show: the page has asked all it needs when it is answered.
      await expect(battlesBox(page)).toBeVisible()
      await base?.killShard()
      await battlesBox(page).check()
      await expect(failure(page)).toContainText('A part of the data cannot be reached')
      await expect(count(page)).toHaveText('98 of 98 incidents')
      await base?.restartShard()
      await failure(page).getByRole('button', { name: 'Try again' }).click()
      await expect(failure(page)).toBeHidden()
      await expect(count(page)).toHaveText(/^[1-9]\d of 98 incidents$/)
      await expect(count(page)).not.toHaveText('98 of 98 incidents')
    },
  )

  baseTest(
    'is whole again by itself when a part of the data was gone as it opened',
    async ({ page, base }) => {
      await open(page)
      // Whether the filters have their values by now, or get them only later.
      await base?.killShard()
      await search(page).fill('camp')
      await expect(failure(page)).toContainText('The page tries again by itself.')
      await base?.restartShard()
      await expect(failure(page)).toBeHidden({ timeout: LONGEST_PAUSE })
      await expect(count(page)).not.toHaveText('98 of 98 incidents')
      await expect(battlesBox(page)).toBeVisible()
    },
  )

  baseTest(
    'keeps the last answer while the server is gone in the middle of a brush',
    async ({ page, base }) => {
      await open(page)
      await beginBrush(page)
      await expect(count(page)).not.toHaveText('98 of 98 incidents')
      await base?.crash()
      await page.mouse.move(900, 700, { steps: 3 })
      await page.mouse.up()
      await expect(failure(page)).toContainText('does not answer')
      await expect(count(page)).toHaveText(/^\d+ of 98 incidents$/)
      await base?.restart()
      await expect(failure(page)).toBeHidden({ timeout: LONGEST_PAUSE })
      await expect(count(page)).toHaveText(/^\d+ of 98 incidents$/)
    },
  )
})

partsTest.describe('answers in parts', () => {
  partsTest.afterEach(({ parts }) => parts.release())

  partsTest(
    'tells estimates while the hand moves, and the exact counts when it rests',
    async ({ page, parts }) => {
      await open(page)
      await expect(count(page)).toHaveText('3,920 of 3,920 incidents')
      parts.hold()
      await search(page).fill('syria')
      await expect(count(page).locator('[aria-hidden]')).toHaveText(/[≈<] [\d,]+( ± [\d,]+)?.* incidents/)
      await expect(count(page).locator('.visually-hidden')).toHaveText(/^(about|fewer than) [\d,]+/)
      await expect(page.locator('.incident-list__rows')).toHaveAttribute('aria-busy', 'true')
      parts.release()
      await expect(count(page)).toHaveText(/^[\d,]+ of 3,920 incidents$/)
      await expect(page.locator('.incident-list__rows')).toHaveAttribute('aria-busy', 'false')
    },
  )

  partsTest('lets estimates follow the hand in Arabic', async ({ page, parts }) => {
    await open(page, 'lang=ar')
    parts.hold()
    await beginBrush(page)
    await expect(count(page).locator('[aria-hidden]')).toHaveText(/[≈<] [\d,]+/)
    await page.mouse.up()
    parts.release()
    await expect(count(page)).toHaveText(/^[\d,]+ من 3,920/)
  })

  partsTest('pages and searches a long facet on the server', async ({ page }) => {
    await open(page)
    const actors = page
      .locator('.filter-section')
      .filter({ has: page.getByRole('button', { name: 'Actor', exact: true }) })
    await expect(actors.getByRole('checkbox')).toHaveCount(8)
    await actors.getByRole('button', { name: /^Show \d+ more/ }).click()
    await expect(actors.getByRole('checkbox').nth(9)).toBeVisible()
    await actors.getByRole('textbox').fill('ghuraba')
    await expect(actors.getByRole('checkbox').first()).toHaveAccessibleName(/Ghuraba/)
    await actors.getByRole('checkbox').first().check()
    await expect(count(page)).not.toHaveText('3,920 of 3,920 incidents')
    await page.reload()
    await expect(actors.getByRole('checkbox', { checked: true })).toHaveCount(1)
  })
})
