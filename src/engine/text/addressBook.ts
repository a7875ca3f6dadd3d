import { textAt, type TextColumn } from '../../incidents/columns.ts'
import { growable } from '../../incidents/growable.ts'

/** Rows by the addresses that they cite: hashes of them, as the addresses themselves are at hand in the texts. */
export interface AddressBook {
  add(row: number, urls: TextColumn): void
  /** Rows that cite the canonical address, ascending. */
  find(address: string, urls: TextColumn): Uint32Array
}

export function createAddressBook(): AddressBook {
  const hashes = growable(Uint32Array)
  const rows = growable(Uint32Array)
  const addresses = (row: number, urls: TextColumn) => textAt(urls, row).split('\n').filter(Boolean)
  return {
    add(row, urls) {
      for (const address of addresses(row, urls)) {
        hashes.push(hashOf(address))
        rows.push(row)
      }
    },
    find(address, urls) {
      const wanted = hashOf(address)
      const [allHashes, allRows] = [hashes.taken(), rows.taken()]
      const found = new Set<number>()
      for (let at = allHashes.indexOf(wanted); at >= 0; at = allHashes.indexOf(wanted, at + 1)) {
        const row = allRows[at] ?? 0
        // Two addresses may have one hash.
        if (addresses(row, urls).includes(address)) found.add(row)
      }
      return Uint32Array.from(found)
    },
  }
}

/** FNV-1a, 32 bits: isthe.com/chongo/tech/comp/fnv */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193)
  return hash >>> 0
}
