import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { strToU8, gzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { article, count, expect, fragmentOf, fromMenu, mapDrawn, open, rows, test } from './atlas.ts'

/** A file as the page is given it. */
interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const file = (name: string, content: string | Uint8Array): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const header = ['date', 'latitude', 'longitude', 'title', 'url']
/** Invented incidents: `n` rows, one a day from 1 March 2024. */
const cells = (n: number) =>
  Array.from({ length: n }, (_, i) => [
    `2024-03-${String((i % 28) + 1).padStart(2, '0')}`,
    (35 + i / 100).toFixed(2),
    (37 + i / 100).toFixed(2),
    `Invented incident ${i + 1}`,
    `https://news.example/post/${i + 1}`,
  ])
const table = (lines: readonly (readonly string[])[], separator = ',') =>
  [header, ...lines].map((line) => line.join(separator)).join('\n')
const objects = (n: number) =>
  cells(n).map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])))

/** Two rows that cannot be accepted among four. */
const dirty = table([
  ...cells(2),
  ['yesterday', '35.5', '37.5', 'Without a readable date', ''],
  ['', '35.6', '37.6', 'Without any date', ''],
])

const dialog = (page: Page): Locator => page.getByRole('dialog')
const show = (page: Page): Locator => dialog(page).locator('.report__foot .button--primary')
const bar = (page: Page): Locator => page.locator('.own-bar')

async function choose(page: Page, ...files: GivenFile[]): Promise<void> {
  if (!(await dialog(page).isVisible())) await fromMenu(page, 'Open a file')
  await dialog(page).locator('input[type=file]').first().setInputFiles(files)
}

/** Drops files as a desktop does, on the middle of the page. */
async function drop(page: Page, files: readonly GivenFile[]): Promise<void> {
  const given = files.map(({ name, buffer }) => ({ name, text: buffer.toString() }))
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const { name, text } of all) data.items.add(new File([text], name))
    return data
  }, given)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await expect(page.locator('.drop-overlay')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.locator('.drop-overlay')).toBeHidden()
}

async function openShown(page: Page, ...files: GivenFile[]): Promise<void> {
  await choose(page, ...files)
  await show(page).click()
  await expect(bar(page)).toBeVisible()
}

/** What every test begins with, and a file has no part in. */
const fromBefore = ['incident-atlas:welcome-seen', 'incident-atlas:panels']

/** Everything else that the page may have stored. */
const stored = (page: Page) =>
  page.evaluate(
    async (known) => ({
      local: Object.keys(localStorage).filter((key) => !known.includes(key)),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      cookie: document.cookie,
    }),
    fromBefore,
  )

const nothing = { local: [], session: [], databases: [], caches: [], cookie: '' }

const kinds: readonly [name: string, content: () => Promise<string | Uint8Array> | string | Uint8Array][] = [
  ['a.csv', () => table(cells(3))],
  ['a.tsv', () => table(cells(3), '\t')],
  ['a.json', () => JSON.stringify(objects(3))],
  [
    'a.jsonl',
    () =>
      objects(3)
        .map((each) => JSON.stringify(each))
        .join('\n'),
  ],
  [
    'a.geojson',
    () =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: cells(3).map(([date, lat, lng, title]) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [Number(lng), Number(lat)] },
          properties: { date, title },
        })),
      }),
  ],
  [
    'a.kml',
    () =>
      `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${cells(3)
        .map(
          ([date, lat, lng, title]) =>
            `<Placemark><name>${title}</name><TimeStamp><when>${date}</when></TimeStamp><Point><coordinates>${lng},${lat}</coordinates></Point></Placemark>`,
        )
        .join('')}</Document></kml>`,
  ],
  ['a.csv.gz', () => gzipSync(strToU8(table(cells(3))))],
  ['a.zip', () => zipSync({ 'inner/a.csv': strToU8(table(cells(3))) })],
  ['a.xlsx', () => writeXlsx({ sheets: [{ name: 'Incidents', rows: [header, ...cells(3)] }] })],
  [
    'a.parquet',
    () =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: header.map((name, at) => ({
            name,
            data: cells(3).map((line) => line[at] ?? ''),
            type: 'STRING' as const,
          })),
        }),
      ),
  ],
]

