import { bitmapLength, type Bitmap } from './bitmap.ts'
import { DOCUMENTS_PER_STEP } from '../costs.ts'
import { matchAnyTerm, matchPhrase, type IndexSegment } from './indexSegment.ts'
import { SegmentBuilder } from './segmentBuilder.ts'
import { FIELD_BREAK, type TermDictionary } from './termDictionary.ts'

/**
 * Which documents have which terms. It consists of segments, so that it can be searched while it is being filled, and
 * so that no step has to copy what is indexed already.
 */
export class InvertedIndex {
  /** Number of documents, indexed or not. */
  readonly length: number
  readonly #segments: IndexSegment[] = []
  #indexedCount = 0

  /** @param length number of documents */
  constructor(length: number) {
    this.length = length
  }

  /** Documents 0 to `indexed - 1` are indexed; the others are not found yet. */
  get indexed(): number {
    return this.#indexedCount
  }

  /**
   * Indexes all documents, in steps; to be called once. Each step yields the number of documents read so far.
   * @param documents `length` of them; of each its fields, '' for one that it lacks
   * @param dictionary gives the terms their ids; may be shared with other indexes
   */
  *fill(documents: Iterable<readonly string[]>, dictionary: TermDictionary): Generator<number, void> {
    const builder = new SegmentBuilder()
    let done = 0
    for (const fields of documents) {
      builder.add(tokensOf(fields, dictionary))
      done += 1
      if (done === this.length || !builder.hasRoom()) {
        this.#segments.push(yield* withProgress(done, builder.build()))
        this.#indexedCount = done
        yield done
      } else if (done % DOCUMENTS_PER_STEP === 0) yield done
    }
  }

  /**
   * Adds to `found` each document that has any of the terms.
   * @param termIds ascending
   * @param found over all documents
   */
  matchAnyTerm(termIds: Uint32Array, found: Bitmap): void {
    this.#forEachSegment(found, (segment, part) => matchAnyTerm(segment, termIds, part))
  }

  /**
   * Adds to `found` each document that has the terms of `termIds` one after another, followed by one of `lastTermIds`.
   * @param termIds in the order of the phrase, at least one
   * @param lastTermIds ascending
   * @param found over all documents
   */
  matchPhrase(termIds: readonly number[], lastTermIds: Uint32Array, found: Bitmap): void {
    this.#forEachSegment(found, (segment, part) => matchPhrase(segment, termIds, lastTermIds, part))
  }

  /** Calls `match` with each segment and the part of `found` that stands for the segment's documents. */
  #forEachSegment(found: Bitmap, match: (segment: IndexSegment, part: Bitmap) => void): void {
    let first = 0
    for (const segment of this.#segments) {
      const entry = first >> 4
      match(segment, found.subarray(entry, entry + bitmapLength(segment.count)))
      first += segment.count
    }
  }
}

/** The tokens of a document's fields, with a break behind each field. */
function tokensOf(fields: readonly string[], dictionary: TermDictionary): number[] {
  const tokens: number[] = []
  for (const field of fields) {
    if (field === '') continue
    dictionary.tokenize(field, tokens)
    tokens.push(FIELD_BREAK)
  }
  return tokens
}

/** The same steps and the same result; each step yields `done` instead of its own value. */
export function* withProgress<T>(done: number, steps: Generator<unknown, T>): Generator<number, T> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield done
  return step.value
}
