import { canonicalUrl } from '../incidents/sourceUrl.ts'

/** Addresses out of a pasted text. */
export interface PastedAddresses {
  /** As pasted; of several spellings of one address, the first. */
  addresses: string[]
  /** Lines that hold no address. */
  unread: number
}

/** Finds the addresses in a text, one or several a line, with or without other words around them. */
export function readAddresses(text: string): PastedAddresses {
  const addresses = new Map<string, string>()
  let unread = 0
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    let found = 0
    for (const word of line.split(/[\s,;|<>"]+/)) {
      const canonical = word.includes('/') ? canonicalUrl(word) : undefined
      if (canonical === undefined || !/[/?]/.test(canonical)) continue
      found += 1
      if (!addresses.has(canonical)) addresses.set(canonical, word)
    }
    if (found === 0) unread += 1
  }
  return { addresses: [...addresses.values()], unread }
}
