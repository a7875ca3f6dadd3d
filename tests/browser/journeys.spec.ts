import {
  article,
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

test.describe('finding', () => {
  for (const text of ['حارم', 'harem', 'Harim', 'Omsen', 'أومسين', 'Ghuraba', 'Ghouraba']) {
    test(`the Harem case by ${text}`, async ({ page }) => {
      await open(page)
      await search(page).fill(text)
      await expect(rows(page).filter({ hasText: 'Clashes at the' })).toBeVisible()
      await expect(count(page)).not.toHaveText(/^98 of/)
    })
  }

  test('leaves out what is excluded, and takes a phrase as one', async ({ page }) => {
    await open(page)
    await search(page).fill('harem')
    await expect(count(page)).not.toHaveText(/^98 of/)
    const all = Number.parseInt((await count(page).textContent()) ?? '', 10)
    await search(page).fill('harem -clashes')
    await expect(count(page)).not.toHaveText(new RegExp(`^${all} of`))
    await search(page).fill('"French camp"')
    await expect(rows(page).first()).toBeVisible()
    await expect(page.locator('mark').first()).toHaveText(/French|camp/i)
  })

  test('tells whether a post is already here', async ({ page }) => {
    await open(page)
    await search(page).fill(
      'http://hurriyetdailynews.com/syrian-forces-agree-truce-with-french-led-jihadist-group-214956/?utm_source=x',
    )
    await expect(page.locator('.search-box__hint')).toHaveText('1 incident cites this address.')
    await search(page).fill('https://example.org/never-seen')
    await expect(page.locator('.search-box__hint')).toHaveText('No incident cites this address yet.')
  })

  test('tells that a post is here also where other filters keep it out', async ({ page }) => {
    await open(page, 'type=riots')
    await search(page).fill(
      'hurriyetdailynews.com/syrian-forces-agree-truce-with-french-led-jihadist-group-214956',
    )
    await expect(count(page)).toHaveText('0 of 98 incidents')
    await expect(page.locator('.search-box__hint')).toHaveText('1 incident cites this address.')
  })
})

test('reads the Harem case: no number of dead that no one gave, what is disputed, who says what and where', async ({
  page,
}) => {
  await open(page, `incident=${HAREM}`)
  await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(
    "Clashes at the 'French camp' in Harem",
  )
  const inShort = article(page).locator('.in-short')
  await expect(inShort).toContainText('no confirmed toll contested')
  await expect(inShort).toContainText(/Syrian Observatory for Human Rights several killed or wounded/)
  await expect(inShort).toContainText('AFP and Al Arabiya correspondents no casualties confirmed')
  await expect(article(page).locator('.casualties__figure')).toHaveCount(0)
  await expect(article(page)).not.toContainText(/at least 1\b/)
  await expect(article(page).locator('.source')).toHaveCount(18)
  await expect(article(page).locator('.source', { hasText: 'Article, no link known' })).toHaveCount(1)
  await expect(article(page).locator('.claim', { hasText: 'Attributed to Omar Omsen' })).toHaveCount(1)
  await expect(article(page).locator('.claim--denies')).not.toHaveCount(0)
  await expect(article(page).locator('.claim--disputes')).not.toHaveCount(0)
  await inShort.getByRole('button', { name: 'why', exact: true }).click()
  await expect(article(page).getByRole('heading', { name: /^why/ })).toBeFocused()
  const links = article(page).locator('.source a')
  for (const link of await links.all()) {
    expect(await link.getAttribute('href')).toMatch(/^https?:\/\//)
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
  }
  await article(page).locator('.claim .source-link').first().click()
  await expect(article(page).locator('.source:focus')).toHaveCount(1)
  expect(fragmentOf(page)).toBe(`#incident=${HAREM}`)
})

test('counts agree: map, timeline, list, facets, chips', async ({ page }) => {
  await open(page, 'from=2025-10-01&to=2025-10-31')
  await mapDrawn(page)
  const total = Number.parseInt((await count(page).textContent()) ?? '', 10)
  expect(total).toBeGreaterThan(20)
  await expect(page.locator('.timeline__range')).toContainText(`${total} of 98 incidents`)
  await expect(rows(page).first()).toHaveAttribute('data-row', '0')
  await expect(page.locator('.incident-row').first()).toHaveAttribute('aria-setsize', String(total))
  const facets = page.locator('.filter-section').first().locator('.facet-row__count')
  const sum = (await facets.allTextContents()).reduce((all, text) => all + Number(text), 0)
  expect(sum).toBe(total)
})

test('filters by an actor, excludes one, and each is one entry that Back undoes', async ({ page }) => {
  await open(page)
  const actors = page.locator('.filter-section').filter({ hasText: 'Actor' }).last()
  await actors.getByRole('textbox').fill('Ghuraba')
  await actors.getByRole('checkbox', { name: /Firqat al-Ghuraba/ }).check()
  await expect(count(page)).toHaveText('10 of 98 incidents')
  expect(fragmentOf(page)).toContain('actor=firqat-al-ghuraba')
  await actors.getByRole('textbox').fill('Observatory')
  await actors.getByText('Syrian Observatory').hover()
  await actors.getByRole('button', { name: /^Exclude Syrian Observatory/ }).click()
  await expect(count(page)).not.toHaveText('10 of 98 incidents')
  expect(fragmentOf(page)).toContain('!sohr')
  await page.goBack()
  await expect(count(page)).toHaveText('10 of 98 incidents')
  await page.goBack()
  await expect(count(page)).toHaveText('98 of 98 incidents')
  await page.goForward()
  await expect(count(page)).toHaveText('10 of 98 incidents')
})

test('a link opens the same incidents, dates and camera in a fresh browser', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, 'map=8.5/36.1/36.7&from=2025-10-01&to=2025-10-31&type=battles,!riots&lang=en')
  await mapDrawn(page)
  const shown = await count(page).textContent()
  await rows(page).first().click()
  await expect(article(page)).toBeVisible()
  const link = page.url()
  const other = await browser.newContext({
    timezoneId: 'Pacific/Kiritimati',
    ...(baseURL ? { baseURL } : {}),
  })
  const fresh = await other.newPage()
  await fresh.goto(link)
  await expect(count(fresh)).toHaveText(shown ?? '')
  await expect(article(fresh).getByRole('heading', { level: 2 })).toHaveText(
    (await article(page).getByRole('heading', { level: 2 }).textContent()) ?? '',
  )
  await expect(fresh.getByRole('textbox', { name: 'From' })).toHaveValue('1 Oct 2025')
  await expect(fresh.getByRole('textbox', { name: 'To', exact: true })).toHaveValue('31 Oct 2025')
  expect(fragmentOf(fresh)).toContain('map=8.5/36.1/36.7')
  await other.close()
})

