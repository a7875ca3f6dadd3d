import { describe, expect, it } from 'vitest'
import { about as arAbout } from '../../../src/i18n/ar/about.ts'
import { details as arDetails } from '../../../src/i18n/ar/details.ts'
import { estimates as arEstimates } from '../../../src/i18n/ar/estimates.ts'
import { importCodes as arImportCodes } from '../../../src/i18n/ar/importCodes.ts'
import { importing as arImporting } from '../../../src/i18n/ar/importing.ts'
import { mapPanel as arMapPanel } from '../../../src/i18n/ar/mapPanel.ts'
import { notices as arNotices } from '../../../src/i18n/ar/notices.ts'
import { print as arPrint } from '../../../src/i18n/ar/print.ts'
import { recordVocabulary as arRecordVocabulary } from '../../../src/i18n/ar/recordVocabulary.ts'
import { about as enAbout } from '../../../src/i18n/en/about.ts'
import { details as enDetails } from '../../../src/i18n/en/details.ts'
import { estimates as enEstimates } from '../../../src/i18n/en/estimates.ts'
import { importCodes as enImportCodes } from '../../../src/i18n/en/importCodes.ts'
import { importing as enImporting } from '../../../src/i18n/en/importing.ts'
import { mapPanel as enMapPanel } from '../../../src/i18n/en/mapPanel.ts'
import { notices as enNotices } from '../../../src/i18n/en/notices.ts'
import { print as enPrint } from '../../../src/i18n/en/print.ts'
import { recordVocabulary as enRecordVocabulary } from '../../../src/i18n/en/recordVocabulary.ts'
import { about as frAbout } from '../../../src/i18n/fr/about.ts'
import { details as frDetails } from '../../../src/i18n/fr/details.ts'
import { estimates as frEstimates } from '../../../src/i18n/fr/estimates.ts'
import { importCodes as frImportCodes } from '../../../src/i18n/fr/importCodes.ts'
import { importing as frImporting } from '../../../src/i18n/fr/importing.ts'
import { mapPanel as frMapPanel } from '../../../src/i18n/fr/mapPanel.ts'
import { notices as frNotices } from '../../../src/i18n/fr/notices.ts'
import { print as frPrint } from '../../../src/i18n/fr/print.ts'
import { recordVocabulary as frRecordVocabulary } from '../../../src/i18n/fr/recordVocabulary.ts'
import { ar } from '../../../src/i18n/ar/ar.ts'
import { en } from '../../../src/i18n/en/en.ts'
import { fr } from '../../../src/i18n/fr/fr.ts'
import { directionOf, pickText } from '../../../src/i18n/pickText.ts'
import { plural } from '../../../src/i18n/plural.ts'
import { preferredLanguage } from '../../../src/i18n/preferredLanguage.ts'

/** Paths of all texts that are plain strings. */
function texts(of: unknown, path = ''): [string, string][] {
  if (typeof of === 'string') return [[path, of]]
  if (typeof of !== 'object' || of === null) return []
  return Object.entries(of).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}

/** All texts of each language: those of the first view, and those that later pieces of the page bring. */
const all = {
  en: {
    ...en,
    about: enAbout,
    details: enDetails,
    estimates: enEstimates,
    importCodes: enImportCodes,
    importing: enImporting,
    mapPanel: enMapPanel,
    notices: enNotices,
    print: enPrint,
    recordVocabulary: enRecordVocabulary,
  },
  ar: {
    ...ar,
    about: arAbout,
    details: arDetails,
    estimates: arEstimates,
    importCodes: arImportCodes,
    importing: arImporting,
    mapPanel: arMapPanel,
    notices: arNotices,
    print: arPrint,
    recordVocabulary: arRecordVocabulary,
  },
  fr: {
    ...fr,
    about: frAbout,
    details: frDetails,
    estimates: frEstimates,
    importCodes: frImportCodes,
    importing: frImporting,
    mapPanel: frMapPanel,
    notices: frNotices,
    print: frPrint,
    recordVocabulary: frRecordVocabulary,
  },
}

describe('the texts of the interface', () => {
  it.each(Object.entries(all))('are never empty in %s', (_, messages) => {
    expect(texts(messages).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('are Arabic in Arabic', () => {
    const latin = texts(all.ar).filter(
      ([path, text]) =>
        !/[\u0600-\u06FF]/.test(text) &&
        !/\.shortcuts\.\d+\.0$/.test(path) &&
        // Names of formats and of publishers, as they write them.
        !/^\.importCodes\.(format|profile)\./.test(path),
    )
    expect(
      latin.filter(([, text]) => /[A-Za-z]{3}/.test(text) && !/^(CSV|GeoJSON|YYYY-MM-DD)$/.test(text)),
    ).toEqual([])
  })

  it('use the plural forms of Arabic', () => {
    const count = ar.common.incidents
    expect([0, 1, 2, 3, 11, 100].map(count)).toEqual([
      'لا أحداث',
      'حدث واحد',
      'حدثان',
      '3 أحداث',
      '11 حدثًا',
      '100 حدث',
    ])
  })

  it('write large numbers as each language does', () => {
    expect(en.common.incidents(1_234_567)).toBe('1,234,567 incidents')
    expect(fr.common.incidents(1234)).toMatch(/^1\s234 incidents$/u)
    expect(plural('fr', 0, { one: '# mort', other: '# morts' })).toBe('0 mort')
  })

  it('show no number for what was not counted', () => {
    expect(en.common.fatalities(3, null)).toBe('at least 3 killed')
    expect(en.common.fatalities(3, 5)).toBe('3–5 killed')
    expect(en.common.fatalities(0, 0)).toBe('0 killed')
  })
})

describe('pickText', () => {
  it('falls back to English, and marks that', () => {
    expect(pickText({ en: 'a', fr: 'b' }, 'ar')).toEqual({
      text: 'a',
      language: 'en',
      direction: 'ltr',
      fallback: true,
    })
    expect(pickText({ ar: 'ب' }, 'fr')).toEqual({
      text: 'ب',
      language: 'ar',
      direction: 'rtl',
      fallback: true,
    })
    expect(pickText({ en: 'a', fr: 'b' }, 'fr')?.fallback).toBe(false)
    expect(pickText({}, 'en')).toBeUndefined()
  })

  it.each([
    ['ar', 'rtl'],
    ['ar-SY', 'rtl'],
    ['he', 'rtl'],
    ['fa', 'rtl'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['tr', 'ltr'],
  ])('writes %s %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction)
  })
})

describe('preferredLanguage', () => {
  it.each([
    [['ar-SY', 'en'], 'ar'],
    [['de-DE', 'fr-CH', 'en'], 'fr'],
    [['de'], 'en'],
    [[], 'en'],
  ])('takes from %j %s', (wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language)
  })
})
