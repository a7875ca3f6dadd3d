import type { BrowserContext, Page } from '@playwright/test'
import {
  article,
  chooseLanguage,
  count,
  expect,
  fragmentOf,
  fromMenu,
  HAREM,
  open,
  rows,
  search,
  test,
} from './atlas.ts'
import { cutTexts } from './cutTexts.ts'
import { differingPixels } from './differingPixels.ts'
import { visibleTexts, wrapTexts } from './translator.ts'

interface Step {
  does: string
  run: (page: Page) => Promise<unknown>
}

/** Both pages stand alike at first, with the pointer where it touches nothing. */
async function openTwice(page: Page, context: BrowserContext, fragment: string): Promise<Page> {
  const plain = await context.newPage()
  for (const each of [page, plain]) await open(each, fragment)
  return plain
}

/** Does each step on a page whose texts a translator has wrapped and on one left alone: both read the same after it. */
async function survives(page: Page, plain: Page, steps: readonly Step[]): Promise<void> {
  for (const { does, run } of steps) {
    await wrapTexts(page)
    for (const each of [page, plain]) await run(each)
    await expect(async () => {
      const read = await visibleTexts(page)
      expect(read.length).toBeGreaterThan(5)
      expect(read, does).toEqual(await visibleTexts(plain))
    }).toPass({ timeout: 20_000 })
  }
}

/** Plays a little on the wrapped page, and shows the days that it came to on the other. */
async function plays(page: Page, plain: Page): Promise<void> {
  await wrapTexts(page)
  const first = page.getByRole('slider', { name: 'First day' })
  const before = (await first.getAttribute('aria-valuetext')) ?? ''
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(first).not.toHaveAttribute('aria-valuetext', before)
  await wrapTexts(page)
  await page.getByRole('button', { name: 'Pause' }).click()
  const days = (await first.getAttribute('aria-valuenow')) ?? ''
  await expect(async () => {
    await plain.evaluate((hash) => location.replace(hash), new URL(page.url()).hash)
    await expect(plain.getByRole('slider', { name: 'First day' })).toHaveAttribute('aria-valuenow', days, {
      timeout: 500,
    })
  }).toPass()
  await survives(page, plain, [{ does: 'play', run: (each) => wholeTime(each) }])
}

const wholeTime = async (page: Page) => {
  await page.keyboard.press('Escape')
  const whole = page.getByRole('button', { name: 'Whole time' })
  if (await whole.isEnabled()) await whole.click()
  await page.mouse.move(2, 2)
}

/** Chosen days are read aloud once they rest: from then on both pages say them. */
const aYear: Step = {
  does: 'choose days',
  run: async (page) => {
    await page.getByRole('button', { name: '1 year' }).click()
    await expect(page.locator('.timeline [role=status]').first()).not.toBeEmpty()
  },
}

const reading: readonly Step[] = [
  { does: 'show all', run: (page) => page.evaluate(() => (location.hash = '')) },
  {
    does: 'open an incident',
    run: async (page) => {
      await rows(page).nth(1).click()
      await expect(article(page).getByRole('heading', { level: 2 })).toBeVisible()
    },
  },
  { does: 'walk to the next', run: (page) => page.keyboard.press('[') },
  { does: 'and back', run: (page) => page.keyboard.press(']') },
  { does: 'read another', run: (page) => page.evaluate((id) => (location.hash = `incident=${id}`), HAREM) },
  {
    does: 'filter it out',
    run: (page) => page.evaluate((id) => (location.hash = `type=riots&incident=${id}`), HAREM),
  },
  { does: 'change the language', run: (page) => page.evaluate(() => (location.hash += '&lang=fr')) },
  { does: 'close', run: (page) => page.keyboard.press('Escape') },
]

