import { describe, expect, it } from 'vitest'
import {
  tagsOf,
  textsIn,
  titleAndSummary,
  titleOfText,
  titleOfWords,
} from '../../../../src/ingest/profiles/rowTexts.ts'

describe('the title of a text', () => {
  it('is its first line', () => {
    expect(titleOfText('\n A mill burns.\r\nLater, rain.')).toBe('A mill burns.')
  })

  it('is cut before a word, or within a long one, and counts whole letters', () => {
    expect(titleOfText(`${'word '.repeat(24)}end of the line`)).toBe(`${'word '.repeat(24).trimEnd()}…`)
    expect(titleOfText('x'.repeat(500))).toBe(`${'x'.repeat(120)}…`)
    expect(titleOfText('😀'.repeat(500))).toBe(`${'😀'.repeat(120)}…`)
    expect(titleOfText('x'.repeat(120))).toBe('x'.repeat(120))
  })
})

describe('the title of words', () => {
  it('leaves out blank words and repetitions', () => {
    expect(titleOfWords('Attack', ' ', 'Mill', 'Attack', '')).toBe('Attack, Mill')
    expect(titleOfWords()).toBe('')
  })
})

describe('tags', () => {
  it('are trimmed, each once, and short', () => {
    expect(tagsOf(' a ', 'a', '', 'x'.repeat(121), 'x'.repeat(120))).toEqual(['a', 'x'.repeat(120)])
  })
})

describe('texts in languages', () => {
  it('are those that say something', () => {
    expect(textsIn({ en: ' Mill ', ar: ' ' })).toEqual({ en: 'Mill' })
    expect(textsIn({ en: '', fr: '' })).toBeUndefined()
  })
})

describe('the title and summary of a record', () => {
  it('take the title, else the beginning of the text, else other words', () => {
    const long = 'word '.repeat(40).trim()
    expect(titleAndSummary('en', { title: 'Mill', text: long }).title).toEqual({ en: 'Mill' })
    expect(titleAndSummary('en', { title: '', text: long })).toEqual({
      title: { en: titleOfText(long) },
      summary: { en: long },
    })
    expect(titleAndSummary('fr', { title: ' ', text: '', words: 'Mill' })).toEqual({ title: { fr: 'Mill' } })
  })

  it('do not say the same twice', () => {
    expect(titleAndSummary('en', { title: '', text: 'A mill burns.' }).summary).toBeUndefined()
  })
})
