import { foldText, foldWords, withoutArticle } from '../../incidents/foldText.ts'

/** Countries where names in Latin letters carry the Arabic article in many spellings. */
const arabicSpeaking: ReadonlySet<string> = new Set(
  'AE BH DJ DZ EG EH IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE'.split(' '),
)

/** The Arabic article in Latin letters: al-, and with its l assimilated to the letter that follows. */
const latinArticles: ReadonlySet<string> = new Set(
  'al el ul il an en ar er as es ash esh ad ed adh edh at et ath eth az ez'.split(' '),
)

/**
 * The form under which names of places are compared: folded as for search, without blanks between the words, which are
 * a matter of taste in names (Kafr Nabl, كفر نبل and كفرنبل). In Arabic without articles; in Latin letters, in countries
 * that speak Arabic, without them too, and with one spelling of the ending -ah, -a. Never by likeness.
 * @param country ISO 3166-1 code of two letters
 */
export function placeKey(name: string, country: string): string {
  const words = foldWords(name).map(withoutArticle)
  if (!arabicSpeaking.has(country)) return words.join('')
  const bare = words.filter((word) => !latinArticles.has(word))
  return (bare.length > 0 ? bare : words).map((word) => word.replace(/(?<=\w{2}a)h$/, '')).join('')
}

/** The name as written but for case, accents and signs; it tells places apart whose keys are the same. */
export function exactKey(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Words for a division, in the form of `foldText`. */
const divisionWords: ReadonlySet<string> = new Set(
  [
    'governorate, province, region, division, state, oblast, district, department, county, prefecture',
    'gouvernorat, departement, wilaya, muhafazat, mohafazat, krai, republic, of, de, du, la',
    'محافظه, ولايه, منطقه, مقاطعه, قضاء, اقليم, اوبلاست',
  ].flatMap((line) => line.split(', ')),
)

/** The same for a first-level division, without the word for what it is, unless nothing else remains. */
export function regionKey(name: string, country: string): string {
  const words = foldWords(name)
  const bare = words.filter((word) => !divisionWords.has(withoutArticle(word)))
  return placeKey((bare.length > 0 ? bare : words).join(' '), country)
}