test('choosing days: presets from the last day of the data, typed dates, keys, playing', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: '30 days' }).click()
  await expect(page.getByRole('textbox', { name: 'To', exact: true })).toHaveValue('10 May 2026')
  expect(fragmentOf(page)).toContain('from=2026-04-11&to=2026-05-10')
  await page.getByRole('textbox', { name: 'From' }).fill('2025-10-01')
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('31 October 2025')
  await expect(page.getByRole('slider', { name: 'First day' })).toHaveAttribute(
    'aria-valuetext',
    '1 October 2025',
  )
  await page.getByRole('slider', { name: 'Last day' }).press('ArrowLeft')
  await expect(page.getByRole('textbox', { name: 'To', exact: true })).toHaveValue('30 Oct 2025')
  await page.getByRole('slider', { name: 'Range of days' }).press('PageUp')
  await expect(page.getByRole('slider', { name: 'First day' })).toHaveAttribute(
    'aria-valuetext',
    '1 November 2025',
  )
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'First day' })).not.toHaveAttribute(
    'aria-valuetext',
    '1 November 2025',
  )
  await page.getByRole('button', { name: 'Pause' }).click()
})

test('brushes by hand, and a click chooses a bin', async ({ page }) => {
  await open(page)
  const plot = page.locator('.timeline__plot')
  const box = await plot.boundingBox()
  if (!box) throw new Error('no timeline')
  await page.mouse.move(box.x + box.width * 0.3, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.4, box.y + 40, { steps: 8 })
  await page.mouse.up()
  await expect(count(page)).not.toHaveText('98 of 98 incidents')
  await expect.poll(() => fragmentOf(page)).toMatch(/from=2025-\d\d-\d\d&to=2025-\d\d-\d\d/)
  await plot.dblclick({ position: { x: box.width * 0.8, y: 20 } })
  await expect(count(page)).toHaveText('98 of 98 incidents')
})

test('the map: a mark opens what it is, one place with many is listed, the legend filters', async ({
  page,
}) => {
  await open(page, 'map=11/36.2078/36.5192')
  await mapDrawn(page)
  const canvas = page.locator('canvas.maplibregl-canvas')
  const box = await canvas.boundingBox()
  if (!box) throw new Error('no map')
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect(page.locator('.list-head')).toContainText('at Harem', { timeout: 1_500 })
  }).toPass()
  await expect(rows(page).first()).toBeVisible()
  const listed = Number(await page.locator('.incident-row').first().getAttribute('aria-setsize'))
  expect(listed).toBe(12)
  await page.getByRole('button', { name: 'Back to the whole list' }).click()
  await expect(page.locator('.incident-row').first()).toHaveAttribute('aria-setsize', '98')
  await page.locator('.legend summary').click()
  await page.locator('.legend').getByRole('button', { name: /Riots/ }).click()
  await expect(count(page)).toHaveText('4 of 98 incidents')
})

