import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellLabel, rounded, seenEstimate, spokenEstimate } from '../../../src/counts/estimates.ts'
import { estimates as ar } from '../../../src/i18n/ar/estimates.ts'
import { estimates as en } from '../../../src/i18n/en/estimates.ts'
import { estimates as fr } from '../../../src/i18n/fr/estimates.ts'
import { plural } from '../../../src/i18n/plural.ts'
import type { Exactness } from '../../../src/query/incidentResult.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const exact: Exactness = { kind: 'exact' }
const sampled = (share: number): Exactness => ({ kind: 'sampled', share, margin: 0 })

describe('an estimated count', () => {
  it('is the count itself where it is exact', () => {
    expect(seenEstimate(12_345, exact, 'en')).toBe(12_345)
    expect(spokenEstimate(0, exact, en, 'en')).toBe(0)
    expect(cellLabel(12_345, exact, 'en')).toBe('12,345')
    expect(cellLabel(7, undefined, 'en')).toBe('7')
  })

  it('is written with its margin, isolated from right-to-left text', () => {
    expect(seenEstimate(12_288, sampled(1 / 4), 'en')).toEqual({
      near: 12_300,
      text: '\u2066≈ 12,300 ± 400\u2069',
    })
    expect(cellLabel(12_288, sampled(1 / 4), 'en')).toBe('≈12,300')
  })

  it('is under a limit where it is rare, never 0', () => {
    expect(seenEstimate(0, sampled(1 / 16), 'en')).toEqual({ near: 6_400, text: '\u2066< 6,400\u2069' })
    expect(spokenEstimate(48, sampled(1 / 16), en, 'en')).toMatchObject({ text: 'fewer than 6,400' })
    expect(cellLabel(0, sampled(1 / 16), 'en')).toBe('')
  })

  it('is spoken in words, in each language', () => {
    const spoken = (language: 'en' | 'fr' | 'ar', words: typeof en) =>
      spokenEstimate(12_288, sampled(1 / 4), words, language)
    expect(spoken('en', en)).toMatchObject({ text: 'about 12,300, give or take 400,' })
    expect(spoken('fr', fr)).toMatchObject({
      text: expect.stringMatching(/^environ 12.300, à 400 près,$/) as string,
    })
    expect(spoken('ar', ar)).toMatchObject({ text: 'نحو 12,300، بهامش خطأ 400،' })
  })

  it('stands in a text with the plural form of its number', () => {
    const forms = { one: '# incident', other: '# incidents' }
    expect(plural('en', { near: 1, text: '≈ 1' }, forms)).toBe('≈ 1 incident')
    expect(plural('en', { near: 12_300, text: '≈ 12,300' }, forms)).toBe('≈ 12,300 incidents')
  })
})

describe('the told interval', () => {
  it('contains the interval that it is rounded from, and is hardly wider', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(1_000_000), (count, margin) => {
        const told = rounded(count, margin)
        expect(told.near - told.margin).toBeLessThanOrEqual(count - margin)
        expect(told.near + told.margin).toBeGreaterThanOrEqual(count + margin)
        expect(told.margin).toBeLessThanOrEqual(Math.max(2, margin * 2.5))
      }),
      { numRuns: propertyRuns(500) },
    )
  })
})
