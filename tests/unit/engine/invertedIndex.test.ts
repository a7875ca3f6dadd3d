import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../../src/engine/finished.ts'
import { emptyBitmap, rowsIn, type Bitmap } from '../../../src/engine/search/bitmap.ts'
import { TermDictionary } from '../../../src/engine/search/termDictionary.ts'
import { InvertedIndex } from '../../../src/engine/search/invertedIndex.ts'

/** @param documents the fields of each document */
function indexOf(documents: readonly (readonly string[])[]) {
  const dictionary = new TermDictionary()
  const index = new InvertedIndex(documents.length)
  finished(index.fill(documents, dictionary))
  const matches = (match: (found: Bitmap) => void) => {
    const found = emptyBitmap(documents.length)
    match(found)
    return [...rowsIn(found)]
  }
  return {
    withPrefix: (prefix: string) =>
      matches((found) => index.matchAnyTerm(dictionary.idsWithPrefix(prefix, false), found)),
    withPhrase(terms: readonly string[], last: string) {
      const ids = terms.flatMap((term) => dictionary.idOf(term) ?? [])
      if (ids.length < terms.length) return []
      return matches((found) => index.matchPhrase(ids, dictionary.idsWithPrefix(last, false), found))
    },
  }
}

const where = (documents: readonly (readonly string[])[], matches: (text: string) => boolean) =>
  documents.flatMap((fields, document) => (fields.some(matches) ? [document] : []))

const term = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'c')
const field = fc.array(term, { maxLength: 6 }).map((words) => words.join(' '))

describe('an inverted index', () => {
  it('finds the documents that a linear search finds, for rare terms and for frequent ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { maxLength: 3 }), { maxLength: 80 }),
        fc.array(term, { minLength: 1, maxLength: 3 }),
        term,
        (documents, terms, last) => {
          const { withPrefix, withPhrase } = indexOf(documents)
          expect(withPrefix(last)).toEqual(where(documents, (text) => ` ${text}`.includes(` ${last}`)))
          const wanted = ` ${[...terms, last].join(' ')}`
          expect(withPhrase(terms, last)).toEqual(where(documents, (text) => ` ${text}`.includes(wanted)))
        },
      ),
    )
  })

  it('finds documents in every segment, whether documents are many or long', () => {
    const many = Array.from({ length: 140_000 }, (_, document) => [
      document % 1_000 === 0 ? `rare text of ${document}` : 'text',
    ])
    const rare = where(many, (text) => text.startsWith('rare'))
    const ofMany = indexOf(many)
    expect(ofMany.withPrefix('rare')).toEqual(rare)
    expect(ofMany.withPrefix('tex')).toHaveLength(many.length)
    expect(ofMany.withPhrase(['rare', 'text'], 'o')).toEqual(rare)
    expect(ofMany.withPrefix('139000')).toEqual([139_000])

    const long = Array.from({ length: 50 }, (_, document) => [`${'long '.repeat(120_000)}end${document}`])
    const ofLong = indexOf(long)
    expect(ofLong.withPrefix('lon')).toHaveLength(long.length)
    expect(ofLong.withPhrase(['long'], 'end41')).toEqual([41])
    expect(ofLong.withPrefix('end3')).toEqual([3, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39])
  })

  it('has segments with more distinct terms than two bytes can number', () => {
    const documents = Array.from({ length: 20_000 }, (_, document) => [
      [0, 1, 2, 3].map((at) => `w${4 * document + at}`).join(' '),
    ])
    const { withPrefix, withPhrase } = indexOf(documents)
    expect(withPrefix('w79999')).toEqual([19_999])
    expect(withPhrase(['w72001'], 'w72002')).toEqual([18_000])
    expect(withPhrase(['w72002'], 'w72001')).toEqual([])
  })

  it('is filled in steps that yield the number of documents read', () => {
    const steps = [
      ...new InvertedIndex(1_000).fill(
        Array.from({ length: 1_000 }, () => ['some words']),
        new TermDictionary(),
      ),
    ]
    expect(steps.slice(0, 3)).toEqual([256, 512, 768])
    expect(steps.at(-1)).toBe(1_000)
  })
})
