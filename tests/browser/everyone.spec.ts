import { AxeBuilder } from '@axe-core/playwright'
import {
  article,
  chooseLanguage,
  count,
  expect,
  fromMenu,
  HAREM,
  open,
  openMenu,
  rows,
  search,
  tabTo,
  test,
} from './atlas.ts'

const states = {
  start: '',
  incident: `incident=${HAREM}`,
  filtered: 'type=battles,!riots&actor=sdf,unknown-one&from=2025-10-01&q=a',
  nothing: 'type=riots&from=2025-10-22&to=2025-10-22',
}

for (const lang of ['en', 'ar', 'fr']) {
  for (const theme of ['light', 'dark']) {
    for (const [state, fragment] of Object.entries(states)) {
      test(`axe finds nothing: ${state}, ${lang}, ${theme}`, async ({ page }) => {
        await open(page, [fragment, `lang=${lang}`, `theme=${theme}`].filter(Boolean).join('&'))
        if (state === 'incident') await expect(article(page).locator('.claim').first()).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).exclude('canvas').analyze()
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ target }) => target.join(' '))
                .slice(0, 3)
                .join(' | ')}`,
          ),
        ).toEqual([])
      })
    }
  }
}

test('axe finds nothing on a phone, in each part of the sheet and in the dialog', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const tab of ['List', 'Filters', 'Menu', 'About']) {
    await open(page)
    if (tab === 'Menu') await openMenu(page)
    else if (tab === 'About') await fromMenu(page, tab)
    else await page.getByRole('button', { name: tab }).click()
    const { violations } = await new AxeBuilder({ page }).exclude('canvas').analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${tab} ${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      ),
    ).toEqual([])
    await page.reload()
  }
})

test('Arabic is mirrored, the map and time are not; the language switches without a reload', async ({
  page,
}) => {
  await open(page)
  const loaded = await page.evaluate(() => performance.timeOrigin)
  await chooseLanguage(page, 'العربية')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(count(page)).toHaveText('98 من 98 حدثًا')
  const width = page.viewportSize()?.width ?? 0
  const filters = await page.locator('#filters').boundingBox()
  expect(filters?.x).toBeGreaterThan(width / 2)
  await expect(page.locator('.timeline__track')).toHaveCSS('direction', 'ltr')
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded)
  await chooseLanguage(page, 'Français')
  await expect(count(page)).toHaveText('98 sur 98 incidents')
  await page.goBack()
  await expect(count(page)).toHaveText('98 من 98 حدثًا')
})

for (const lang of ['ar', 'fr'] as const) {
  test(`all of an incident is in the reader’s language: ${lang}`, async ({ page }) => {
    await open(page, `incident=${HAREM}&lang=${lang}`)
    await expect(article(page).locator('.incident-page__summary')).toHaveAttribute('lang', lang)
    await expect(article(page).locator('.claim__says [lang]').first()).toBeVisible()
    await expect(article(page).locator('.text-language')).toHaveCount(0)
    const others = article(page).locator(`[lang]:not([lang="${lang}"])`)
    // Only names as their publishers and languages write them.
    await expect(others).toHaveCount(0)
  })
}

test('by keyboard alone: search, filter, set a date, walk the list, read, follow a source, change language', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('harem')
  await expect(count(page)).not.toHaveText(/^98 of/)
  await tabTo(page, page.getByRole('checkbox', { name: /^Battles/ }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /^Battles/ })).toBeChecked()
  await tabTo(page, page.getByRole('slider', { name: 'First day' }))
  await page.keyboard.press('PageUp')
  await tabTo(page, rows(page).first(), 'Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(article(page)).toBeVisible()
  await tabTo(page, article(page).locator('.source a').first())
  await page.keyboard.press('Escape')
  await expect(article(page)).toHaveCount(0)
  await expect(rows(page).first()).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Menu' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: 'English' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'قائمة الأوامر' })).toBeFocused()
})

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [390, 844],
  [320, 640],
  [360, 225],
] as const) {
  for (const lang of ['en', 'ar', 'fr']) {
    test(`nothing sticks out at ${width}×${height} in ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await open(page, `lang=${lang}`)
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input, a, h1, h2')]
          .filter(
            (each) =>
              each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
              !each.closest('.visually-hidden'),
          )
          .filter((each) => {
            const box = each.getBoundingClientRect()
            // What scrolls within a panel may lie below; nothing may stick out sideways.
            return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)
          })
          .map((each) => `${each.tagName} ${each.textContent?.slice(0, 30)}`),
      )
      expect(outside).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    })
  }
}

test('on a phone: the sheet opens list, incident and filters over the map', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  await page.getByRole('button', { name: 'List' }).click()
  await rows(page).first().click()
  await expect(article(page).getByRole('heading', { level: 2 })).toBeVisible()
  await article(page).getByRole('button', { name: 'Close the incident' }).click()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: /^Riots/ }).check()
  await expect(count(page)).toHaveText('4 of 98 incidents')
  await page.getByRole('button', { name: 'Dates and playback' }).click()
  await page.getByRole('button', { name: '1 year' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an injected inline script is blocked, and the policy stands in headers and page', async ({
  page,
  watch,
}) => {
  const response = await page.goto('/')
  const header = response?.headers()['content-security-policy'] ?? ''
  expect(header).toContain("script-src 'self'")
  expect(header).not.toContain('unsafe')
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(
    header,
  )
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
  })
  expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  expect(watch.violations.length).toBeGreaterThan(0)
  watch.violations.length = 0
})

test('embedded: map and timeline alone, with the way to the whole of it', async ({ page }) => {
  await open(page, 'embed=1&type=battles')
  await expect(page.locator('#filters')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Open the whole map' })).toHaveAttribute(
    'href',
    '#type=battles',
  )
})
