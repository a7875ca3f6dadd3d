import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sitePlugin } from '../../../src/cli/sitePlugin.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'site-'))
  await writeFile(join(scratch, 'index.html'), '<!doctype html><html><head></head><body></body></html>')
})
afterAll(() => rm(scratch, { recursive: true }))

/** @returns the built index.html */
async function page(site: string, publicDir = resolve('public')): Promise<string> {
  await writeFile(
    join(scratch, 'dataset.yaml'),
    `title: { en: A set }
description: { en: "What was said <b>so</b>,\\n and by \\"whom\\"." }
publisher: Nobody
licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
citation: Nobody
coverage: { en: All }
languages: [en]
updated: 2025-10-31
${site}`,
  )
  const built = (await build({
    root: scratch,
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
    plugins: [sitePlugin({ dataDir: scratch, publicDir })],
  })) as Rollup.RollupOutput
  const html = built.output.find(({ fileName }) => fileName === 'index.html')
  return html?.type === 'asset' ? String(html.source) : ''
}

describe('the head of index.html', () => {
  it('has the title, the icon and the description that the data set gives', async () => {
    const html = await page('site: { title: { fr: "Veille <Harem> & alentours" }, icon: icon.svg }')
    expect(html).toContain('<title>Veille &lt;Harem> &amp; alentours</title>')
    expect(html).toMatch(/property="og:title" content="Veille &lt;Harem&gt; &amp; alentours"/)
    expect(html).toContain('What was said &lt;b&gt;so&lt;/b&gt;, and by &quot;whom&quot;.')
    expect(html).toMatch(/rel="icon" href="\/icon.svg"/)
  })

  it('has the name of the project where the data set gives no title', async () => {
    expect(await page('')).toContain('<title>Incident Atlas</title>')
  })

  it('stops the build where the icon is missing', async () => {
    await expect(page('site: { title: { en: A }, icon: missing.svg }')).rejects.toThrow(
      /missing.svg does not exist/,
    )
  })
})
