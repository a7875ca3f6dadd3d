import type { Page } from '@playwright/test'
import { article, count, expect, fragmentOf, HAREM, mapDrawn, open, openMenu, rows, test } from './atlas.ts'

/** Share of the screen, in percent, where a press reaches the map and nothing that lies over it. */
function shareOfMap(page: Page): Promise<number> {
  return page.evaluate(() => {
    const step = 8
    let [map, all] = [0, 0]
    for (let x = step / 2; x < innerWidth; x += step)
      for (let y = step / 2; y < innerHeight; y += step) {
        all += 1
        if (document.elementFromPoint(x, y)?.closest('.map-panel__canvas')) map += 1
      }
    return (100 * map) / all
  })
}

test.describe('at first sight', () => {
  test.beforeEach(({ page }) => page.addInitScript(() => localStorage.removeItem('incident-atlas:panels')))

  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const)
    for (const lang of ['en', 'ar', 'fr'])
      test(`at least half of the screen is map: ${width}×${height}, ${lang}`, async ({ page }) => {
        await page.setViewportSize({ width, height })
        await open(page, `lang=${lang}`)
        await mapDrawn(page)
        expect(await shareOfMap(page)).toBeGreaterThanOrEqual(50)
        await expect(rows(page).first()).toBeVisible()
      })

  test('a wide screen has room for the filters as well', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await open(page)
    await mapDrawn(page)
    await expect(page.locator('.filter-panel')).toBeVisible()
    expect(await shareOfMap(page)).toBeGreaterThanOrEqual(50)
  })
})

test.describe('panels', () => {
  test('fold to a rail by a click, and keep the focus', async ({ page }) => {
    await open(page)
    const results = page.locator('#results > button')
    await results.click()
    await expect(page.locator('.incident-list')).toHaveCount(0)
    await expect(results).toBeFocused()
    await expect(results).toHaveAttribute('aria-expanded', 'false')
    await expect(results).toHaveAccessibleName(/Results/)
    const width = (await page.locator('#results').boundingBox())?.width ?? 0
    expect(width).toBeLessThan(48)
    await page.keyboard.press('Enter')
    await expect(rows(page).first()).toBeVisible()
  })

  test('fold and open by a key each, on an Arabic keyboard too', async ({ page }) => {
    await open(page)
    await page.keyboard.press('f')
    await expect(page.locator('.filter-panel')).toHaveCount(0)
    await page.keyboard.press('l')
    await expect(page.locator('.incident-list')).toHaveCount(0)
    await page.keyboard.press('t')
    await expect(page.locator('.timeline--line')).toBeVisible()
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ب', code: 'KeyF', bubbles: true })),
    )
    await expect(page.locator('.filter-panel')).toBeVisible()
  })

  test('are remembered', async ({ page, context }) => {
    await open(page)
    await page.keyboard.press('l')
    await page.keyboard.press('t')
    await expect(page.locator('.timeline--line')).toBeVisible()
    const later = await context.newPage()
    await later.goto('/')
    await expect(later.locator('.timeline--line')).toBeVisible()
    await expect(later.locator('.incident-list')).toHaveCount(0)
    await expect(later.locator('.filter-panel')).toBeVisible()
  })

  test('an opened incident opens its panel, with at most 75 characters a line', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page)
    await page.keyboard.press('l')
    await page.evaluate((id) => (location.hash = `incident=${id}`), HAREM)
    const summary = article(page).locator('.incident-page__summary')
    await expect(summary).toBeVisible()
    const lengths = await summary.evaluate((paragraph) => {
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
      if (!text?.textContent) throw new Error('no text')
      const lines: number[] = []
      const range = document.createRange()
      let last = -1
      for (let at = 0; at < text.textContent.length; at += 1) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const { top } = range.getBoundingClientRect()
        if (Math.abs(top - last) > 4) lines.push(0)
        last = top
        lines[lines.length - 1] = (lines.at(-1) ?? 0) + 1
      }
      return lines.slice(0, -1)
    })
    const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length
    expect(mean).toBeGreaterThan(58)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
  })
})

