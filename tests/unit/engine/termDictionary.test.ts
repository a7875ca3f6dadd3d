import { describe, expect, it } from 'vitest'
import { FIELD_BREAK, TermDictionary } from '../../../src/engine/search/termDictionary.ts'

function dictionaryOf(...texts: string[]) {
  const dictionary = new TermDictionary()
  const tokens: number[] = []
  for (const text of texts) dictionary.tokenize(text, tokens)
  return { dictionary, tokens }
}

describe('a term dictionary', () => {
  it('numbers terms from 1 on, in the order in which they are first read', () => {
    const { dictionary, tokens } = dictionaryOf('Strike on the camp', 'camp-strike, Town')
    expect(FIELD_BREAK).toBe(0)
    expect(tokens).toEqual([1, 2, 3, 4, 4, 1, 5])
    expect(['strike', 'on', 'the', 'camp', 'town'].map((term) => dictionary.idOf(term))).toEqual([
      1, 2, 3, 4, 5,
    ])
  })

  it('has no id for a term that no text has, nor for one that is not folded', () => {
    const { dictionary } = dictionaryOf('camp')
    expect(['cam', 'Camp', 'town', ''].map((term) => dictionary.idOf(term))).toEqual(
      Array.from({ length: 4 }),
    )
  })

  it('finds the terms with a prefix, ascending', () => {
    const { dictionary } = dictionaryOf('camp strike campus ca came')
    expect([...dictionary.idsWithPrefix('cam', true)]).toEqual([1, 3, 5])
    expect([...dictionary.idsWithPrefix('camp', false)]).toEqual([1, 3])
    expect([...dictionary.idsWithPrefix('x', true)]).toEqual([])
  })

  it('finds terms behind their Arabic article only where it is to be ignored', () => {
    // "the camp", "camp", "the camps": ids 1, 2, 3.
    const { dictionary } = dictionaryOf('المخيم مخيم المخيمات')
    expect([...dictionary.idsWithPrefix('مخيم', false)]).toEqual([2])
    expect([...dictionary.idsWithPrefix('مخيم', true)]).toEqual([1, 2, 3])
    expect([...dictionary.idsWithPrefix('المخيم', true)]).toEqual([1, 3])
    // A term that begins with the prefix both with its article and without is found once.
    const twice = dictionaryOf('الالات').dictionary
    expect([...twice.idsWithPrefix('ال', true)]).toEqual([1])
  })

  it('goes on as before once its cache is cleared', () => {
    const { dictionary } = dictionaryOf('camp strike')
    dictionary.clearCache()
    const tokens: number[] = []
    dictionary.tokenize('strike town camp', tokens)
    expect(tokens).toEqual([2, 3, 1])
  })

  it('keeps ids when more pieces of text are read than it remembers', () => {
    const { dictionary } = dictionaryOf('first')
    const pieces = Array.from({ length: 70_000 }, (_, at) => `p${at}`)
    dictionary.tokenize(pieces.join(' '), [])
    const tokens: number[] = []
    dictionary.tokenize('first p0 p69999', tokens)
    expect(tokens).toEqual([1, 2, 70_001])
  })
})
