import { describe, expect, it } from 'vitest'
import { finished } from '../../../src/engine/finished.ts'
import { emptyBitmap, rowsIn, setBit } from '../../../src/engine/search/bitmap.ts'
import {
  hasBitmap,
  matchAnyTerm,
  matchPhrase,
  type IndexSegment,
} from '../../../src/engine/search/indexSegment.ts'
import { SegmentBuilder } from '../../../src/engine/search/segmentBuilder.ts'

function segmentOf(documents: readonly (readonly number[])[], builder = new SegmentBuilder()): IndexSegment {
  for (const tokens of documents) builder.add(tokens)
  return finished(builder.build())
}

function matches(segment: IndexSegment, match: (found: Uint16Array) => void): number[] {
  const found = emptyBitmap(segment.count)
  match(found)
  return [...rowsIn(found)]
}

const anyOf = (segment: IndexSegment, ...ids: number[]) =>
  matches(segment, (found) => matchAnyTerm(segment, Uint32Array.from(ids), found))
const phraseOf = (segment: IndexSegment, ids: number[], lasts: number[]) =>
  matches(segment, (found) => matchPhrase(segment, ids, Uint32Array.from(lasts), found))

describe('a segment', () => {
  it('has for each document its tokens, and for each term its documents', () => {
    const segment = segmentOf([[5, 9, 5], [], [9]])
    expect(segment.count).toBe(3)
    expect([...segment.terms]).toEqual([5, 9])
    expect([...segment.offsets]).toEqual([0, 3, 3, 4])
    expect([...segment.tokens]).toEqual([0, 1, 0, 1])
    // A bitmap over three documents has one entry, as a list of one document has.
    expect([...segment.starts]).toEqual([0, 1, 2])
    expect([...segment.postings]).toEqual([0b001, 0b101])
  })

  it('lists the documents of a rare term, and has a bitmap for a frequent one', () => {
    const documents = Array.from({ length: 48 }, (_, at) => (at === 7 || at === 40 ? [1, 2, 1, 2] : [2]))
    const segment = segmentOf(documents)
    expect([hasBitmap(segment, 0), hasBitmap(segment, 1)]).toEqual([false, true])
    expect([...segment.starts]).toEqual([0, 2, 5])
    const all = emptyBitmap(48)
    for (const document of documents.keys()) setBit(all, document)
    expect([...segment.postings]).toEqual([7, 40, ...all])
    expect(anyOf(segment, 1)).toEqual([7, 40])
    expect(anyOf(segment, 2)).toHaveLength(48)
  })

  it('knows nothing of the segment that was built before it', () => {
    const builder = new SegmentBuilder()
    segmentOf([[1, 2, 3], [2]], builder)
    const segment = segmentOf([[3, 4]], builder)
    expect([...segment.terms]).toEqual([3, 4])
    expect([...segment.offsets]).toEqual([0, 2])
    expect([...segment.tokens]).toEqual([0, 1])
  })

  it('takes terms of any id, and documents of any length', () => {
    const long = Array.from({ length: 10_000 }, (_, at) => at)
    const segment = segmentOf([[1_000_000], long, [999_999, 1_000_000]])
    expect(segment.terms).toHaveLength(10_002)
    expect(segment.tokens).toHaveLength(10_003)
    expect(anyOf(segment, 1_000_000)).toEqual([0, 2])
    expect(anyOf(segment, 9_999)).toEqual([1])
    expect(anyOf(segment, 10_000)).toEqual([])
  })

  it('lists the first document of a term whose id is larger than any before', () => {
    const documents = Array.from({ length: 64 }, (_, at) => (at === 0 || at === 50 ? [20_000] : []))
    expect([...segmentOf(documents).postings]).toEqual([0, 50])
  })

  it('has tokens of four bytes where two do not number its terms', () => {
    const terms = (count: number) => [Array.from({ length: count }, (_, at) => at + 1)]
    expect(segmentOf(terms(1 << 16)).tokens).toBeInstanceOf(Uint16Array)
    const segment = segmentOf(terms((1 << 16) + 1))
    expect(segment.tokens).toBeInstanceOf(Uint32Array)
    expect(segment.tokens.at(-1)).toBe(1 << 16)
  })

  it('is found by any of several terms, whether near in the list or far', () => {
    const documents = Array.from({ length: 100 }, (_, at) => [2 * at + 1])
    const segment = segmentOf(documents)
    expect(anyOf(segment, 1, 2, 3, 150, 151, 199, 200)).toEqual([0, 1, 75, 99])
    for (const [document, [id = 0]] of documents.entries()) {
      expect(anyOf(segment, id)).toEqual([document])
      expect(anyOf(segment, id + 1)).toEqual([])
      expect(anyOf(segment, 1, id)).toEqual([...new Set([0, document])])
    }
    expect(anyOf(segment)).toEqual([])
    expect(anyOf(segmentOf([]), 1)).toEqual([])
  })

  it('is found by a phrase only where its terms stand in order without a gap', () => {
    const segment = segmentOf([
      [1, 2, 3],
      [1, 3, 2],
      [2, 3],
      [1, 2, 1, 2, 4],
      [1, 2],
      [3, 1, 2],
    ])
    expect(phraseOf(segment, [1, 2], [3])).toEqual([0])
    expect(phraseOf(segment, [1, 2], [3, 4])).toEqual([0, 3])
    expect(phraseOf(segment, [1], [2])).toEqual([0, 3, 4, 5])
    expect(phraseOf(segment, [2], [3])).toEqual([0, 2])
    expect(phraseOf(segment, [1, 9], [2])).toEqual([])
    expect(phraseOf(segment, [9], [2])).toEqual([])
    expect(phraseOf(segment, [1], [9])).toEqual([])
    expect(phraseOf(segment, [2, 1], [2])).toEqual([3])
  })
})

describe('a segment builder', () => {
  it('has room for 65,536 documents', () => {
    const builder = new SegmentBuilder()
    for (let document = 1; document < 1 << 16; document += 1) builder.add([])
    expect(builder.hasRoom()).toBe(true)
    builder.add([1])
    expect(builder.hasRoom()).toBe(false)
    expect(anyOf(finished(builder.build()), 1)).toEqual([65_535])
    expect(builder.hasRoom()).toBe(true)
  })

  it('has room for two million tokens, and then up to a multiple of 16 documents', () => {
    const builder = new SegmentBuilder()
    const tokens = Array.from({ length: (1 << 21) / 4 }, () => 1)
    const room: boolean[] = []
    for (let document = 0; document < 16; document += 1) {
      builder.add(document < 4 ? tokens : [2])
      room.push(builder.hasRoom())
    }
    expect(room).toEqual([...Array.from({ length: 15 }, () => true), false])

    const exactly = new SegmentBuilder()
    for (let document = 0; document < 16; document += 1) exactly.add(Array.from({ length: 1 << 17 }, () => 1))
    expect(exactly.hasRoom()).toBe(false)
  })

  it('yields once the segment is laid out, and after every 131,072 tokens', () => {
    const steps = (tokensOfEach: number, documents: number) => {
      const builder = new SegmentBuilder()
      const tokens = Array.from({ length: tokensOfEach }, (_, at) => at % 100)
      for (let document = 0; document < documents; document += 1) builder.add(tokens)
      return [...builder.build()].length
    }
    expect(steps(10, 10)).toBe(1)
    expect(steps(1 << 16, 4)).toBe(3)
    expect(steps((1 << 17) - 1, 1)).toBe(1)
    expect(steps(1 << 17, 1)).toBe(2)
  })
})