test.describe('the timeline', () => {
  const plot = (page: Page) => page.locator('.timeline__plot')
  const heightOf = async (page: Page) => (await plot(page).boundingBox())?.height ?? 0

  test('grows and folds, and its bars fill it each time', async ({ page }) => {
    await open(page)
    const usual = await heightOf(page)
    await page.getByRole('button', { name: 'Taller timeline' }).click()
    await expect.poll(() => heightOf(page)).toBeGreaterThan(2 * usual)
    const canvas = page.locator('.timeline__bars')
    const [drawn, shown] = await canvas.evaluate((each: HTMLCanvasElement) => [
      each.height / devicePixelRatio,
      each.clientHeight,
    ])
    expect(drawn).toBe(shown)
    await page.getByRole('button', { name: 'Fold the timeline to a line' }).click()
    await expect.poll(() => heightOf(page)).toBeLessThan(usual)
    // The line still chooses days.
    const box = await plot(page).boundingBox()
    if (!box) throw new Error('no timeline')
    await page.mouse.move(box.x + 0.4 * box.width, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 0.6 * box.width, box.y + 10, { steps: 6 })
    await page.mouse.up()
    await expect.poll(() => fragmentOf(page)).toMatch(/from=/)
  })

  test('writes the year once, and then the months', async ({ page }) => {
    await open(page)
    const labels = await page.locator('.timeline__axis span').allTextContents()
    expect(labels[0]).toBe('Jul 2025')
    expect(labels).toContain('Aug')
    expect(labels).toContain('Jan 2026')
    expect(labels.filter((label) => /\d{4}/.test(label))).toHaveLength(2)
  })

  test('has a calendar by keyboard alone, in Arabic', async ({ page }) => {
    await open(page, 'lang=ar&from=2025-10-03')
    const button = page.locator('.date-field__button').first()
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.calendar .rdp-selected button')).toBeFocused()
    // The next day stands to the left.
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(() => fragmentOf(page)).toContain('from=2025-10-04')
    await expect(button).toBeFocused()
    await expect(page.locator('.popover')).toHaveCount(0)
  })

  test('shows the ends of the data as the language writes them, whatever the browser does', async ({
    browser,
    baseURL,
  }) => {
    const american = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1440, height: 900 },
      ...(baseURL ? { baseURL } : {}),
    })
    const page = await american.newPage()
    await page.goto('/')
    await expect(page.getByRole('textbox', { name: 'From' })).toHaveAttribute('placeholder', '1 Sept 2020')
    await expect(page.getByRole('textbox', { name: 'To', exact: true })).toHaveAttribute(
      'placeholder',
      '10 May 2026',
    )
    await american.close()
  })
})

test.describe('the menu', () => {
  test('is left by Escape, by a press elsewhere, and when the focus leaves it', async ({ page }) => {
    await open(page)
    const button = page.getByRole('button', { name: 'Menu' })
    const menu = await openMenu(page)
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(button).toBeFocused()
    await openMenu(page)
    await page.locator('.timeline__range strong').click()
    await expect(menu).toHaveCount(0)
    await openMenu(page)
    await button.click()
    await expect(menu).toHaveCount(0)
    await openMenu(page)
    await page.getByRole('radio', { name: 'System' }).focus()
    await page.keyboard.press('Tab')
    await expect(menu).toHaveCount(0)
  })

  test('changes theme at once, and leaves an open incident open when Escape closes it', async ({ page }) => {
    await open(page, `incident=${HAREM}`)
    await expect(article(page)).toBeVisible()
    const menu = await openMenu(page)
    await menu.getByRole('radio', { name: 'Dark' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(article(page)).toBeVisible()
    await expect(count(page)).toBeHidden()
  })
})

test('no button is without a name, in any state of the panels', async ({ page }) => {
  for (const panels of [
    '{"filters":true,"timeline":"tall"}',
    '{"filters":false,"results":false,"timeline":"line"}',
  ]) {
    await page.addInitScript((kept) => localStorage.setItem('incident-atlas:panels', kept), panels)
    await open(page, `type=battles`)
    await openMenu(page)
    const nameless = await page.locator('button, a, input, select, summary').evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility())
        .filter((each) => {
          const labels =
            each instanceof HTMLInputElement || each instanceof HTMLSelectElement ? each.labels : null
          const label = each.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? each.textContent
          return !label.trim()
        })
        .map((each) => each.outerHTML.slice(0, 80)),
    )
    expect(nameless).toEqual([])
  }
})

test('nothing moves for those who asked for that', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const menu = await openMenu(page)
  const seconds = await menu
    .locator('xpath=..')
    .evaluate((each) => Number.parseFloat(getComputedStyle(each).animationDuration))
  expect(seconds).toBeLessThanOrEqual(0.001)
})
