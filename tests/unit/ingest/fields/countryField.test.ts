import { describe, expect, it } from 'vitest'
import { countryCodes, countryOfFips, countryOfLongCode } from '../../../../src/ingest/fields/countryCodes.ts'
import { countryCode } from '../../../../src/ingest/fields/countryField.ts'

describe('countryCode', () => {
  it.each([
    ['Syria', 'SY'],
    ['SYRIA', 'SY'],
    [' Syrie ', 'SY'],
    ['سوريا', 'SY'],
    ['سورية', 'SY'],
    ['Syrian Arab Republic', 'SY'],
    ['العراق', 'IQ'],
    ['Democratic Republic of Congo', 'CD'],
    ['Democratic Republic of the Congo', 'CD'],
    ['DR Congo (Zaire)', 'CD'],
    ['République démocratique du Congo', 'CD'],
    ['Republic of Congo', 'CG'],
    ['Myanmar (Burma)', 'MM'],
    ['Myanmar', 'MM'],
    ['Palestine', 'PS'],
    ['occupied Palestinian territory', 'PS'],
    ['فلسطين', 'PS'],
    ['Ivory Coast', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Bosnia-Herzegovina', 'BA'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Russia (Soviet Union)', 'RU'],
    ['Yemen (North Yemen)', 'YE'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Kingdom of eSwatini (Swaziland)', 'SZ'],
    ['Central African Republic', 'CF'],
    ['South Sudan', 'SS'],
    ['Guinea', 'GN'],
    ['Guinea-Bissau', 'GW'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['St. Lucia', 'LC'],
    ['Kosovo', 'XK'],
    ['United States of America', 'US'],
    ['SY', 'SY'],
    ['sy', 'SY'],
    ['SYR', 'SY'],
    ['760', 'SY'],
    ['4', 'AF'],
    ['004', 'AF'],
    ['854.0', 'BF'],
  ])('knows %s', (text, code) => {
    expect(countryCode(text)).toBe(code)
  })

  it.each([
    '',
    'NA',
    'Unknown',
    'Congo',
    'Korea',
    'Kashmir',
    'Middle East',
    'Syria, Iraq',
    'Syriaa',
    'XX',
    '999',
    '0',
    'constructor',
    '__proto__',
    'toString',
  ])('knows no country %j', (text) => {
    expect(countryCode(text)).toBeUndefined()
  })

  it('knows every country by the names that Intl gives in three languages', () => {
    const unknown = countryCodes.flatMap((code) =>
      ['en', 'fr', 'ar'].flatMap((locale) => {
        const name = new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
        return countryCode(name) === code ? [] : [`${code} ${name}`]
      }),
    )
    expect(unknown).toEqual([])
  })
})

describe('codes of countries', () => {
  it('are 249 of ISO 3166-1, and Kosovo', () => {
    expect(new Set(countryCodes).size).toBe(250)
    expect(countryCodes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
  })

  it('lead from three letters and three digits to two letters', () => {
    expect([countryOfLongCode('LBN'), countryOfLongCode('422'), countryOfLongCode('XKX')]).toEqual([
      'LB',
      'LB',
      'XK',
    ])
    expect(countryOfLongCode('LB')).toBeUndefined()
  })

  it.each([
    ['SU', 'SD'],
    ['OD', 'SS'],
    ['CG', 'CD'],
    ['CF', 'CG'],
    ['IZ', 'IQ'],
    ['IS', 'IL'],
    ['IC', 'IS'],
    ['GZ', 'PS'],
    ['WE', 'PS'],
    ['BM', 'MM'],
    ['UP', 'UA'],
    ['UK', 'GB'],
    ['KV', 'XK'],
    ['RI', 'RS'],
    ['OS', undefined],
    ['', undefined],
  ])('lead from FIPS %s to %s', (fips, code) => {
    expect(countryOfFips(fips)).toBe(code)
  })

  it('reach every country by FIPS, but for three that FIPS lacks', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
    const reached = new Set(letters.flatMap((a) => letters.map((b) => countryOfFips(a + b))))
    expect(countryCodes.filter((code) => !reached.has(code))).toEqual(['AX', 'BQ', 'UM'])
    expect([...reached].filter((code) => code !== undefined && !countryCodes.includes(code))).toEqual([])
  })
})