test('what is pointed at and chosen is drawn over the map, which is not painted anew for it', async ({
  page,
}) => {
  // Counts what the graphics are asked to draw.
  await page.addInitScript(() => {
    const gl = WebGL2RenderingContext.prototype
    Object.assign(window, { painted: 0 })
    gl.drawElements = new Proxy(gl.drawElements, {
      apply(draw, context: WebGL2RenderingContext, given: unknown[]) {
        const counter = window as unknown as { painted: number }
        counter.painted += 1
        Reflect.apply(draw, context, given)
      },
    })
  })
  await open(page, 'map=6.5/35/38')
  await mapDrawn(page)
  const painted = () => page.evaluate(() => (window as unknown as { painted: number }).painted)
  const marks = page.locator('canvas.map-panel__cells')
  const picture = () => marks.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  /** What has been painted, once nothing more is. */
  const atRest = async () => {
    let before = 0
    await expect
      .poll(
        async () => {
          const last = before
          before = await painted()
          return before > 0 && before === last
        },
        { intervals: [1_000], timeout: 20_000 },
      )
      .toBe(true)
    return before
  }
  const before = await atRest()

  const whole = await picture()
  await rows(page).nth(2).hover()
  await expect.poll(picture).not.toBe(whole)
  expect(await painted()).toBe(before)
  const pointed = await picture()
  await page.getByRole('checkbox', { name: /Battles/ }).check()
  await expect(count(page)).toHaveText('19 of 98 incidents')
  await expect.poll(picture).not.toBe(pointed)
  // Names step aside for the marks that are left, once these rest.
  const after = await atRest()
  await page.getByRole('combobox', { name: 'Draw' }).selectOption('points')
  await expect.poll(() => fragmentOf(page)).toContain('show=points')
  expect(await painted()).toBe(after)

  await page.getByRole('combobox', { name: 'Draw' }).selectOption('heat')
  await expect.poll(painted).toBeGreaterThan(after)
})

test('what is known only to its country is offered, not drawn', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: '3 incidents known only to the country: Syria' }).click()
  await expect(count(page)).toHaveText('3 of 98 incidents')
})

test('nothing found: says which filter to relax, and offers it', async ({ page }) => {
  await open(page, 'type=riots&from=2025-10-22&to=2025-10-22')
  await expect(page.getByText('No incident passes all filters')).toBeVisible()
  await page.getByRole('button', { name: 'Without Event type: 8 incidents' }).click()
  await expect(count(page)).toHaveText('8 of 98 incidents')
})

test('an incident that is filtered out says so, one that is gone says so', async ({ page }) => {
  await open(page, `incident=${HAREM}&type=riots`)
  await expect(article(page)).toContainText('Filtered out by: Event type')
  await article(page).getByRole('button', { name: 'Clear these filters' }).click()
  await expect(count(page)).toHaveText('98 of 98 incidents')
  await open(page, 'incident=never-was&lang=en')
  await expect(article(page)).toContainText('not in the data set')
})

test('earlier and later walk the results in time', async ({ page }) => {
  await open(page, `incident=${HAREM}`)
  const heading = article(page).getByRole('heading', { level: 2 })
  const first = await heading.textContent()
  await page.keyboard.press(']')
  await expect(heading).not.toHaveText(first ?? '')
  await page.keyboard.press('[')
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('Escape')
  await expect(article(page)).toHaveCount(0)
})

test('exports exactly what passes the filters, safe for a spreadsheet', async ({ page }) => {
  await open(page, 'actor=firqat-al-ghuraba')
  await expect(count(page)).toHaveText('10 of 98 incidents')
  await fromMenu(page, 'Export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Map data (GeoJSON)' }).click(),
  ])
  const stream = await download.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const saved = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { features: { id: string }[] }
  expect(saved.features).toHaveLength(10)
  expect(saved.features.map(({ id }) => id)).toContain(HAREM)
})

test('a first visit says in one look what this is', async ({ page }) => {
  await page.addInitScript(() => localStorage.removeItem('incident-atlas:welcome-seen'))
  await open(page)
  const welcome = page.getByRole('dialog', { name: 'Welcome' })
  await expect(welcome).toContainText('98 incidents · 315 sources')
  await expect(welcome).toContainText('Incident Atlas contributors')
  await expect(welcome).toContainText('CC BY 4.0')
  await welcome.getByRole('button', { name: 'Explore' }).click()
  await expect(welcome).toHaveCount(0)
})
