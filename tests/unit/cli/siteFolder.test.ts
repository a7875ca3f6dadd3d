import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkSiteFolder, writePage } from '../../../src/cli/siteFolder.ts'
import type { DatasetAbout } from '../../../src/incidents/incident.ts'
import { about } from '../incidents/sampleRecords.ts'

let folder: string
let page: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  page = join(folder, 'page')
  for (const name of ['assets', 'dataset/pages']) await mkdir(join(page, name), { recursive: true })
  await writeFile(join(page, 'index.html'), '<html><head><title>Old</title></head></html>')
  await writeFile(join(page, 'assets/new.js'), 'code')
  await writeFile(join(page, '.htaccess'), 'headers')
  await writeFile(join(page, 'dataset/manifest.json'), 'the bundled data set')
})
afterEach(() => rm(folder, { recursive: true }))

/** A data set of which no country is known. */
const anywhere = { places: [], positions: [] }

const named = (title: string): DatasetAbout => ({ ...about, site: { title: { fr: title } } })

describe('a site', () => {
  it('is the page without its own data set, under the title of the new one', async () => {
    const out = join(folder, 'out')
    await writePage(out, named('Ma carte'), anywhere, page)
    expect((await readdir(out)).toSorted()).toEqual(['.htaccess', 'assets', 'index.html'])
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('<title>Ma carte</title>')
  })

  it('replaces the pieces of an earlier page, and leaves its data set alone', async () => {
    const out = join(folder, 'out')
    await mkdir(join(out, 'assets'), { recursive: true })
    await mkdir(join(out, 'dataset'))
    await writeFile(join(out, 'assets/old.js'), 'old')
    await writeFile(join(out, 'dataset/manifest.json'), 'mine')
    await checkSiteFolder(out)
    await writePage(out, about, anywhere, page)
    expect(await readdir(join(out, 'assets'))).toEqual(['new.js'])
    expect(await readFile(join(out, 'dataset/manifest.json'), 'utf8')).toBe('mine')
  })

  it('has the packs of the countries of its data set, where the page has packs', async () => {
    const out = join(folder, 'out')
    const reach = {
      places: [{ id: 'sd', kind: 'country' as const, name: {}, aliases: [], iso: 'SD' }],
      positions: [],
    }
    await writePage(out, about, reach, page)
    expect(existsSync(join(out, 'basemap'))).toBe(false)
    await mkdir(join(page, 'basemap/packs'), { recursive: true })
    await writeFile(join(page, 'basemap/packs.json'), '{"packs":[]}')
    await writeFile(join(page, 'basemap/packs/SY.pmtiles'), 'of the bundled data set')
    await writePage(out, about, reach, page)
    expect(await readdir(join(out, 'basemap/packs'))).toEqual(['SD.pmtiles'])
  })

  it('is refused where the page is not built, and in place of other files', async () => {
    await expect(writePage(join(folder, 'out'), about, anywhere, join(folder, 'gone'))).rejects.toThrow(
      /not built yet/,
    )
    await checkSiteFolder(join(folder, 'not there yet'))
    await expect(checkSiteFolder(page.replace(/page$/, ''))).rejects.toThrow(/holds other files/)
    await expect(checkSiteFolder(join(page, 'index.html'))).rejects.toThrow(/is no folder/)
  })
})
