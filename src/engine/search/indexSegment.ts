import type { Ids } from '../../incidents/columns.ts'
import { bitmapLength, emptyBitmap, intersect, rowsIn, setBit, unite, type Bitmap } from './bitmap.ts'

/**
 * Consecutive documents of an inverted index: the tokens of each document and the documents of each term, by which the
 * segment can be searched. Never changed once it is built. Documents are numbered from 0 within the segment; terms by
 * their ordinal, which is their index in `terms`.
 */
export interface IndexSegment {
  /** Number of documents: at most 2^16, so that a document number has two bytes. */
  count: number
  /** Ids of the terms that occur in the segment, ascending. */
  terms: Uint32Array
  /** terms + 1 entries: the posting list of ordinal o is `postings[starts[o]]` to `postings[starts[o + 1] - 1]`. */
  starts: Uint32Array
  /**
   * For each term the documents that have it, ascending; or, where a bitmap over all documents needs no more entries,
   * that bitmap. `hasBitmap` tells which.
   */
  postings: Uint16Array
  /** count + 1 entries: the tokens of document d are `tokens[offsets[d]]` to `tokens[offsets[d + 1] - 1]`. */
  offsets: Uint32Array
  /** Ordinals. */
  tokens: Ids
}

/** Whether the postings of the term are a bitmap. No list is that long: it would have been replaced by the bitmap. */
export function hasBitmap(
  { count, starts }: Pick<IndexSegment, 'count' | 'starts'>,
  ordinal: number,
): boolean {
  return bitmapLength(count) === starts[ordinal + 1]! - starts[ordinal]!
}

/**
 * Adds to `found` the documents that have any of the terms.
 * @param termIds ascending
 * @param found over the documents of the segment
 */
export function matchAnyTerm(segment: IndexSegment, termIds: Uint32Array, found: Bitmap): void {
  for (const ordinal of ordinalsOf(termIds, segment.terms)) addPostings(segment, ordinal, found)
}

/**
 * Adds to `found` the documents that have the terms of `termIds` one after another, followed by one of `lastTermIds`.
 * @param termIds in the order of the phrase, at least one
 * @param lastTermIds ascending
 * @param found over the documents of the segment
 */
export function matchPhrase(
  segment: IndexSegment,
  termIds: readonly number[],
  lastTermIds: Uint32Array,
  found: Bitmap,
): void {
  const phrase = termIds.flatMap((id) => ordinalsOf(Uint32Array.of(id), segment.terms))
  if (phrase.length < termIds.length) return
  const candidates = emptyBitmap(segment.count)
  /** 1 for each ordinal that may end the phrase. */
  const isLast = new Uint8Array(segment.terms.length)
  for (const ordinal of ordinalsOf(lastTermIds, segment.terms)) {
    isLast[ordinal] = 1
    addPostings(segment, ordinal, candidates)
  }
  for (const ordinal of phrase) {
    const documents = emptyBitmap(segment.count)
    addPostings(segment, ordinal, documents)
    intersect(candidates, documents)
  }
  for (const document of rowsIn(candidates))
    if (hasPhrase(segment, document, phrase, isLast)) setBit(found, document)
}

/** Adds to `found` the documents that have the term. */
function addPostings({ count, starts, postings }: IndexSegment, ordinal: number, found: Bitmap): void {
  const [start, end] = [starts[ordinal]!, starts[ordinal + 1]!]
  if (end - start === bitmapLength(count)) unite(found, postings.subarray(start, end))
  // Without a view of the list: a prefix can have thousands of terms with short lists.
  else for (let posting = start; posting < end; posting += 1) setBit(found, postings[posting]!)
}

/** Whether the document has the ordinals of `phrase` as consecutive tokens, followed by one that `isLast` marks. */
function hasPhrase(
  { offsets, tokens }: IndexSegment,
  document: number,
  phrase: readonly number[],
  isLast: Uint8Array,
): boolean {
  const end = offsets[document + 1]! - phrase.length
  for (let start = offsets[document]!; start < end; start += 1) {
    let matched = 0
    while (matched < phrase.length && tokens[start + matched] === phrase[matched]) matched += 1
    if (matched === phrase.length && isLast[tokens[start + matched]!] === 1) return true
  }
  return false
}

/** Indices in `terms` of those ids that are in it. Both lists are ascending, and so is the result. */
function ordinalsOf(termIds: Uint32Array, terms: Uint32Array): number[] {
  const ordinals: number[] = []
  let from = 0
  for (const id of termIds) {
    from = lowerBoundFrom(terms, from, id)
    if (from === terms.length) break
    if (terms[from] === id) ordinals.push(from)
  }
  return ordinals
}

/**
 * Index of the first value from index `from` on that is at least `least`; `values.length` where there is none. Found
 * by exponential search, as the next id of an ascending list is often near.
 * @param values ascending
 */
function lowerBoundFrom(values: Uint32Array, from: number, least: number): number {
  let [low, step] = [from, 1]
  while (low + step <= values.length && values[low + step - 1]! < least) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step - 1, values.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