test.describe('a browser’s translator', () => {
  test('leaves the wide page as it is to be read', async ({ page, context }) => {
    test.setTimeout(400_000)
    const plain = await openTwice(page, context, '')
    const language = (to: string): Step => ({
      does: `language ${to}`,
      run: (each) => chooseLanguage(each, to),
    })
    await survives(page, plain, [
      { does: 'filter', run: (each) => each.getByRole('checkbox', { name: /^Battles/ }).click() },
      { does: 'see the whole time', run: wholeTime },
      { does: 'sort', run: (each) => each.getByLabel('Order').selectOption('oldest') },
      { does: 'search', run: (each) => search(each).fill('harem') },
      { does: 'search for nothing', run: (each) => search(each).fill('zzzz') },
      { does: 'search again', run: (each) => search(each).fill('clash') },
      { does: 'end the search', run: (each) => search(each).fill('') },
      {
        does: 'exclude',
        run: (each) =>
          each
            .getByRole('button', { name: /^Exclude Syrian/ })
            .first()
            .press('Enter'),
      },
      aYear,
      { does: 'clear', run: (each) => each.getByRole('button', { name: 'Clear all' }).first().click() },
      { does: 'open the legend', run: (each) => each.locator('.legend summary').click() },
      language('العربية'),
      language('Français'),
      language('English'),
      {
        does: 'export',
        run: async (each) => {
          await fromMenu(each, 'Export')
          await expect(each.locator('dialog')).toBeVisible()
        },
      },
      { does: 'leave it', run: (each) => each.keyboard.press('Escape') },
      {
        does: 'about',
        run: async (each) => {
          await fromMenu(each, 'About')
          await expect(each.locator('dialog')).toBeVisible()
        },
      },
      { does: 'leave that', run: (each) => each.keyboard.press('Escape') },
    ])
    await plays(page, plain)
    await survives(page, plain, reading)
    const fresh = await context.newPage()
    await open(fresh, fragmentOf(page).replace(/^#/, ''))
    // The order is no part of the address.
    await fresh.getByLabel('Ordre').selectOption('oldest')
    for (const part of ['.result-count', '.active-filters', '.incident-list__rows']) {
      await expect
        .poll(() => visibleTexts(fresh, part), { message: part })
        .toEqual(await visibleTexts(page, part))
    }
  })

  test('leaves the phone’s page as it is to be read', async ({ page, context }) => {
    test.setTimeout(400_000)
    const size = { width: 390, height: 844 }
    await page.setViewportSize(size)
    const plain = await context.newPage()
    await plain.setViewportSize(size)
    for (const each of [page, plain]) await open(each)
    const press = (name: string): Step => ({
      does: name,
      run: (each) => each.getByRole('button', { name, exact: true }).click(),
    })
    await survives(page, plain, [
      press('Filters'),
      { does: 'filter', run: (each) => each.getByRole('checkbox', { name: /^Battles/ }).click() },
      { does: 'search', run: (each) => search(each).fill('harem') },
      { does: 'end the search', run: (each) => search(each).fill('') },
      press('List'),
      { does: 'sort', run: (each) => each.getByLabel('Order').selectOption('deadliest') },
      press('Dates and playback'),
      aYear,
      { does: 'leave them', run: (each) => each.keyboard.press('Escape') },
      { does: 'language', run: (each) => chooseLanguage(each, 'العربية') },
      { does: 'language', run: (each) => chooseLanguage(each, 'English') },
      ...reading,
    ])
  })
})

test.describe('links to incidents', () => {
  /** The address that a link opens in a tab of its own. */
  const inTab = async (context: BrowserContext, click: () => Promise<void>) => {
    const opened = context.waitForEvent('page')
    await click()
    const tab = await opened
    await tab.waitForURL(/#/)
    const fragment = fragmentOf(tab)
    await tab.close()
    return fragment
  }

  test('open in a tab of their own by the middle button and with Ctrl, with the view as it is', async ({
    page,
    context,
  }) => {
    await open(page, 'actor=sdf')
    await page.getByRole('checkbox', { name: /^Battles/ }).click()
    await expect.poll(() => fragmentOf(page)).toContain('type=battles')
    const row = rows(page).nth(1)
    const middle = await inTab(context, () => row.click({ button: 'middle' }))
    const ctrl = await inTab(context, () => row.click({ modifiers: ['ControlOrMeta'] }))
    expect(fragmentOf(page)).not.toContain('incident=')
    const title = await row.locator('.incident-title').innerText()
    await row.click()
    await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(title)
    const here = fragmentOf(page)
    expect(here).toMatch(/^#actor=sdf&incident=[^&]+&type=battles$/)
    expect([middle, ctrl]).toEqual([here, here])
  })

  test('let their text be chosen by dragging, which opens nothing', async ({ page }) => {
    await open(page)
    const box = await rows(page).nth(1).locator('.incident-title bdi').boundingBox()
    if (!box) throw new Error('no title')
    await page.mouse.move(box.x + 4, box.y + 8)
    await page.mouse.down()
    await page.mouse.move(box.x + 150, box.y + 8, { steps: 6 })
    await page.mouse.up()
    expect((await page.evaluate(() => String(getSelection()))).length).toBeGreaterThan(5)
    expect(fragmentOf(page)).not.toContain('incident=')
    await page.mouse.click(box.x + 4, box.y + 8)
    await expect(article(page)).toBeVisible()
  })

  test('lead from an incident to those that belong with it', async ({ page, context }) => {
    await open(page, `incident=${HAREM}&type=battles`)
    const related = article(page).locator('.related a').first()
    const elsewhere = await inTab(context, () => related.click({ button: 'middle' }))
    expect(elsewhere).toMatch(/^#incident=[^&]+&type=battles$/)
    expect(elsewhere).not.toContain(HAREM)
    await related.click()
    await expect.poll(() => fragmentOf(page)).toBe(elsewhere)
  })
})

test.describe('gestures', () => {
  test('a press on a bar that moves away selects nothing, by mouse or by finger', async ({ page }) => {
    await open(page)
    const box = await page.locator('.timeline__plot').boundingBox()
    if (!box) throw new Error('no timeline')
    const [x, y] = [box.x + box.width * 0.6, box.y + box.height - 8]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 6, y - 200, { steps: 8 })
    await page.mouse.up()
    const touch = await page.context().newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + by / 20, y: y - by }],
      })
    await send('touchStart', 0)
    for (const by of [5, 20, 60, 120]) await send('touchMove', by)
    await send('touchEnd', 0)
    // A click after them chooses: what came before has been dealt with.
    await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('')
    await expect(count(page)).toHaveText('98 of 98 incidents')
    await page.mouse.click(x, y)
    await expect(page.getByRole('textbox', { name: 'From' })).not.toHaveValue('')
  })
})

