import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { parse } from 'yaml'
import type { DatasetAbout, Translated } from '../incidents/incident.ts'
import { datasetAboutSchema } from '../incidents/recordSchema.ts'
import { inOneLanguage } from './pageHead.ts'

/** Title and icon of a site whose data set gives none. */
const DEFAULT = { title: { en: 'Incident Atlas' }, icon: 'icon.svg' }

/**
 * Puts the site's title, icon and description into index.html, for the tab and for previews of links. Defines
 * `__SITE_NAME__`, title and icon, for the page.
 * @param dataDir folder whose dataset.yaml holds them
 */
export function sitePlugin({ dataDir = 'data', publicDir = 'public' } = {}): Plugin {
  const about = readAbout(join(dataDir, 'dataset.yaml'))
  const { title, icon = DEFAULT.icon } = about?.site ?? DEFAULT
  return {
    name: 'site',
    config: () => ({ define: { __SITE_NAME__: JSON.stringify({ title, icon }) } }),
    buildStart() {
      if (existsSync(resolve(publicDir, icon))) return
      this.error(`${join(dataDir, 'dataset.yaml')} site.icon: ${join(publicDir, icon)} does not exist`)
    },
    transformIndexHtml: { order: 'pre', handler: () => headOf(title, icon, about?.description) },
  }
}

/** undefined where the file is missing or wrong: buildDataset tells what is wrong with it. */
function readAbout(file: string): DatasetAbout | undefined {
  try {
    const checked = datasetAboutSchema.safeParse(parse(readFileSync(file, 'utf8')))
    return checked.success ? checked.data : undefined
  } catch {
    return undefined
  }
}

function headOf(title: Translated, icon: string, description?: Translated): HtmlTagDescriptor[] {
  const name = inOneLanguage(title)
  const text = description && inOneLanguage(description)
  const meta = (attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'meta',
    attrs,
    injectTo: 'head',
  })
  return [
    { tag: 'title', children: escaped(name), injectTo: 'head' },
    meta({ name: 'application-name', content: name }),
    meta({ property: 'og:type', content: 'website' }),
    meta({ property: 'og:title', content: name }),
    ...(text
      ? [meta({ name: 'description', content: text }), meta({ property: 'og:description', content: text })]
      : []),
    { tag: 'link', attrs: { rel: 'icon', href: `/${icon}` }, injectTo: 'head' },
  ]
}

/** The text as content of an HTML element. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
