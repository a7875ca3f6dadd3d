import { textAt, type TextColumn } from '../../incidents/columns.ts'
import { growable } from '../../incidents/growable.ts'
import { URL_ROWS_PER_STEP } from '../costs.ts'

/** Finds the rows that cite a URL. */
export interface UrlIndex {
  /**
   * The rows that cite the URL, ascending.
   * @param url in canonical form (`canonicalUrl`)
   */
  find(url: string): Uint32Array
}

/**
 * The URLs that consecutive rows cite, as hashes: the URLs themselves are at hand in the texts. `hashes[i]` is cited
 * by row `first + rows[i]`; two bytes each.
 */
interface UrlSegment {
  first: number
  hashes: Uint16Array
  rows: Uint16Array
}

/** Rows of a segment: their numbers have two bytes. */
const ROWS_PER_SEGMENT = 1 << 16

const LINE_FEED = 10
const encoder = new TextEncoder()

/**
 * Indexes URLs, in steps.
 * @param urls for each row its canonical URLs, separated by line feeds
 */
export function* buildUrlIndex(urls: TextColumn): Generator<undefined, UrlIndex> {
  const rows = urls.offsets.length - 1
  const segments: UrlSegment[] = []
  for (let first = 0; first < rows; first += ROWS_PER_SEGMENT)
    segments.push(yield* buildSegment(urls, first, Math.min(rows, first + ROWS_PER_SEGMENT)))
  return {
    find(url) {
      const bytes = encoder.encode(url)
      const hash = hashOf(bytes, 0, bytes.length)
      // Several URLs share a hash, so the text of the row decides.
      const found = segments
        .flatMap((segment) => rowsWithHash(segment, hash))
        .filter((row) => textAt(urls, row).split('\n').includes(url))
      return Uint32Array.from(found)
    },
  }
}

/** The rows of the segment that cite a URL with the hash: ascending, each once. */
function rowsWithHash({ first, hashes, rows }: UrlSegment, hash: number): number[] {
  const found = new Set<number>()
  for (let index = hashes.indexOf(hash); index >= 0; index = hashes.indexOf(hash, index + 1))
    found.add(first + rows[index]!)
  return [...found]
}

/** The segment of rows `first` to `end - 1`. */
function* buildSegment(
  { offsets, bytes }: TextColumn,
  first: number,
  end: number,
): Generator<undefined, UrlSegment> {
  const hashes = growable(Uint16Array)
  const rows = growable(Uint16Array)
  for (let row = first; row < end; row += 1) {
    const textEnd = offsets[row + 1]!
    for (let start = offsets[row]!; start < textEnd;) {
      const lineFeed = bytes.indexOf(LINE_FEED, start)
      const stop = lineFeed < 0 || lineFeed > textEnd ? textEnd : lineFeed
      if (stop > start) {
        hashes.push(hashOf(bytes, start, stop))
        rows.push(row - first)
      }
      start = stop + 1
    }
    if (row % URL_ROWS_PER_STEP === URL_ROWS_PER_STEP - 1) yield
  }
  return { first, hashes: hashes.taken(), rows: rows.taken() }
}

/** 16-bit hash of `bytes[start]` to `bytes[end - 1]`: FNV-1a with xor-folding, isthe.com/chongo/tech/comp/fnv */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c_9dc5
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ bytes[index]!, 0x0100_0193)
  return (hash ^ (hash >>> 16)) & 0xffff
}