test.describe('a source that a claim leads to', () => {
  for (const [name, size, fragment] of [
    ['wide', { width: 1280, height: 720 }, `incident=${HAREM}`],
    ['phone', { width: 390, height: 844 }, `incident=${HAREM}`],
    ['embed', { width: 600, height: 480 }, `embed=1&incident=${HAREM}`],
  ] as const) {
    test(`scrolls its panel alone: ${name}`, async ({ page }) => {
      await page.setViewportSize(size)
      await open(page, fragment)
      await expect(article(page).locator('.claim').first()).toBeVisible()
      const bar = await article(page).locator('.incident-panel__bar').boundingBox()
      const scrolledOutside = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((each) => each.scrollTop !== 0 && !each.classList.contains('incident-panel__body'))
            .map((each) => each.className),
        )
      const links = article(page).locator('.source-link')
      for (const link of [links.first(), links.last()]) {
        await link.evaluate((each) => each instanceof HTMLElement && each.click())
        await expect(page.locator('.source:focus')).toBeInViewport()
        expect(await scrolledOutside()).toEqual([])
        expect(await article(page).locator('.incident-panel__bar').boundingBox()).toEqual(bar)
      }
    })
  }
})

test.describe('large text', () => {
  for (const percent of [150, 200]) {
    for (const [name, size] of [
      ['wide', { width: 1440, height: 900 }],
      ['phone', { width: 390, height: 844 }],
    ] as const) {
      test(`of ${percent} % is cut nowhere: ${name}`, async ({ page }) => {
        await page.setViewportSize(size)
        await page.addInitScript((font) => {
          const enlarge = () => {
            if (document.documentElement) document.documentElement.style.fontSize = font
          }
          enlarge()
          // The document may be empty yet.
          new MutationObserver(enlarge).observe(document, { childList: true })
        }, `${percent}%`)
        for (const lang of ['en', 'ar']) {
          await open(page, `lang=${lang}`)
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
            `${(16 * percent) / 100}px`,
          )
          expect(await cutTexts(page), lang).toEqual([])
          for (const tab of await page.locator('.phone__tabs [aria-controls=sheet]').all()) {
            await tab.click()
            expect(await cutTexts(page), `${lang} ${await tab.textContent()}`).toEqual([])
          }
        }
        await open(page, `incident=${HAREM}`)
        await expect(article(page).locator('.claim').first()).toBeVisible()
        expect(await cutTexts(page), 'incident').toEqual([])
      })
    }
  }
})

test.describe('Arabic', () => {
  // What is drawn with everything that cuts turned off is to be what is drawn.
  test('is drawn with all its dots, and years are whole', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, 'lang=ar&from=2025-10-01&to=2025-11-30')
    await page.evaluate(() => document.fonts.ready)
    // Left out whole where it has no room beside the days.
    await page
      .locator('.timeline__range > span')
      .last()
      .evaluate((told) => (told.style.visibility = 'hidden'))
    for (const part of ['.incident-list__rows', '.timeline__head', '.timeline__axis', '.facet-list']) {
      const drawn = page.locator(part).first()
      const letters = await drawn.innerText()
      expect(letters, part).toMatch(/[ية]/)
      const box = await drawn.boundingBox()
      if (!box) throw new Error(`no ${part}`)
      const clip = { ...box, height: Math.min(box.height, 300) }
      const cut = await page.screenshot({ clip })
      await drawn.evaluate((root) => {
        for (const each of root.querySelectorAll('*'))
          if (each instanceof HTMLElement && !each.closest('.visually-hidden, .facet-row__tools'))
            each.style.overflow = 'visible'
        if (root instanceof HTMLElement) root.style.overflow = 'visible'
      })
      const whole = await page.screenshot({ clip })
      expect(await differingPixels(page, cut, whole), part).toBe(0)
    }
    for (const label of await page.locator('.timeline__axis span').all()) {
      const [own, axis] = [await label.boundingBox(), await page.locator('.timeline__axis').boundingBox()]
      expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThanOrEqual((axis?.x ?? 0) + (axis?.width ?? 0) + 0.5)
    }
  })
})