test.describe('a file of the user', () => {
  for (const [name, content] of kinds) {
    test(`${name} is read, reported and shown`, async ({ page }) => {
      await open(page)
      await choose(page, file(name, await content()))
      await expect(dialog(page)).toContainText('3 incidents from 3 records')
      await expect(show(page)).toHaveText('Show 3 incidents')
      await show(page).click()
      await expect(bar(page)).toContainText(`Your file ${name}, only in this browser`)
      await expect(count(page)).toHaveText('3 of 3 incidents')
      await expect(rows(page).first()).toContainText('Invented incident 3')
      await rows(page).first().click()
      await expect(article(page).getByRole('heading', { level: 2 })).toContainText('Invented incident 3')
    })
  }

  test('can be dropped anywhere, with several at once', async ({ page }) => {
    await open(page)
    await drop(page, [file('one.csv', table(cells(3))), file('two.csv', table(cells(5).slice(3)))])
    await expect(show(page)).toHaveText('Show 5 incidents')
    await expect(dialog(page).locator('.file-report')).toHaveCount(2)
  })

  test('may lie in a dropped folder, and in folders of it', async ({ page }, info) => {
    const folder = info.outputPath('log of May')
    await mkdir(join(folder, 'older'), { recursive: true })
    await writeFile(join(folder, 'a.csv'), table(cells(3)))
    await writeFile(join(folder, 'older', 'a.csv'), table(cells(5).slice(3)))
    await writeFile(join(folder, '.hidden'), 'x')
    await open(page)
    const devtools = await page.context().newCDPSession(page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: 600,
        y: 400,
        data: { items: [], files: [folder], dragOperationsMask: 1 },
      })
    await expect(show(page)).toHaveText('Show 5 incidents')
    await expect(dialog(page).locator('.file-report h3 bdi')).toHaveText([
      'log of May/a.csv',
      'log of May/older/a.csv',
    ])
  })

  test('can be pasted as cells of a spreadsheet', async ({ page }) => {
    await open(page)
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      },
      table(cells(2), '\t'),
    )
    await expect(show(page)).toHaveText('Show 2 incidents')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await fromMenu(page, 'Open a file')
    await dialog(page).getByText('Paste a table').click()
    await dialog(page)
      .getByRole('textbox')
      .fill(table(cells(4)))
    await dialog(page).getByRole('button', { name: 'Read it', exact: true }).click()
    await expect(show(page)).toHaveText('Show 4 incidents')
  })

  test('that cannot be read says why and what to try', async ({ page }) => {
    await open(page)
    await choose(page, file('report.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), file('a.csv', table(cells(2))))
    await expect(dialog(page)).toContainText('This is a PDF. Copy the table into a spreadsheet')
    await expect(show(page)).toHaveText('Show 2 incidents')
  })

  test('has its columns corrected by hand, and remembered only when asked', async ({ page }) => {
    await open(page)
    const odd = table(cells(2)).replace('date,', 'wann,').replace('title', 'was')
    await choose(page, file('odd.csv', odd))
    const field = dialog(page).getByLabel('What the column was holds')
    await field.selectOption('description')
    await expect(dialog(page).locator('tr', { hasText: 'was' }).first()).toContainText('chosen by you')
    await expect(field).toHaveValue('description')
    expect(await stored(page)).toEqual(nothing)
    await dialog(page).getByLabel('Remember this for tables with the same columns').check()
    await page.keyboard.press('Escape')
    await choose(page, file('again.csv', odd))
    await expect(dialog(page).getByLabel('What the column was holds')).toHaveValue('description')
    await dialog(page).getByLabel('Remember this for tables with the same columns').uncheck()
    expect(await stored(page)).toEqual(nothing)
  })

  test('asks which comes first, day or month, where the dates do not say', async ({ page }) => {
    await open(page)
    const lines = cells(2).map(([, ...rest], at) => [`0${at + 1}/03/2024`, ...rest])
    await choose(page, file('days.csv', table(lines)))
    await expect(show(page)).toBeDisabled()
    await dialog(page).getByRole('button', { name: 'The day: 2 March' }).click()
    await expect(show(page)).toHaveText('Show 2 incidents')
    await show(page).click()
    await expect(rows(page).first()).toContainText('2 Mar 2024')
  })
})

