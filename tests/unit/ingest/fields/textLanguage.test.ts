import { describe, expect, it } from 'vitest'
import { guessLanguage } from '../../../../src/ingest/fields/textLanguage.ts'

describe('guessLanguage', () => {
  it.each([
    ['ar', ['قصف مدفعي على قرية', 'غارة جوية على المدينة']],
    ['ar', ['قصف مدفعي على قرية (YPG)', 'https://a.example/a/very/long/address/in/latin/letters']],
    ['fr', ['Des hommes armés ont attaqué le village', 'Une attaque dans la région']],
    ['fr', ['Décès', 'Blessés', 'Enlèvement']],
    ['en', ['Armed men attacked the village', 'An attack was reported in the north']],
    ['en', ['Airstrike on Idlib', 'Shelling']],
    ['en', ['Café in the city of Orléans', 'The attack was in Besançon']],
    ['en', []],
    ['en', ['1', '35.5', 'ABC123']],
  ])('guesses %s', (language, texts) => {
    expect(guessLanguage(texts)).toBe(language)
  })
})
