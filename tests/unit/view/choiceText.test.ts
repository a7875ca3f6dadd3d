import { describe, expect, it } from 'vitest'
import { readChoice, writeChoice } from '../../../src/view/url/choiceText.ts'

describe('the text of a choice', () => {
  it('escapes percent signs, commas and a leading exclamation mark of ids, and no other', () => {
    const choice = { include: ['50%', 'a,b,c', '!x', 'a!b', '100% ,'], exclude: ['!y'] }
    const text = '50%25,a%2Cb%2Cc,%21x,a!b,100%25 %2C,!%21y'
    expect(writeChoice(choice)).toBe(text)
    expect(readChoice(text)).toEqual({ kind: 'value', value: choice })
  })

  it('names each id once, and needs at least one', () => {
    expect(readChoice('a,b,a,!c,!c,,!')).toEqual({
      kind: 'value',
      value: { include: ['a', 'b'], exclude: ['c'] },
    })
    for (const text of ['', ',', '!', '!,,!'])
      expect(readChoice(text)).toStrictEqual({ kind: 'invalid', reason: 'empty' })
  })

  it.each([
    ['a,z', { include: ['a'], exclude: [] }],
    ['a,!z', { include: ['a'], exclude: [] }],
    ['z,!b', { include: [], exclude: ['b'] }],
  ])('drops ids that a closed vocabulary lacks: %s', (text, value) => {
    expect(readChoice(text, ['a', 'b'])).toEqual({ kind: 'invalid', reason: 'unknown-value', value })
  })
})
