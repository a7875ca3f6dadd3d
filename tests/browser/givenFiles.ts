import type { Locator, Page } from '@playwright/test'
import { expect, fromMenu } from './atlas.ts'

/** A file as the page is given it. */
export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A file of a name and a content. */
export const file = (name: string, content: string | Uint8Array): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

/** The columns of the invented tables. */
export const header = ['date', 'latitude', 'longitude', 'title', 'url']
/** Invented incidents: `n` rows, one a day from 1 March 2024. */
export const cells = (n: number) =>
  Array.from({ length: n }, (_, i) => [
    `2024-03-${String((i % 28) + 1).padStart(2, '0')}`,
    (35 + i / 100).toFixed(2),
    (37 + i / 100).toFixed(2),
    `Invented incident ${i + 1}`,
    `https://news.example/post/${i + 1}`,
  ])
/** A table as text, with its header. */
export const table = (lines: readonly (readonly string[])[], separator = ',') =>
  [header, ...lines].map((line) => line.join(separator)).join('\n')
/** The same incidents as objects. */
export const objects = (n: number) =>
  cells(n).map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])))

/** Two rows that cannot be accepted among four. */
export const dirty = table([
  ...cells(2),
  ['yesterday', '35.5', '37.5', 'Without a readable date', ''],
  ['', '35.6', '37.6', 'Without any date', ''],
])

export const dialog = (page: Page): Locator => page.getByRole('dialog')
/** The button that shows what the files hold. */
export const show = (page: Page): Locator => dialog(page).locator('.report__foot .button--primary')
/** The bar that says whose incidents are shown. */
export const bar = (page: Page): Locator => page.locator('.own-bar')

/** Chooses files in the dialog, which is opened for it. */
export async function choose(page: Page, ...files: GivenFile[]): Promise<void> {
  if (!(await dialog(page).isVisible())) await fromMenu(page, 'Open a file')
  await dialog(page).locator('input[type=file]').first().setInputFiles(files)
}

/** Drops files as a desktop does, on the middle of the page. */
export async function drop(page: Page, files: readonly GivenFile[]): Promise<void> {
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

/** Chooses files and shows them. */
export async function openShown(page: Page, ...files: GivenFile[]): Promise<void> {
  await choose(page, ...files)
  await show(page).click()
  await expect(bar(page)).toBeVisible()
}

/** What every test begins with, and a file has no part in. */
const fromBefore = ['incident-atlas:welcome-seen', 'incident-atlas:panels']

/** Everything else that the page may have stored. */
export const stored = (page: Page) =>
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

/** What it has stored where that is nothing. */
export const nothing = { local: [], session: [], databases: [], caches: [], cookie: '' }
