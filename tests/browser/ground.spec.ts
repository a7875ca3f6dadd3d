import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, mapDrawn, open, test } from './atlas.ts'
import { differingPixels } from './differingPixels.ts'
import { pretendGraphicsCard } from './graphicsCard.ts'

/** With `UPDATE_GROUND=1` the pictures are taken anew: look at each before it is committed. */
const isUpdate = process.env['UPDATE_GROUND'] === '1'
const folder = new URL('ground/', import.meta.url)
const SIZE = { width: 560, height: 400 }
/** Share of pixels that may differ: fonts and graphics are drawn a little differently on each machine. */
const TOLERANCE = 0.02

const places = [
  { name: 'world', fragment: 'map=1/25/20' },
  { name: 'fiji-dark', fragment: 'map=6/-17.8/179.5&theme=dark' },
  { name: 'kashmir', fragment: 'map=5.5/34.5/76' },
  { name: 'khartoum-arabic', fragment: 'map=7/15.6/32.5&lang=ar' },
  { name: 'el-fasher', fragment: 'map=8/13.5/25' },
  { name: 'kharkiv-dark', fragment: 'map=9/50/36.25&theme=dark' },
  { name: 'gaza', fragment: 'map=9/31.4/34.4' },
  { name: 'golan-french', fragment: 'map=8/33.1/35.9&lang=fr' },
  { name: 'sanaa-arabic-dark', fragment: 'map=8/15.35/44.2&lang=ar&theme=dark' },
  { name: 'harem', fragment: 'map=11/36.21/36.52' },
  { name: 'aleppo-french', fragment: 'map=10/36.2/37.15&lang=fr' },
  { name: 'sweida-dark', fragment: 'map=10/32.7/36.57&theme=dark' },
]

for (const { name, fragment } of places) {
  test(`the ground at ${name} is as it was looked at`, async ({ page }) => {
    await page.setViewportSize(SIZE)
    await pretendGraphicsCard(page)
    await open(page, `embed=1&${fragment}`)
    const taken = await atRest(page)
    const file = new URL(`${name}.jpeg`, folder)
    if (isUpdate) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, taken)
    }
    const differing = await differingPixels(page, readFileSync(file), taken)
    expect(differing / (SIZE.width * SIZE.height)).toBeLessThan(TOLERANCE)
  })
}

/** A site of which no country is known: it has all packs, and not those of the bundled data set alone. */
test.beforeEach(({ context }) =>
  context.route(/\/basemap\/packs[./]/, (route) =>
    route.fulfill({ path: `public${new URL(route.request().url()).pathname}` }),
  ),
)

/** The files of the basemap that a page asks for, once it rests. */
async function askedFor(page: Page, fragment: string): Promise<string[]> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const [, file] = request.url().split('/basemap/')
    if (file) asked.add(`${file} ${request.headers()['range'] ?? ''}`.trim())
  })
  await open(page, `embed=1&${fragment}`)
  await atRest(page)
  return [...asked].toSorted()
}

test('two areas of one country ask the same of the host, and each file whole', async ({ page, context }) => {
  await pretendGraphicsCard(context)
  const aleppo = await askedFor(page, 'map=11/36.2/37.15')
  expect(aleppo).toEqual(['ground.pmtiles', 'packs.json', 'packs/SY.pmtiles', 'relief.pmtiles'])
  expect(await askedFor(await context.newPage(), 'map=10/32.7/36.57')).toEqual(aleppo)
})

test('the first counts do not wait for relief and packs', async ({ page }) => {
  const order: string[] = []
  await pretendGraphicsCard(page)
  page.on('request', (request) => order.push(request.url()))
  await open(page, 'map=9/36.2/37.15')
  await expect.poll(() => order.some((url) => url.endsWith('packs/SY.pmtiles'))).toBe(true)
  const at = (file: string) => order.findIndex((url) => url.includes(file))
  for (const later of ['relief.pmtiles', 'packs.json', 'packs/SY.pmtiles'])
    expect(at(later), later).toBeGreaterThan(at('columns.arrow.gz'))
})

test('no pack is asked for while the reader has switched that off', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const packs = () => asked.filter((path) => path.includes('/packs'))
  const setDetail = async (isOn: boolean) => {
    await page.getByRole('button', { name: 'Basemap' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /more detail near/ }).setChecked(isOn)
    await dialog.getByRole('button', { name: 'Show this map' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await open(page, 'map=3/36/38')
  await mapDrawn(page)
  await setDetail(false)
  // Where a pack would be fetched, then on a later visit there.
  await page.evaluate(() => (location.hash = 'map=9/36.2/37.15'))
  await page.waitForLoadState('networkidle')
  await page.reload()
  await mapDrawn(page)
  await page.waitForLoadState('networkidle')
  expect(packs()).toEqual([])
  await setDetail(true)
  await expect.poll(packs).toEqual(['/basemap/packs.json', '/basemap/packs/SY.pmtiles'])
})

test('no relief for those who ask for more contrast', async ({ page }) => {
  await pretendGraphicsCard(page)
  await page.emulateMedia({ contrast: 'more' })
  expect(await askedFor(page, 'map=5/36/38')).toEqual(['ground.pmtiles'])
})

test('no relief where the processor draws the map', async ({ page, context }) => {
  expect(await askedFor(page, 'map=5/36/38')).toEqual(['ground.pmtiles'])
  const other = await context.newPage()
  await pretendGraphicsCard(other)
  expect(await askedFor(other, 'map=5/36/38')).toEqual(['ground.pmtiles', 'relief.pmtiles'])
})

/** The map alone, without what lies over it, once two pictures of it are the same. */
async function atRest(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      'body * { visibility: hidden !important } canvas.maplibregl-canvas { visibility: visible !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  let last: Buffer = Buffer.alloc(0)
  await expect
    .poll(
      async () => {
        const before = last
        last = await page.screenshot({ type: 'jpeg', quality: 60 })
        return before.equals(last)
      },
      { intervals: [1_500], timeout: 60_000 },
    )
    .toBe(true)
  return last
}
