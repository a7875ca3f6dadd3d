import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, fragmentOf, HAREM, mapDrawn, open, rows, tabTo, test } from './atlas.ts'
import { BASEMAP_HOSTS, serveBasemaps, type BasemapHosts } from './basemapHosts.ts'

test.describe('a chosen basemap', () => {
  test.use({ expectedHosts: BASEMAP_HOSTS })
  let hosts: BasemapHosts
  test.beforeEach(async ({ page }) => {
    hosts = await serveBasemaps(page)
  })
  test.afterEach(() => hosts.close())

  const dialog = (page: Page) => page.getByRole('dialog')
  /** Chooses a basemap in the dialog and agrees. */
  async function choose(page: Page, name: RegExp): Promise<void> {
    await page.getByRole('button', { name: 'Basemap' }).click()
    await dialog(page).getByRole('radio', { name }).check()
    await dialog(page)
      .getByRole('button', { name: /^Load from|^Show this map/ })
      .click()
  }
  /** The hosts that were asked. */
  const askedHosts = () => [...new Set(hosts.asked.map((url) => url.split('/')[0]))]

  test('asks nothing before it is chosen, names host and licence first, then asks that host alone', async ({
    page,
  }) => {
    await open(page)
    await mapDrawn(page)
    await page.getByRole('button', { name: 'Basemap' }).click()
    for (const [name, host] of [
      [/OpenFreeMap/, 'tiles.openfreemap.org'],
      [/picture of the day/, 'gibs.earthdata.nasa.gov'],
      [/Sentinel-2/, 'tiles.maps.eox.at'],
    ] as const) {
      await dialog(page).getByRole('radio', { name }).check()
      await expect(dialog(page)).toContainText(`would ask ${host}, which then learns your network address`)
      await expect(dialog(page).getByRole('button', { name: `Load from ${host}` })).toBeVisible()
    }
    await expect(dialog(page)).toContainText('CC BY 4.0')
    await dialog(page).getByLabel('Version').selectOption('2020')
    await expect(dialog(page)).toContainText('CC BY-NC-SA 4.0')
    await expect(dialog(page)).toContainText('modified Copernicus Sentinel data 2020')
    await dialog(page).getByLabel('Version').selectOption('2016')
    expect(hosts.asked).toEqual([])
    await dialog(page).getByRole('button', { name: 'Load from tiles.maps.eox.at' }).click()
    await expect.poll(() => hosts.asked.length).toBeGreaterThan(0)
    expect(hosts.asked[0]).toMatch(
      /^tiles\.maps\.eox\.at\/wmts\/1\.0\.0\/s2cloudless_3857\/default\/g\/\d+\/\d+\/\d+\.jpg$/,
    )
    expect(fragmentOf(page)).toContain('basemap=sentinel-2')
    await expect(page.getByText('by EOX IT Services GmbH')).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(askedHosts()).toEqual(['tiles.maps.eox.at'])
    for (const { referer, cookie } of hosts.headers) expect({ referer, cookie }).toEqual({})
  })

  test('by a link asks first; who declines keeps the built-in map', async ({ page }) => {
    await open(page, 'basemap=openfreemap')
    await expect(dialog(page).getByRole('radio', { name: /OpenFreeMap/ })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect.poll(() => fragmentOf(page)).not.toContain('basemap')
    expect(hosts.asked).toEqual([])
  })

  test('by a link that this site does not offer is named', async ({ page }) => {
    await open(page, 'basemap=elsewhere')
    await expect(page.getByText('the map “elsewhere”, which this site does not offer')).toBeVisible()
  })

  test('is remembered only if asked', async ({ page }) => {
    await open(page)
    await choose(page, /Sentinel-2/)
    await expect.poll(() => hosts.asked.length).toBeGreaterThan(0)
    expect(await page.evaluate(() => localStorage.getItem('incident-atlas:basemap'))).toBeNull()
    await page.getByRole('button', { name: 'Basemap' }).click()
    await dialog(page).getByRole('checkbox', { name: 'Remember' }).check()
    await dialog(page).getByRole('button', { name: 'Show this map' }).click()
    hosts.asked.length = 0
    await open(page)
    await expect.poll(() => hosts.asked.length).toBeGreaterThan(0)
    await choose(page, /Built-in/)
    expect(await page.evaluate(() => localStorage.getItem('incident-atlas:basemap'))).toBeNull()
    expect(askedHosts()).toEqual(['tiles.maps.eox.at'])
  })

  test('OpenFreeMap: its style by theme, without its fonts', async ({ page }) => {
    await open(page, 'map=8/36.2/37.1')
    await choose(page, /OpenFreeMap/)
    await expect.poll(() => hosts.asked.some((url) => url.endsWith('.pbf'))).toBe(true)
    expect(hosts.asked[0]).toBe('tiles.openfreemap.org/styles/positron')
    await page.waitForLoadState('networkidle')
    expect(hosts.asked.filter((url) => url.includes('fonts'))).toEqual([])
    expect(askedHosts()).toEqual(['tiles.openfreemap.org'])
  })

  test('satellite: the day of the incident, stepped, and two days under a divider', async ({ page }) => {
    await open(page, `incident=${HAREM}`)
    await choose(page, /picture of the day/)
    const group = page.getByRole('group', { name: 'Day of the satellite picture' })
    await expect(group).toContainText('22 October 2025')
    await expect(group).toContainText('Day of the open incident')
    await expect.poll(() => hosts.asked.some((url) => url.includes('/2025-10-22/'))).toBe(true)
    await page.waitForLoadState('networkidle')
    await group.getByRole('button', { name: 'Next day' }).click()
    await expect(group).toContainText('23 October 2025')
    await expect.poll(() => fragmentOf(page)).toContain('basemap=satellite-of-the-day/2025-10-23')
    await group.getByRole('button', { name: 'Before and after' }).click()
    await expect(group).toContainText('21 October 2025')
    const divider = page.getByRole('slider', { name: 'Divider between before and after' })
    await divider.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(divider).toHaveAttribute('aria-valuenow', '48')
    await expect(divider).toHaveAttribute(
      'aria-valuetext',
      '48% before (21 October 2025), the rest after (23 October 2025)',
    )
    await page.waitForLoadState('networkidle')
    expect(askedHosts()).toEqual(['gibs.earthdata.nasa.gov'])
  })

  test('satellite: a day without a picture is named, with ways on', async ({ page }) => {
    hosts.behaviour.missingDays = ['2025-10-22']
    await open(page, `incident=${HAREM}`)
    await choose(page, /picture of the day/)
    await expect(page.getByText('No picture of 22 October 2025 for the area in sight')).toBeVisible()
    await page.getByRole('status').getByRole('button', { name: 'Previous day' }).click()
    await expect(page.getByText('No picture of')).toHaveCount(0)
    await expect.poll(() => hosts.asked.some((url) => url.includes('/2025-10-21/'))).toBe(true)
  })

  /** Chooses the basemap of the link by the keyboard alone. */
  async function agreeByKeyboard(page: Page): Promise<void> {
    const load = dialog(page).getByRole('button', { name: /^(Load from|Charger depuis|التحميل من)/ })
    await tabTo(page, load)
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toHaveCount(0)
  }

  test('a host that refuses is named; trying again helps once it answers', async ({ page }) => {
    hosts.behaviour.status = 503
    await open(page, 'basemap=openfreemap')
    await agreeByKeyboard(page)
    const report = page
      .getByRole('status')
      .filter({ hasText: 'tiles.openfreemap.org does not answer, or refuses' })
    await expect(report).toBeVisible()
    hosts.behaviour = {}
    await report.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => hosts.asked.some((url) => url.endsWith('.pbf'))).toBe(true)
    await expect(report).toHaveCount(0)
  })

  test('pictures that are refused are named, and the built-in map is one click away', async ({ page }) => {
    hosts.behaviour.status = 500
    await open(page, 'basemap=sentinel-2')
    await agreeByKeyboard(page)
    const report = page
      .getByRole('status')
      .filter({ hasText: 'tiles.maps.eox.at does not answer, or refuses' })
    await report.getByRole('button', { name: 'Built-in map' }).click()
    await expect(report).toHaveCount(0)
    await expect.poll(() => fragmentOf(page)).not.toContain('basemap')
  })

  test('a host that does not answer is called slow', async ({ page }) => {
    hosts.behaviour.silent = true
    await open(page, 'basemap=satellite-of-the-day')
    await agreeByKeyboard(page)
    await expect(page.getByText('gibs.earthdata.nasa.gov is slow to answer')).toBeVisible()
  })

  for (const [what, styleText] of [
    ['a page of HTML', '<!doctype html>'],
    [
      'a style that the map library refuses',
      '{"version": 8, "sources": {}, "layers": [{"id": "a", "type": "no"}]}',
    ],
    [
      'a style that names another host',
      '{"version": 8, "sources": {"a": {"type": "raster", "tiles": ["https://gibs.earthdata.nasa.gov/{z}/{x}/{y}.png"]}}, "layers": [{"id": "a", "type": "raster", "source": "a"}]}',
    ],
  ] as const) {
    test(`${what} in place of the style is a failure that is told`, async ({ page }) => {
      hosts.behaviour.styleText = styleText
      await open(page, 'basemap=openfreemap')
      await agreeByKeyboard(page)
      await expect(page.getByText('tiles.openfreemap.org does not answer, or refuses')).toBeVisible()
      expect(askedHosts()).toEqual(['tiles.openfreemap.org'])
      await mapDrawn(page)
    })
  }

  test('satellite at 30 m: a day without a pass is named', async ({ page }) => {
    await open(page, 'basemap=satellite-of-the-day/30m/2025-10-22')
    await agreeByKeyboard(page)
    await expect(page.getByText('No picture of 22 October 2025')).toBeVisible()
    expect(hosts.asked[0]).toContain('/HLS_S30_Nadir_BRDF_Adjusted_Reflectance/default/2025-10-22/')
  })

  test('satellite: follows another incident, the time filter, and Back', async ({ page }) => {
    await open(page, 'basemap=satellite-of-the-day/2025-08-01&to=2025-10-05')
    await agreeByKeyboard(page)
    const group = page.getByRole('group', { name: 'Day of the satellite picture' })
    await expect(group).toContainText('Day chosen here')
    await group.getByRole('button', { name: 'Choose the day by incident or filter again' }).click()
    await expect(group).toContainText('5 October 2025')
    await group.getByRole('button', { name: 'Next day' }).click()
    await expect(group).toContainText('6 October 2025')
    await rows(page).first().click()
    await expect(group).toContainText('Day of the open incident')
    await expect.poll(() => fragmentOf(page)).toMatch(/basemap=satellite-of-the-day&/)
    await page.goBack()
    await expect(group).toContainText('6 October 2025')
  })

  /** Colour in the middle of a part of the map's picture, as the sum of red, green and blue. */
  async function brightness(page: Page, share: number): Promise<number> {
    const picture = await page.screenshot()
    return page.evaluate(
      async ([text, at]) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0)
        const image = await createImageBitmap(new Blob([bytes]))
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        const { data } = context?.getImageData(image.width * at, image.height / 2, 1, 1) ?? { data: [] }
        return (data[0] ?? 0) + (data[1] ?? 0) + (data[2] ?? 0)
      },
      [picture.toString('base64'), share] as const,
    )
  }

  test('satellite: each side of the divider shows its own day, also where that has no picture', async ({
    page,
  }) => {
    // The sea south of Crete: no names, no incidents.
    await open(page, 'basemap=satellite-of-the-day/2025-10-21..2025-10-23&map=8/33.5/25&embed=1')
    await agreeByKeyboard(page)
    const isYellow = async (share: number) => (await brightness(page, share)) > 400
    const isGreen = async (share: number) => {
      const sum = await brightness(page, share)
      return sum > 120 && sum < 200
    }
    await expect.poll(() => isYellow(0.3)).toBe(true)
    await expect.poll(() => isGreen(0.7)).toBe(true)
    const divider = page.getByRole('slider', { name: 'Divider' })
    await divider.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => isGreen(0.3)).toBe(true)
    await page.keyboard.press('End')
    await expect.poll(() => isYellow(0.7)).toBe(true)
    hosts.behaviour.missingDays = ['2025-10-22']
    await page.getByRole('button', { name: 'Before: Next day' }).click()
    await expect(page.getByText('No picture of 22 October 2025')).toBeVisible()
    await expect.poll(() => brightness(page, 0.7)).toBeLessThan(120)
  })

  for (const lang of ['en', 'ar', 'fr'])
    for (const width of [1280, 390])
      test(`axe finds nothing: ${lang}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 })
        hosts.behaviour.missingDays = ['2025-10-23']
        await open(
          page,
          `basemap=satellite-of-the-day/compare&to=2025-10-22&lang=${lang}&theme=${lang === 'ar' ? 'dark' : 'light'}`,
        )
        await expect(dialog(page)).toBeVisible()
        expect(await axe(page)).toEqual([])
        await agreeByKeyboard(page)
        await expect(page.getByRole('slider').first()).toBeVisible()
        await expect(page.locator('.basemaps__report')).toBeVisible()
        expect(await axe(page)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      })

  async function axe(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).exclude('canvas').analyze()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    )
  }
})
