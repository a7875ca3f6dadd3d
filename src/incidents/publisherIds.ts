import { foldLatinLetters } from './foldText.ts'
import type { Publisher } from './incident.ts'
import { hostOf } from './sourceUrl.ts'

/**
 * A name as an id of a-z, 0-9 and hyphens: letters lose case and accents, apostrophes go, every other run of characters
 * becomes a hyphen. A name without a Latin letter or digit becomes `u-` and the hexadecimal code points of its first
 * twelve characters. Public: links contain these ids.
 */
export function slugOf(name: string): string {
  const ascii = foldLatinLetters(name.toLowerCase())
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
  const slug = ascii.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  if (slug) return slug
  const points = Array.from(name.trim())
    .slice(0, 12)
    .map((letter) => letter.codePointAt(0)?.toString(16))
  return `u-${points.join('-')}`
}

/** The dictionary of publishers while records are read. */
export interface PublisherList {
  /**
   * Index of a publisher; adds it where its name is new.
   * @param name exactly as the source gives it
   * @param url URL of the source, where it has one; counts for the publisher's domain
   */
  indexOf(name: string, url?: string): number
  /** By domain, how many sources of the publisher are there. @param index as `indexOf` gave it */
  domainsOf(index: number): ReadonlyMap<string, number>
  /** All publishers in the order in which they were added, each with the domain of most of its sources. */
  taken(): Publisher[]
}

/** The id of a publisher: `slugOf` its name, or the first of `slug-2`, `slug-3`, ... that is not taken. */
export function freeSlug(name: string, isTaken: (id: string) => boolean): string {
  const slug = slugOf(name)
  let id = slug
  for (let n = 2; isTaken(id); n++) id = `${slug}-${n}`
  return id
}

/** An empty list. The second and later names with the same slug get the ids `slug-2`, `slug-3`, ... */
export function publisherList(): PublisherList {
  const publishers: Publisher[] = []
  const indexOfName = new Map<string, number>()
  const ids = new Set<string>()
  /** For each publisher, by domain, how many of its sources are there. */
  const domains: Map<string, number>[] = []
  function freeId(name: string): string {
    const id = freeSlug(name, (taken) => ids.has(taken))
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
      const domain = url === undefined ? undefined : hostOf(url)
      const counts = domains[index]
      if (domain) counts?.set(domain, (counts.get(domain) ?? 0) + 1)
      return index
    },
    domainsOf: (index) => domains[index] ?? new Map<string, number>(),
    taken: () =>
      publishers.map((publisher, index) => {
        const [commonest] = [...(domains[index] ?? [])].toSorted(([, a], [, b]) => b - a)
        return commonest ? { ...publisher, domain: commonest[0] } : publisher
      }),
  }
}
