import type { DatasetAbout } from '../incidents/incident.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { Failure } from './failure.ts'

/** What whoever publishes files states of them. */
export interface StatedAbout {
  title?: string | undefined
  /** An id of `licences`, or a name with the URL of its text behind it. */
  licence?: string | undefined
  publisher?: string | undefined
  /** Language of title and texts. */
  lang?: Language | undefined
}

/** Licences by their SPDX ids, in lower case: https://spdx.org/licenses. */
const licences: Readonly<Record<string, { name: string; url: string }>> = {
  'cc0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'cc-by-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'cc-by-nc-4.0': { name: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'odbl-1.0': { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
}

function licenceOf(text: string): { name: string; url: string } {
  const known = Object.hasOwn(licences, text.toLowerCase()) ? licences[text.toLowerCase()] : undefined
  if (known) return known
  const [, name, url] = /^(.*\S)\s+(\S+)$/.exec(text.trim()) ?? []
  if (name && url && httpUrl(url)) return { name, url }
  throw new Failure(
    `--licence takes one of ${Object.keys(licences).join(', ')}, or a name with the URL of its text behind it`,
  )
}

/**
 * Makes what a data set says of itself: what is stated, in place of what was made from the names of the files.
 * @throws Failure for an empty title, or a licence that is none
 */
export function statedAbout({
  title,
  licence,
  publisher,
  lang = 'en',
}: StatedAbout): (about: DatasetAbout) => DatasetAbout {
  if (title?.trim() === '') throw new Failure('--title: give a text, or leave the option out')
  const stated = {
    ...(title !== undefined && { title: { [lang]: title } }),
    ...(publisher !== undefined && { publisher }),
    ...(licence !== undefined && { licence: licenceOf(licence) }),
  }
  return (about) => {
    const whole = { ...about, ...stated }
    return { ...whole, site: { title: whole.title } }
  }
}
