import type { Publisher } from './incident.ts'

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
  /** Index of the publisher, added where it is new. */
  indexOf(name: string): number
  publishers: Publisher[]
}

/** Publishers in the order of their first mention. Two names with the same slug get -2, -3 ... */
export function publisherList(): PublisherList {
  const publishers: Publisher[] = []
  const indexOfName = new Map<string, number>()
  const ids = new Set<string>()
  function freeId(name: string): string {
    const slug = slugOf(name)
    let id = slug
    for (let n = 2; ids.has(id); n++) id = `${slug}-${n}`
    ids.add(id)
    return id
  }
  return {
    publishers,
    indexOf(name) {
      const known = indexOfName.get(name)
      if (known !== undefined) return known
      publishers.push({ id: freeId(name), name })
      indexOfName.set(name, publishers.length - 1)
      return publishers.length - 1
    },
  }
}
