import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatches, foldText, foldWords } from '../../../src/incidents/foldText.ts'

describe('foldText and foldWords', () => {
  it.each([
    ['Ḩārim', 'harim'],
    ['ÉTÉ', 'ete'],
    ['أومسين', 'اومسين'],
    ['حَارِم', 'حارم'],
    ['حـــارم', 'حارم'],
    ['مدرسة', 'مدرسه'],
    ['على', 'علي'],
    ['آثار', 'اثار'],
    ['مسؤول', 'مسوول'],
    ['١٢٣ ۴۵', '123 45'],
    ['Ma‘arrat an-Nu‘man', 'maarrat an-numan'],
    ["L'Orient", 'lorient'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ﷲ', 'الله'],
  ])('fold %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('are idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('split words at hyphens and punctuation', () => {
    expect(foldWords('al-Ghuraba, (Firqat)')).toEqual(['al', 'ghuraba', 'firqat'])
  })
})

describe('foldText of ASCII', () => {
  it('gives what it gives for the same text with a character that is dropped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(foldText(text)).toBe(foldText(`${text}\u200B`))
      }),
    )
  })
})

describe('findMatches', () => {
  const marked = (text: string, ...words: string[]) =>
    findMatches(text, words).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['Clashes in Ḩārim today', ['hari'], ['Ḩāri']],
    ['الغرباء في حارِم', ['غرباء'], ['الغرباء']],
    ['الغرباء في حارِم', ['حارم'], ['حارِم']],
    ['al-Ghuraba', ['ghuraba'], ['Ghuraba']],
    ['scamp camp', ['camp'], ['camp']],
    ['anything', [], []],
  ])('highlights the matches in %s', (text, words, found) => {
    expect(marked(text, ...words)).toEqual(found)
  })

  it('gives ranges within the text for any text and search', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
        for (const { start, end } of findMatches(text, foldWords(search))) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