test.describe('files that come while others are open', () => {
  test('join them or replace them, and what was chosen stays chosen', async ({ page }) => {
    await open(page)
    await openShown(page, file('one.csv', table(cells(3))))
    await expect(bar(page)).toBeFocused()
    await drop(page, [file('two.csv', table(cells(5).slice(3)))])
    await expect(show(page)).toHaveText('Show 5 incidents')
    await dialog(page).getByLabel('Your incidents beside the published ones').check()
    await dialog(page).getByText('Replace the open files').click()
    await expect(show(page)).toHaveText('Show 2 incidents')
    await expect(dialog(page).getByLabel('Replace the open files')).toBeChecked()
    await expect(dialog(page).getByLabel('Your incidents beside the published ones')).toBeChecked()
    await dialog(page).getByText('Add to the open files').click()
    await expect(show(page)).toHaveText('Show 5 incidents')
    await show(page).click()
    await expect(bar(page)).toContainText('one.csv and 1 more')
    await expect(bar(page)).toContainText('beside the published incidents')
  })
})

test.describe('rejected rows', () => {
  test('are reported, saved, mended, and join the others', async ({ page }) => {
    await open(page)
    await choose(page, file('dirty.csv', dirty))
    await expect(dialog(page)).toContainText('2 records could not be accepted')
    await dialog(page).getByText('The date cannot be read').click()
    await expect(dialog(page).getByRole('cell', { name: 'yesterday', exact: true })).toBeVisible()
    const saving = page.waitForEvent('download')
    await dialog(page).getByRole('button', { name: 'Save the rejected rows' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('dirty-rejected.csv')
    const stream = await saved.createReadStream()
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    expect(text).toContain('rejected_reason')
    await show(page).click()
    await expect(count(page)).toHaveText('2 of 2 incidents')
    await expect(bar(page)).toContainText('2 rows rejected')
    const mended = text.replace('yesterday', '2024-03-20')
    await drop(page, [file('dirty-rejected.csv', mended)])
    await expect(dialog(page)).toContainText('Files are already open')
    await expect(show(page)).toHaveText('Show 3 incidents')
    await show(page).click()
    await expect(count(page)).toHaveText('3 of 3 incidents')
    await expect(bar(page)).toContainText('1 row rejected')
  })
})

test.describe('what is doubtful', () => {
  test('is counted, shown by one click, and corrected only when asked', async ({ page }) => {
    await open(page)
    const [first = [], ...others] = cells(4)
    const zero = [first[0] ?? '', '0', '0', ...first.slice(3)]
    await choose(page, file('zero.csv', table([zero, ...others])))
    await expect(dialog(page)).toContainText('The position is 0, 0')
    await show(page).click()
    await bar(page).locator('summary').click()
    await bar(page).getByRole('button', { name: 'The position is 0, 0' }).click()
    await expect(count(page)).toHaveText('1 of 4 incidents')
    await expect(page.locator('.active-filters')).toContainText('Check: The position is 0, 0')
    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await expect(page).toHaveURL(/map=/)
    await bar(page).getByRole('button', { name: 'Report' }).click()
    await dialog(page).getByRole('button', { name: 'Show them' }).click()
    await expect(count(page)).toHaveText('1 of 4 incidents')
    // The map shows all of them, wherever it was before.
    await expect(page).not.toHaveURL(/map=/)
    await bar(page).getByRole('button', { name: 'Report' }).click()
    await dialog(page)
      .getByLabel(/Take 0, 0 as/)
      .check()
    await expect(show(page)).toBeEnabled()
    await show(page).click()
    await expect(page.getByText('without a position', { exact: false }).first()).toBeVisible()
  })
})

test.describe('reading', () => {
  test('is cancelled within half a second, and can begin anew', async ({ page }) => {
    test.setTimeout(300_000)
    await open(page)
    const long = table(Array.from({ length: 40 }, () => cells(10_000)).flat())
    await choose(page, file('long.csv', long))
    const cancel = dialog(page).getByRole('button', { name: 'Cancel' })
    await expect(cancel).toBeVisible()
    const took = await cancel.evaluate(async (button) => {
      const start = performance.now()
      ;(button as HTMLButtonElement).click()
      while (button.isConnected) await new Promise((resolve) => setTimeout(resolve, 5))
      return performance.now() - start
    })
    expect(took).toBeLessThan(500)
    await choose(page, file('short.csv', table(cells(2))))
    await expect(show(page)).toHaveText('Show 2 incidents')
  })
})

test.describe('nothing of a file leaves the browser', () => {
  test('no request depends on it, and nothing is stored, in the address or in the title', async ({
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await open(page)
    const title = await page.title()
    await openShown(page, file('secret-name.csv', table(cells(3))))
    await rows(page).first().click()
    await expect(article(page).getByRole('heading', { level: 2 })).toContainText('Invented')
    await fromMenu(page, 'Copy link')
    await expect(page.locator('.copy-link__said, dialog input').first()).toBeVisible()
    expect(fragmentOf(page)).toBe('#data=own:files')
    expect(await page.title()).toBe(title)
    expect(await stored(page)).toEqual(nothing)
    const first = asked.length
    await page.keyboard.press('Escape')
    await bar(page).getByRole('button', { name: 'Report' }).click()
    await choose(page, file('other-name.csv', dirty))
    await show(page).click()
    await expect(count(page)).toHaveText(/5 of 5|3 of 3/)
    const later = asked.slice(first).filter((path) => !/\.(js|css|woff2)$/.test(path))
    expect(later.filter((path) => !/gazetteer|country-shapes/.test(path))).toEqual([])
    expect(asked.join(' ')).not.toMatch(/secret|other-name|Invented|news\.example/)
  })

  test('a link to it tells that it is not in the link', async ({ page }) => {
    await page.goto('/#data=own:files')
    await expect(page.getByText('This link shows a file that is not here')).toBeVisible()
    await page.getByRole('button', { name: 'Back to the published data' }).click()
    await expect(count(page)).toHaveText(/\d/)
    expect(fragmentOf(page)).toBe('')
  })

  test('Back and Forward lead through its views, and to the published data as they were', async ({
    page,
  }) => {
    await open(page, 'type=battles')
    const before = (await count(page).textContent()) ?? ''
    await openShown(page, file('a.csv', table(cells(3))))
    await rows(page).first().click()
    await expect(article(page)).toContainText('Invented incident 3')
    await page.goBack()
    await expect(article(page)).toBeHidden()
    await expect(count(page)).toHaveText('3 of 3 incidents')
    await page.goForward()
    await expect(article(page)).toContainText('Invented incident 3')
    await bar(page).getByRole('button', { name: 'Back to the published data' }).click()
    await expect(count(page)).toHaveText(before)
    expect(fragmentOf(page)).toContain('type=battles')
  })
})

test.describe('files that are kept', () => {
  test('are offered at the next visit, and leave nothing when removed', async ({ page }) => {
    await open(page)
    await openShown(page, file('keep.csv', table(cells(3))))
    expect(await stored(page)).toEqual(nothing)
    await bar(page).getByRole('button', { name: 'Keep for next time' }).click()
    await expect(bar(page).getByRole('button', { name: 'Kept in this browser' })).toBeVisible()
    await page.goto('/')
    await page.reload()
    await expect(page.locator('.kept-offer')).toContainText('keep.csv')
    await page.getByRole('button', { name: 'Open again' }).click()
    await expect(show(page)).toHaveText('Show 3 incidents')
    await page.keyboard.press('Escape')
    await fromMenu(page, 'Open a file')
    await dialog(page).getByRole('button', { name: 'Remove' }).click()
    await expect(dialog(page)).toContainText('Removed from this browser')
    await expect.poll(() => stored(page)).toEqual(nothing)
  })
})

test.describe('two layers', () => {
  test('show the published incidents and the user’s own, told apart', async ({ page }) => {
    await open(page)
    const published = Number(/\d+/.exec((await count(page).textContent()) ?? '')?.[0])
    await choose(page, file('mine.csv', table(cells(3))))
    await dialog(page).getByLabel('Your incidents beside the published ones').check()
    await show(page).click()
    await expect(count(page)).toHaveText(`${published + 3} of ${published + 3} incidents`)
    await page.getByLabel('Order').selectOption('oldest')
    await page.evaluate(() => (location.hash += '&from=2024-03-01&to=2024-03-31'))
    await expect(count(page)).toHaveText(`3 of ${published + 3} incidents`)
    await expect(rows(page).first()).toContainText('Yours')
    await rows(page).first().click()
    await expect(article(page)).toContainText('Layer: yours')
  })
})

test.describe('a list of addresses', () => {
  test('says which are already here, and leads to their incidents', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page)
    await openShown(page, file('a.csv', table(cells(3))))
    await bar(page).getByRole('button', { name: 'Report' }).click()
    await dialog(page).getByRole('button', { name: 'Which of these posts are already here?' }).click()
    await dialog(page)
      .getByRole('textbox')
      .fill('http://www.news.example/post/2?utm_source=x\nhttps://news.example/post/99\nno address')
    await dialog(page).getByRole('button', { name: 'Look them up' }).click()
    await expect(dialog(page)).toContainText('1 of 2 addresses found')
    await expect(dialog(page)).toContainText('1 line is no address')
    await dialog(page).getByRole('button', { name: 'Copy those that are not here' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://news.example/post/99')
    await dialog(page).getByRole('link', { name: 'Invented incident 2' }).click()
    await expect(article(page)).toContainText('Invented incident 2')
  })
})

test.describe('for everyone', () => {
  for (const [language, theme] of [
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const) {
    test(`report and dashboard pass axe in ${language}, ${theme}`, async ({ page }) => {
      test.setTimeout(300_000)
      await open(page, `lang=${language}&theme=${theme}`)
      await drop(page, [file('dirty.csv', dirty)])
      await expect(show(page)).toBeEnabled()
      if (language === 'ar') await expect(dialog(page)).toContainText('تعذّرت قراءة التاريخ')
      await dialog(page).evaluate((shown) => {
        for (const each of shown.querySelectorAll('details')) each.open = true
      })
      const report = await new AxeBuilder({ page }).include('dialog').analyze()
      expect(report.violations).toEqual([])
      await show(page).click()
      await mapDrawn(page)
      const dashboard = await new AxeBuilder({ page }).exclude('canvas').analyze()
      expect(dashboard.violations).toEqual([])
    })
  }

  test('the whole way works by keyboard, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page)
    await page.getByRole('button', { name: 'Menu' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Open a file' }).focus()
    await page.keyboard.press('Enter')
    const choosing = page.waitForEvent('filechooser')
    await dialog(page).last().getByRole('button', { name: 'Choose files' }).focus()
    await page.keyboard.press('Enter')
    await (await choosing).setFiles([file('a.csv', table(cells(3)))])
    await expect(page.locator('.report__foot .button--primary')).toBeEnabled()
    await page.locator('.report__foot .button--primary').focus()
    await page.keyboard.press('Enter')
    await expect(bar(page)).toContainText('only in this browser')
    await expect(count(page)).toHaveText('3 of 3 incidents')
  })
})
