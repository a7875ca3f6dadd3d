import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../../src/engine/finished.ts'
import { rowBits, rowsIn } from '../../../src/engine/search/bitmap.ts'
import { createWordBook } from '../../../src/engine/search/termDictionary.ts'
import { wordListsOf } from '../../../src/engine/search/invertedIndex.ts'

/** Each text a list of fields. */
function indexed(texts: readonly (readonly string[])[]) {
  const book = createWordBook()
  const lists = finished(wordListsOf(texts.length, (text) => texts[text] ?? [], book))
  const found = (fill: (bits: Uint16Array) => void) => {
    const bits = rowBits(texts.length)
    fill(bits)
    return [...rowsIn(bits)]
  }
  return {
    begunBy: (prefix: string) => found((bits) => lists.gather(book.begunBy(prefix, false), bits)),
    phrase(words: readonly string[], last: string) {
      const numbers = words.flatMap((word) => book.numberOf(word) ?? [])
      if (numbers.length < words.length) return []
      return found((bits) => lists.gatherPhrase(numbers, book.begunBy(last, false), bits))
    },
  }
}

const where = (texts: readonly (readonly string[])[], says: (field: string) => boolean) =>
  texts.flatMap((fields, text) => (fields.some(says) ? [text] : []))

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'c')
const field = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))

describe('lists of words', () => {
  it('find what a plain look finds, words that few say and words that most say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { maxLength: 3 }), { maxLength: 80 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        word,
        (texts, words, last) => {
          const { begunBy, phrase } = indexed(texts)
          expect(begunBy(last)).toEqual(where(texts, (said) => ` ${said}`.includes(` ${last}`)))
          const wanted = ` ${[...words, last].join(' ')}`
          expect(phrase(words, last)).toEqual(where(texts, (said) => ` ${said}`.includes(wanted)))
        },
      ),
    )
  })

  it('go on from one block to the next, whether texts are many or long', () => {
    const many = Array.from({ length: 140_000 }, (_, text) => [
      text % 1_000 === 0 ? `rare text of ${text}` : 'text',
    ])
    const rare = where(many, (said) => said.startsWith('rare'))
    expect(indexed(many).begunBy('rare')).toEqual(rare)
    expect(indexed(many).begunBy('tex')).toHaveLength(many.length)
    expect(indexed(many).phrase(['rare', 'text'], 'o')).toEqual(rare)
    expect(indexed(many).begunBy('139000')).toEqual([139_000])

    const long = Array.from({ length: 50 }, (_, text) => [`${'long '.repeat(120_000)}end${text}`])
    expect(indexed(long).begunBy('lon')).toHaveLength(long.length)
    expect(indexed(long).phrase(['long'], 'end41')).toEqual([41])
    expect(indexed(long).begunBy('end3')).toEqual([3, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39])
  })

  it('hold more different words in a block than two bytes number', () => {
    const texts = Array.from({ length: 20_000 }, (_, text) => [
      [0, 1, 2, 3].map((at) => `w${4 * text + at}`).join(' '),
    ])
    const { begunBy, phrase } = indexed(texts)
    expect(begunBy('w79999')).toEqual([19_999])
    expect(phrase(['w72001'], 'w72002')).toEqual([18_000])
    expect(phrase(['w72002'], 'w72001')).toEqual([])
  })

  it('are made in steps that tell how far they are', () => {
    const said = [...wordListsOf(1_000, () => ['some words'], createWordBook())]
    expect(said.slice(0, 3)).toEqual([256, 512, 768])
    expect(said.at(-1)).toBe(1_000)
  })
})
