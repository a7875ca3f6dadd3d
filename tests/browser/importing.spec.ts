import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, gzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { article, count, expect, fromMenu, open, rows, test } from './atlas.ts'
import {
  bar,
  cells,
  choose,
  dialog,
  drop,
  file,
  header,
  nothing,
  objects,
  openShown,
  show,
  stored,
  table,
} from './givenFiles.ts'

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
