import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { DatasetAbout } from '../incidents/incident.ts'
import { Failure } from './failure.ts'
import { pageFolder } from './packageFolder.ts'
import { inOneLanguage, withPageHead } from './pageHead.ts'
import { hasPacks, writeSitePacks, type Reach } from './sitePacks.ts'

/** Folders of the built page that belong to the bundled data set. */
const OF_DATA = new Set(['dataset'])

/**
 * Refuses a folder that holds something else: a site that is published again replaces only an earlier one.
 * @throws Failure
 */
export async function checkSiteFolder(out: string): Promise<void> {
  const entries = await readdir(out).catch((reason: unknown) => {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return []
    throw new Failure(`${out} is no folder: give the path of a folder to write to`)
  })
  if (entries.length === 0 || existsSync(join(out, 'dataset', 'manifest.json'))) return
  throw new Failure(`${out} holds other files: give an empty folder, or that of an earlier site`)
}

/**
 * Writes the page that shows the data set in `dataset/` of the same folder, with the packs of the built-in basemap that are of
 * its countries.
 * @param page folder of the built page
 * @throws Failure where the page is not built
 */
export async function writePage(
  out: string,
  about: DatasetAbout,
  reach: Reach,
  page = pageFolder,
): Promise<void> {
  const html = await readFile(join(page, 'index.html'), 'utf8').catch(() => {
    throw new Failure('the page is not built yet: run `npm run build` first')
  })
  await mkdir(out, { recursive: true })
  // Pieces of an earlier page have other names.
  await rm(join(out, 'assets'), { recursive: true, force: true })
  await cp(page, out, {
    recursive: true,
    filter: (source) => !OF_DATA.has(relative(page, source).split(sep)[0] ?? ''),
  })
  await writeSitePacks(out, (await hasPacks(page)) ? reach : null)
  const title = inOneLanguage(about.site?.title ?? about.title)
  await writeFile(join(out, 'index.html'), withPageHead(html, title, inOneLanguage(about.description)))
}
