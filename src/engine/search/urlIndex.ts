import { textAt, type TextColumn } from '../../incidents/columns.ts'
import { growable } from '../../incidents/growable.ts'

/** Rows by the addresses that they cite: short hashes, as the addresses themselves are at hand in the texts. */
export interface AddressBook {
  /** Rows that cite the canonical address, ascending. */
  find(address: string): Uint32Array
}

/** What rows of a block cite, in two bytes each: a hash, and which row it is. */
interface AddressBlock {
  first: number
  hashes: Uint16Array
  rows: Uint16Array
}

/** Rows of a block. */
const BLOCK = 1 << 16
/** Rows that are read at a step. */
const STEP = 1 << 11

const encoder = new TextEncoder()
const LINE_END = 10

/**
 * Indexes addresses in steps.
 * @param urls of each row, its canonical addresses on a line each
 */
export function* addressBookOf(urls: TextColumn): Generator<undefined, AddressBook> {
  const rows = urls.offsets.length - 1
  const blocks: AddressBlock[] = []
  for (let first = 0; first < rows; first += BLOCK)
    blocks.push(yield* blockOf(urls, first, Math.min(rows, first + BLOCK)))
  const cites = (row: number, address: string) => textAt(urls, row).split('\n').includes(address)
  return {
    find(address) {
      const bytes = encoder.encode(address)
      const wanted = hashOf(bytes, 0, bytes.length)
      const found = new Set<number>()
      for (const block of blocks) {
        for (let at = block.hashes.indexOf(wanted); at >= 0; at = block.hashes.indexOf(wanted, at + 1)) {
          const row = block.first + (block.rows[at] ?? 0)
          // Many addresses have one hash.
          if (cites(row, address)) found.add(row)
        }
      }
      return Uint32Array.from(found)
    },
  }
}

function* blockOf(
  { offsets, bytes }: TextColumn,
  first: number,
  end: number,
): Generator<undefined, AddressBlock> {
  const hashes = growable(Uint16Array)
  const rows = growable(Uint16Array)
  for (let row = first; row < end; row += 1) {
    const last = offsets[row + 1] ?? 0
    for (let start = offsets[row] ?? 0; start < last;) {
      const lineEnd = bytes.indexOf(LINE_END, start)
      const stop = lineEnd < 0 || lineEnd > last ? last : lineEnd
      if (stop > start) {
        hashes.push(hashOf(bytes, start, stop))
        rows.push(row - first)
      }
      start = stop + 1
    }
    if (row % STEP === STEP - 1) yield
  }
  return { first, hashes: hashes.taken(), rows: rows.taken() }
}

/** FNV-1a, its 32 bits folded into 16: isthe.com/chongo/tech/comp/fnv */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c_9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x0100_0193)
  return (hash ^ (hash >>> 16)) & 0xffff
}
