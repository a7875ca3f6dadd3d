import { bitmapLength, setBit } from './bitmap.ts'
import { MAX_SEGMENT_TOKENS, TOKENS_PER_STEP } from '../costs.ts'
import { hasBitmap, type IndexSegment } from './indexSegment.ts'

/** Most documents of a segment: their numbers have two bytes. */
const MAX_DOCUMENTS = 1 << 16

/** Segments with at most this many distinct terms have tokens of two bytes. */
const MAX_SHORT_ORDINALS = 1 << 16

/**
 * Makes documents into index segments: `add` documents while it `hasRoom`, then `build` the segment, and so on for the
 * next one. The room that it works in is kept from one segment to the next.
 */
export class SegmentBuilder {
  /** Number of documents added since the last segment was built. */
  #count = 0
  /** The term ids of document d are `tokens[offsets[d]]` to `tokens[offsets[d + 1] - 1]`. */
  readonly #offsets = new Uint32Array(MAX_DOCUMENTS + 1)
  #tokens = new Uint32Array(1 << 12)
  /** By term id: number of documents of the segment that have the term. All 0 between segments. */
  #documentCounts = new Uint32Array(1 << 12)
  /** By term id: `stamp` of the last document that had the term, so that a document counts once for each of its terms. */
  #lastStamps = new Uint32Array(1 << 12)
  /** By term id: ordinal in the segment that is being built; meaningful only for terms that occur in it. */
  #ordinals = new Uint32Array(1 << 12)
  /** Counts up with each pass over a document and never starts again, so that `lastStamps` needs no clearing. */
  #stamp = 0

  /** @param tokens term ids of the next document, in order */
  add(tokens: readonly number[]): void {
    this.#stamp += 1
    let end = this.#offsets[this.#count]!
    if (end + tokens.length > this.#tokens.length) this.#tokens = grown(this.#tokens, end + tokens.length)
    for (const id of tokens) {
      if (id >= this.#documentCounts.length) this.#growTerms(id + 1)
      this.#tokens[end] = id
      end += 1
      if (this.#lastStamps[id] === this.#stamp) continue
      this.#lastStamps[id] = this.#stamp
      this.#documentCounts[id]! += 1
    }
    this.#count += 1
    this.#offsets[this.#count] = end
  }

  /**
   * Whether one more document fits into the segment. All segments but the last have a multiple of 16 documents, so that
   * each has entries of its own in a bitmap over all documents.
   */
  hasRoom(): boolean {
    if (this.#count === MAX_DOCUMENTS) return false
    return this.#count % 16 !== 0 || this.#offsets[this.#count]! < MAX_SEGMENT_TOKENS
  }

  /** The segment of the documents that were added since the last; built in steps. */
  *build(): Generator<undefined, IndexSegment> {
    const segment = this.#layOut()
    yield
    /** By ordinal: index in `postings` at which the term's next document is written. */
    const next = segment.starts.slice()
    let stepStart = 0
    for (let document = 0; document < this.#count; document += 1) {
      this.#place(document, segment, next)
      const end = this.#offsets[document + 1]!
      if (end - stepStart < TOKENS_PER_STEP) continue
      stepStart = end
      yield
    }
    this.#count = 0
    return segment
  }

  /** The segment with terms, starts and offsets, and with room for postings and tokens. Clears `documentCounts`. */
  #layOut(): IndexSegment {
    const [count, documentCounts, ordinals] = [this.#count, this.#documentCounts, this.#ordinals]
    let distinct = 0
    for (let id = 0; id < documentCounts.length; id += 1) if (documentCounts[id]! > 0) distinct += 1
    const terms = new Uint32Array(distinct)
    const starts = new Uint32Array(distinct + 1)
    for (let id = 0, ordinal = 0; ordinal < distinct; id += 1) {
      const documents = documentCounts[id]!
      if (documents === 0) continue
      documentCounts[id] = 0
      ordinals[id] = ordinal
      terms[ordinal] = id
      starts[ordinal + 1] = starts[ordinal]! + Math.min(documents, bitmapLength(count))
      ordinal += 1
    }
    const tokens = this.#offsets[count]!
    return {
      count,
      terms,
      starts,
      postings: new Uint16Array(starts[distinct]!),
      offsets: this.#offsets.slice(0, count + 1),
      tokens: distinct > MAX_SHORT_ORDINALS ? new Uint32Array(tokens) : new Uint16Array(tokens),
    }
  }

  /** Writes the tokens of a document into the segment, and the document into the postings of its terms. */
  #place(document: number, segment: IndexSegment, next: Uint32Array): void {
    this.#stamp += 1
    const end = this.#offsets[document + 1]!
    for (let token = this.#offsets[document]!; token < end; token += 1) {
      const id = this.#tokens[token]!
      const ordinal = this.#ordinals[id]!
      segment.tokens[token] = ordinal
      if (this.#lastStamps[id] === this.#stamp) continue
      this.#lastStamps[id] = this.#stamp
      if (hasBitmap(segment, ordinal)) setBit(segment.postings, 16 * segment.starts[ordinal]! + document)
      else segment.postings[next[ordinal]!++] = document
    }
  }

  /** Makes room for term ids below `length`. */
  #growTerms(length: number): void {
    this.#documentCounts = grown(this.#documentCounts, length)
    this.#lastStamps = grown(this.#lastStamps, length)
    this.#ordinals = grown(this.#ordinals, length)
  }
}

/** A copy with at least `length` entries, and at least twice as many as before. */
function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(2 * array.length, length))
  larger.set(array)
  return larger
}
