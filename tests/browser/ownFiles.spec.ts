import { AxeBuilder } from '@axe-core/playwright'
import { article, count, expect, fragmentOf, fromMenu, mapDrawn, open, rows, test } from './atlas.ts'
import {
  bar,
  cells,
  choose,
  dialog,
  dirty,
  drop,
  file,
  nothing,
  openShown,
  show,
  stored,
  table,
} from './givenFiles.ts'

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
