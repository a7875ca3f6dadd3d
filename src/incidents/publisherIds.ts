import type { Publisher } from './incident.ts'
import { canonicalUrl } from './sourceUrl.ts'

/** Letters that decomposition leaves whole. */
const asciiOf: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}

/**
 * A name as an id of a-z, 0-9 and hyphens: accents off, all else to hyphens. A name without any such letter
 * becomes the hexadecimal code points of its first twelve characters, which are the same everywhere.
 */
export function slugOf(name: string): string {
  const ascii = name
    .toLowerCase()
    .replaceAll(/[ıøłđßæœþð]/g, (letter) => asciiOf[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
  const slug = ascii.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  if (slug) return slug
  const points = Array.from(name.trim())
    .slice(0, 12)
    .map((letter) => (letter.codePointAt(0) ?? 0).toString(16))
  return `u-${points.join('-')}`
}

export interface PublisherList {
  /**
   * Index of the publisher, added where it is new.
   * @param url of the publication, where it has one
   */
  indexOf(name: string, url?: string): number
  /** In the order of their first mention, each with the domain that most of its publications are at. */
  taken(): Publisher[]
}

/** Publishers in the order of their first mention. Two names with the same slug get -2, -3 ... */
export function publisherList(): PublisherList {
  const publishers: Publisher[] = []
  const indexOfName = new Map<string, number>()
  const ids = new Set<string>()
  /** Of each publisher, how many of its publications each domain has. */
  const domains: Map<string, number>[] = []
  function freeId(name: string): string {
    const slug = slugOf(name)
    let id = slug
    for (let n = 2; ids.has(id); n++) id = `${slug}-${n}`
    ids.add(id)
    return id
  }
  function indexOf(name: string): number {
    const known = indexOfName.get(name)
    if (known !== undefined) return known
    publishers.push({ id: freeId(name), name })
    indexOfName.set(name, publishers.length - 1)
    domains.push(new Map<string, number>())
    return publishers.length - 1
  }
  return {
    indexOf(name, url) {
      const index = indexOf(name)
      const domain = url === undefined ? undefined : canonicalUrl(url)?.split(/[/:?]/, 1)[0]
      const counts = domains[index]
      if (domain) counts?.set(domain, (counts.get(domain) ?? 0) + 1)
      return index
    },
    taken: () =>
      publishers.map((publisher, index) => {
        const [commonest] = [...(domains[index] ?? [])].toSorted(([, a], [, b]) => b - a)
        return commonest ? { ...publisher, domain: commonest[0] } : publisher
      }),
  }
}
