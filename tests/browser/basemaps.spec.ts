import type { Page } from '@playwright/test'
import { expect, fragmentOf, HAREM, mapDrawn, open, test } from './atlas.ts'
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
    await page.screenshot({ path: '/tmp/w/basemaps/ofm.png' })
  })

  test('satellite: the day of the incident, stepped, and two days under a divider', async ({ page }) => {
    await open(page, `incident=${HAREM}`)
    await choose(page, /picture of the day/)
    const group = page.getByRole('group', { name: 'Day of the satellite picture' })
    await expect(group).toContainText('22 October 2025')
    await expect(group).toContainText('Day of the open incident')
    await expect.poll(() => hosts.asked.some((url) => url.includes('/2025-10-22/'))).toBe(true)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: '/tmp/w/basemaps/day.png' })
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
    await page.screenshot({ path: '/tmp/w/basemaps/swipe.png' })
    expect(askedHosts()).toEqual(['gibs.earthdata.nasa.gov'])
  })

  test('satellite: a day without a picture is named, with ways on', async ({ page }) => {
    hosts.behaviour.missingDays = ['2025-10-22']
    await open(page, `incident=${HAREM}`)
    await choose(page, /picture of the day/)
    await expect(page.getByText('No picture of 22 October 2025 for the area in sight')).toBeVisible()
    await page.screenshot({ path: '/tmp/w/basemaps/missing.png' })
    await page.getByRole('status').getByRole('button', { name: 'Previous day' }).click()
    await expect(page.getByText('No picture of')).toHaveCount(0)
    await expect.poll(() => hosts.asked.some((url) => url.includes('/2025-10-21/'))).toBe(true)
  })
})
