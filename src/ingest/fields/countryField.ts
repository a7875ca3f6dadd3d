import { foldWords, withoutArticle } from '../../incidents/foldText.ts'
import type { Translated } from '../../incidents/incident.ts'
import { languages } from '../../incidents/vocabulary.ts'
import { countryCodes, countryOfLongCode } from './countryCodes.ts'
import { isMissing } from './missingWords.ts'

/** Code units of the longest text that is read as a country. */
const LONGEST = 100

/** Names that the lists of names by language lack, by code: those of the UN, ACLED, UCDP, and short ones in use. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates', 'EAU', 'الإمارات'],
  BA: ['Bosnia-Herzegovina', 'Bosnia', 'البوسنة'],
  BN: ['Brunei Darussalam'],
  BO: ['Bolivia (Plurinational State of)', 'Plurinational State of Bolivia'],
  BY: ['Biélorussie', 'Byelorussia', 'روسيا البيضاء'],
  CD: [
    'DR Congo (Zaire)',
    'DR Congo',
    'DRC',
    'D.R. Congo',
    'Democratic Republic of Congo',
    'Congo DRC',
    'Zaire',
    'RDC',
    'République démocratique du Congo',
    'جمهورية الكونغو الديمقراطية',
  ],
  CF: ['CAR', 'RCA', 'Centrafrique', 'أفريقيا الوسطى'],
  CG: [
    'Republic of Congo',
    'Republic of the Congo',
    'Congo Republic',
    'République du Congo',
    'جمهورية الكونغو',
  ],
  CI: ['Ivory Coast', 'كوت ديفوار'],
  CV: ['Cabo Verde'],
  CZ: ['Czech Republic', 'République tchèque'],
  EH: ['Sahara occidental'],
  FM: ['Micronesia (Federated States of)', 'Federated States of Micronesia'],
  GB: [
    'UK',
    'Great Britain',
    'United Kingdom of Great Britain and Northern Ireland',
    'Grande-Bretagne',
    'بريطانيا',
  ],
  GM: ['The Gambia'],
  IE: ['Republic of Ireland'],
  IR: ['Iran (Islamic Republic of)', 'Islamic Republic of Iran'],
  KH: ['Cambodia (Kampuchea)'],
  KP: ["Democratic People's Republic of Korea", 'DPRK'],
  KR: ['Republic of Korea'],
  LA: ["Lao People's Democratic Republic", 'Lao PDR', 'Laos'],
  LY: ['State of Libya', 'Libyan Arab Jamahiriya'],
  MD: ['Republic of Moldova'],
  MG: ['Madagascar (Malagasy)'],
  MK: ['Macedonia', 'Macedonia, FYR', 'FYR Macedonia', 'The former Yugoslav Republic of Macedonia'],
  MM: ['Myanmar (Burma)', 'Burma', 'Birmanie', 'Myanmar', 'بورما'],
  NL: ['Netherlands (Kingdom of the)', 'Holland'],
  PS: [
    'Palestine',
    'State of Palestine',
    'Occupied Palestinian Territory',
    'Occupied Palestinian Territories',
    'oPt',
  ],
  RS: ['Serbia (Yugoslavia)'],
  RU: ['Russian Federation', 'Russia (Soviet Union)', 'Fédération de Russie', 'روسيا الاتحادية'],
  SA: ['KSA', 'Kingdom of Saudi Arabia', 'السعودية'],
  SS: ['Republic of South Sudan'],
  SY: ['Syrian Arab Republic', 'République arabe syrienne', 'سورية', 'الجمهورية العربية السورية'],
  SZ: ['Kingdom of eSwatini (Swaziland)', 'Swaziland', 'eSwatini'],
  TL: ['Timor-Leste', 'East Timor'],
  TR: ['Turkey', 'Türkiye', 'Republic of Türkiye', 'تركية'],
  TW: ['Taiwan, Province of China', 'Taiwan (Province of China)'],
  TZ: ['United Republic of Tanzania'],
  US: [
    'USA',
    'U.S.A.',
    'U.S.',
    'United States of America',
    "États-Unis d'Amérique",
    'الولايات المتحدة الأمريكية',
  ],
  VA: ['Holy See'],
  VE: ['Venezuela (Bolivarian Republic of)', 'Bolivarian Republic of Venezuela'],
  VN: ['Viet Nam'],
  XK: ['Republic of Kosovo'],
  YE: ['Yemen (North Yemen)', 'Republic of Yemen'],
  ZW: ['Zimbabwe (Rhodesia)'],
}

/** Parts of Palestine that files name in place of a country. */
const partsOfPalestine = [
  'West Bank',
  'Gaza',
  'Gaza Strip',
  'Cisjordanie',
  'Bande de Gaza',
  'الضفة الغربية',
  'غزة',
  'قطاع غزة',
]

/** Words of names that are there or not: articles, "and", "of the". */
const optional = new Set(['the', 'and', 'of', 'la', 'le', 'les', 'l', 'et', 'de', 'du', 'des'])

let codeByName: ReadonlyMap<string, string> | undefined

/**
 * The ISO 3166-1 code of two letters of a country; XK for Kosovo.
 * @param text a name in English, French or Arabic, or a code of two or three letters or digits; "NA" is missing, not
 *   Namibia, and "Congo" and "Korea" are two countries each
 */
export function countryCode(text: string): string | undefined {
  if (text.length > LONGEST || isMissing(text)) return undefined
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && countryCodes.includes(code)) return code
  const digits = /^(\d{1,3})(?:\.0)?$/.exec(code)?.[1]?.padStart(3, '0')
  const long = countryOfLongCode(digits ?? code)
  if (long) return long
  codeByName ??= readNames()
  return codeByName.get(nameKey(text))
}

/** Names of all countries in three languages, long and short, with ours; a name of two countries is left out. */
function readNames(): Map<string, string> {
  const found = new Map<string, string>()
  const shared = new Set<string>(['congo', 'korea'])
  const add = (name: string | undefined, code: string) => {
    const key = nameKey(name ?? '')
    if (key === '' || shared.has(key)) return
    const known = found.get(key)
    if (known === undefined || known === code) found.set(key, code)
    else {
      found.delete(key)
      shared.add(key)
    }
  }
  for (const locale of ['en', 'fr', 'ar']) {
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames([locale], { type: 'region', style, fallback: 'none' })
      for (const code of countryCodes) add(names.of(code), code)
    }
  }
  for (const [code, names] of Object.entries(otherNames)) for (const name of names) add(name, code)
  for (const name of partsOfPalestine) add(name, 'PS')
  return found
}

function nameKey(name: string): string {
  return foldWords(name)
    .filter((word) => !optional.has(word))
    .map((word) => (word === 'st' ? 'saint' : withoutArticle(word)))
    .join(' ')
}

const namesByCode = new Map<string, Translated>()

/** Names of a country in the languages of the page. @param code ISO 3166-1, two letters in capitals */
export function countryNames(code: string): Translated {
  const known = namesByCode.get(code)
  if (known) return known
  const names: Translated = {}
  for (const language of languages) {
    const name = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code)
    if (name !== undefined) names[language] = name
  }
  namesByCode.set(code, names)
  return names
}

/** Whether a text that stands for a country is a code or another abbreviation: no country has so short a name. */
export function isCountryCode(text: string): boolean {
  return /^\s*([A-Za-z]{2,3}|\d{1,3}(\.0)?)\s*$/.test(text)
}
