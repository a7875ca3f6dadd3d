import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publish } from '../../src/cli/publish.ts'
import { start } from '../../src/cli/start.ts'
import { interpretFiles, readFiles } from '../../src/ingest/importFiles.ts'
import { article, count, expect, fromMenu, HAREM, open, test } from './atlas.ts'

test.describe('a file of what is shown', () => {
  for (const [label, name] of [
    [/CSV/, 'incidents.csv'],
    [/XLSX/, 'incidents.xlsx'],
    [/GeoJSON/, 'incidents.geojson'],
    [/GeoParquet/, 'incidents.parquet'],
    [/\(JSON\)/, 'incidents.json'],
  ] as const) {
    test(`has as many records as are counted: ${name}`, async ({ page }) => {
      await open(page, 'type=battles')
      const [shown] = (await count(page).textContent())?.match(/\d+/) ?? []
      await fromMenu(page, 'Export')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: label }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe(name)
      const bytes = await readFile(await file.path())
      const { report, record } = await interpretFiles(
        await readFiles([{ name, bytes }]),
        {},
        { today: 20_700 },
      )
      expect(report.incidents).toBe(Number(shown))
      expect(record(0).type).toBe('battles')
    })
  }

  test('says in a file beside it whose data it is and what was filtered', async ({ page }) => {
    await open(page, 'type=battles')
    await fromMenu(page, 'Export')
    await page.getByLabel('A text file beside it').check()
    const downloads: string[] = []
    page.on('download', (download) => {
      void download.path().then(async (path) => downloads.push(await readFile(path, 'utf8')))
    })
    await page.getByRole('button', { name: /GeoJSON/ }).click()
    await expect.poll(() => downloads.length).toBe(2)
    const notes = downloads.find((text) => text.startsWith('Data set: ')) ?? ''
    expect(notes).toContain('Licence: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/')
    expect(notes).toContain('Filters: type=battles')
    expect(notes).toMatch(/Address of the view: http:\/\/localhost:\d+\/#.*type=battles/)
  })
})

test('an incident is saved as a citation', async ({ page }) => {
  await open(page, `incident=${HAREM}`)
  await article(page).getByText('For reference managers').click()
  await page.getByLabel('Format').selectOption('ris')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe(`${HAREM}.ris`)
  expect(await readFile(await file.path(), 'utf8')).toMatch(
    /^TY {2}- DATA\r\nTI {2}- .*\r\n[\s\S]*ER {2}- \r\n$/,
  )
})

test('a published table is a site of its own', async ({ page, watch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  const table = join(folder, 'mine.csv')
  await writeFile(
    table,
    'date,title,latitude,longitude,killed\n2024-05-01,Market fire,33.5,36.3,2\n2024-06-01,Another,33.6,36.4,\n',
  )
  const out = join(folder, 'site')
  await publish([table], {
    out,
    title: 'Fires & more',
    dataOnly: false,
    allowRejected: false,
    withOriginal: false,
  })
  const { server, url } = await start({ page: out, port: 0 })
  try {
    await page.goto(url)
    await expect(count(page)).toHaveText(/2/)
    await expect(page).toHaveTitle('Fires & more')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fires & more')
    await page.getByText('Market fire').first().click()
    await expect(article(page)).toContainText('Market fire')
    // The site goes on to load its later pieces as long as it is open, so it is left before its server is stopped.
    await page.goto('/')
    await expect(count(page)).toHaveText(/98/)
  } finally {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  }
  // This site is on another origin than the page that the other tests watch.
  watch.foreign = watch.foreign.filter((address) => !address.startsWith(url))
})
