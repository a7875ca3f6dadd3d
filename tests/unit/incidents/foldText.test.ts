import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatches, foldText, foldWords } from '../../../src/incidents/foldText.ts'

describe('folding', () => {
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
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('breaks words at hyphens and marks', () => {
    expect(foldWords('al-Ghuraba, (Firqat)')).toEqual(['al', 'ghuraba', 'firqat'])
  })
})

describe('what is to be marked', () => {
  const marked = (text: string, ...words: string[]) =>
    findMatches(text, words).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['Clashes in Ḩārim today', ['hari'], ['Ḩāri']],
    ['الغرباء في حارِم', ['غرباء'], ['الغرباء']],
    ['الغرباء في حارِم', ['حارم'], ['حارِم']],
    ['al-Ghuraba', ['ghuraba'], ['Ghuraba']],
    ['scamp camp', ['camp'], ['camp']],
    ['anything', [], []],
  ])('in %s', (text, words, found) => {
    expect(marked(text, ...words)).toEqual(found)
  })

  it('lies within the text, whatever it is', () => {
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
