import { describe, expect, it } from 'vitest'
import { didYouMean, nearestWord } from '../../../src/ingest/nearestWord.ts'

const known = ['reported', 'corroborated', 'disputed']

describe('nearestWord', () => {
  it.each([
    ['repoted', 'reported'],
    ['REPORTED', 'reported'],
    ['corroborate', 'corroborated'],
    ['disptued', 'disputed'],
    ['corobboratd', 'corroborated'],
  ])('finds for %s the word %s', (written, word) => {
    expect(nearestWord(written, known)).toBe(word)
  })

  it.each(['', 'battles', 'confirmed', 're'])('finds no word near %j', (written) => {
    expect(nearestWord(written, known)).toBeUndefined()
  })

  it('prefers the nearest of several words', () => {
    expect(nearestWord('tow', ['town', 'two', 'to', 'tower'])).toBe('town')
  })
})

it('didYouMean asks for the nearest word, and is empty without one', () => {
  expect(didYouMean('repoted', known)).toBe(' (did you mean "reported"?)')
  expect(didYouMean('battles', known)).toBe('')
})
