import type { Locator, Page } from '@playwright/test'
import { article, count, expect, fragmentOf, HAREM, open, rows, search, test } from './atlas.ts'

const WELCOME = 'Welcome'
const welcome = (page: Page) => page.getByRole('dialog', { name: WELCOME })

/** A part that is laid out, in whole pixels of the window. */
async function boxOf(part: Locator) {
  const box = await part.boundingBox()
  if (!box) throw new Error('is not laid out')
  return box
}

test.describe('the welcome', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => localStorage.removeItem('incident-atlas:welcome-seen')),
  )

  test('is left by Escape and by a press outside, which does what it is for', async ({ page }) => {
    await open(page)
    await expect(welcome(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(welcome(page)).toHaveCount(0)
    await open(page)
    await page.reload()
    await expect(welcome(page)).toBeVisible()
    await page.getByRole('checkbox', { name: /Battles/ }).check()
    await expect(welcome(page)).toHaveCount(0)
    await expect(count(page)).toHaveText('19 of 98 incidents')
  })

  for (const fragment of [`incident=${HAREM}`, 'type=riots', 'map=8/35/38'])
    test(`does not cover what a link opens: ${fragment}`, async ({ page }) => {
      await open(page, fragment)
      await expect(page.locator('.scale-bar')).toBeVisible()
      await expect(welcome(page)).toHaveCount(0)
    })

  test('tells the same years as the header', async ({ page }) => {
    await open(page)
    const header = (await page.locator('.top-bar .coverage').first().textContent()) ?? ''
    const text = (await welcome(page).textContent()) ?? ''
    for (const year of header.match(/\b20\d\d\b/g) ?? []) expect(text.split(header)[0]).toContain(year)
  })
})

test.describe('facets', () => {
  test('no row moves under the pointer: pointed at, chosen, left out, counted anew', async ({ page }) => {
    await open(page)
    const battles = page.locator('.facet-row').filter({ hasText: 'Battles' })
    const places = page.locator('.filter-section').filter({ hasText: 'Place' }).last()
    const parts = [battles, page.locator('.facet-row').filter({ hasText: 'Islamic State' }).first(), places]
    const boxes = () => Promise.all(parts.map(boxOf))
    const before = await boxes()
    await battles.hover()
    expect(await boxes()).toEqual(before)
    await battles.getByRole('checkbox').check()
    await expect(count(page)).toHaveText('19 of 98 incidents')
    expect(await boxes()).toEqual(before)
    await battles.getByRole('button', { name: 'Exclude Battles' }).click()
    await expect(count(page)).toHaveText('79 of 98 incidents')
    expect(await boxes()).toEqual(before)
  })

  test('places are a tree from the country down, with how many are not shown', async ({ page }) => {
    await open(page)
    const places = page.locator('.filter-section').filter({ hasText: 'Place' }).last()
    await expect(places.getByRole('checkbox').first()).toHaveAccessibleName(/^Syria/)
    await expect(places.getByRole('button', { name: /^\d+ more places in Syria$/ })).toBeVisible()
    await expect(places.getByRole('checkbox', { name: /^Harem/ })).toHaveCount(0)
    await places.getByRole('button', { name: 'Places within Idlib governorate' }).click()
    await places.getByRole('checkbox', { name: /^Harem/ }).check()
    expect(fragmentOf(page)).toContain('place=harem')
  })

  test('what a search within a facet finds is in view', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 600 })
    await open(page)
    const places = page.locator('.filter-section').filter({ hasText: 'Place' }).last()
    await places.getByRole('textbox').fill('harem')
    const found = places.getByRole('checkbox', { name: /^Harem/ })
    await expect(found).toBeInViewport({ ratio: 1 })
    const [panel, row] = [await boxOf(page.locator('.filter-panel')), await boxOf(found)]
    expect(row.y + row.height).toBeLessThanOrEqual(panel.y + panel.height)
  })
})

test('a publisher is found by its domain, and commands that are none are named', async ({ page }) => {
  await open(page)
  await search(page).fill('shaam.org')
  await expect(count(page)).not.toHaveText(/^(0|98) of/)
  await expect(rows(page).first()).toBeVisible()
  await search(page).fill('harem OR idlib')
  await expect(page.locator('.search-box__hint')).toContainText('Not a command here: “OR”.')
})

test('playing returns to the chosen days, and Back to what was before them', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: '30 days' }).click()
  const chosen = '#from=2026-04-11&to=2026-05-10'
  await expect.poll(() => fragmentOf(page)).toBe(chosen)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => fragmentOf(page)).not.toBe(chosen)
  await page.getByRole('button', { name: /^Stop/ }).click()
  await expect.poll(() => fragmentOf(page)).toBe(chosen)
  await page.goBack()
  await expect.poll(() => fragmentOf(page)).toBe('')
})

test('what a bar stands for covers neither bars nor controls', async ({ page }) => {
  await open(page)
  const plot = await boxOf(page.locator('.timeline__plot'))
  for (const share of [0.02, 0.5, 0.98]) {
    await page.mouse.move(plot.x + share * plot.width, plot.y + plot.height / 2)
    const readout = await boxOf(page.locator('.timeline__readout'))
    expect(readout.y).toBeGreaterThanOrEqual(plot.y + plot.height)
    expect(readout.x).toBeGreaterThanOrEqual(plot.x - 1)
    expect(readout.x + readout.width).toBeLessThanOrEqual(plot.x + plot.width + 1)
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('an open incident takes the whole screen, with ways back to the list and the map', async ({
    page,
  }) => {
    await page.goto(`/#incident=${HAREM}`)
    await expect(article(page).getByRole('heading', { level: 2 })).toBeVisible()
    const whole = await boxOf(page.locator('.phone__foot'))
    expect([whole.y, whole.height]).toEqual([0, 844])
    await expect(page.locator('.timeline__plot')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden()
    await page.getByRole('navigation').getByRole('button', { name: 'Map' }).click()
    await expect(page.locator('.timeline__plot')).toBeVisible()
    await page.getByRole('button', { name: 'Incident', exact: true }).click()
    await expect(page.locator('.timeline__plot')).toBeHidden()
    await page.getByRole('button', { name: 'Show on the map' }).click()
    await expect(page.locator('.timeline__plot')).toBeVisible()
    await page.getByRole('button', { name: 'Incident', exact: true }).click()
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await expect(rows(page).first()).toBeVisible()
    await expect(page.locator('.timeline__plot')).toBeVisible()
  })

  test('the filter sheet shows what is filtered, wherever it is scrolled to', async ({ page }) => {
    await page.goto('/#type=riots&status=disputed')
    await page.getByRole('button', { name: 'Filters' }).click()
    const chips = page.getByRole('group', { name: 'Active filters' })
    await expect(chips.getByRole('button')).toHaveCount(3)
    await expect(chips).toBeInViewport({ ratio: 1 })
    await page.locator('.filter-panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight))
    await expect(chips).toBeInViewport({ ratio: 1 })
  })

  test('nothing covers the bars of the timeline', async ({ page }) => {
    await page.goto('/')
    const plot = page.locator('.timeline__plot')
    await expect(page.getByRole('button', { name: '2 earlier' })).toBeVisible()
    const above = await plot.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const points = Array.from({ length: 200 }, (_, at) => [
        left + ((at % 40) + 0.5) * (width / 40),
        top + (Math.floor(at / 40) + 0.5) * (height / 5),
      ])
      return points.filter(([x = 0, y = 0]) => !element.contains(document.elementFromPoint(x, y))).length
    })
    expect(above).toBe(0)
    await expect(plot.getByRole('button')).toHaveCount(0)
  })
})
