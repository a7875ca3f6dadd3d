import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstPartsPlugin } from '../../../src/cli/firstPartsPlugin.ts'

const files = {
  'index.html':
    '<!doctype html><html><head><script type="module" src="/main.js"></script></head><body></body></html>',
  'main.js': "import('./page.js').then(({ show }) => show())",
  'page.js':
    "import './page.css'\nimport { shared } from './shared.js'\nexport const show = () => import('./later.js').then(({ end }) => end(shared))",
  'shared.js': 'export const shared = document.title',
  'later.js':
    "import './later.css'\nimport { shared } from './shared.js'\nexport const end = (of) => of + shared",
  'page.css': 'body { color: red }',
  'later.css': 'body { color: blue }',
}

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'first-parts-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(scratch, name), text)
})
afterAll(() => rm(scratch, { recursive: true }))

/** @returns the built index.html */
async function page(module: string): Promise<string> {
  const built = (await build({
    root: scratch,
    base: './',
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
    plugins: [firstPartsPlugin(module)],
  })) as Rollup.RollupOutput
  const html = built.output.find(({ fileName }) => fileName === 'index.html')
  return html?.type === 'asset' ? String(html.source) : ''
}

describe('the head of the built index.html', () => {
  it('names the page behind the entry and its style sheet, and nothing that is loaded later', async () => {
    const html = await page('/page.js')
    const names = [...html.matchAll(/(?:src|href)="\.\/assets\/(\w+)-[\w-]+\.(\w+)"/g)].map(
      ([, name, kind]) => `${name}.${kind}`,
    )
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['index.js', 'page.js', 'page.css']))
    expect(names.filter((name) => name.startsWith('later'))).toEqual([])
  })

  it('is not built where the page is missing', async () => {
    await expect(page('/none.js')).rejects.toThrow(/no bundle holds/)
  })
})
