import type { Language } from '../incidents/vocabulary.ts'

/** Numbers and plurals are written in the digits that the language's press uses most on the web: 0-9. */
export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  fr: 'fr',
}

/** `other` is always there; a language gives the categories that its grammar tells apart. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const rules = new Map<Language, Intl.PluralRules>()
const numbers = new Map<Language, Intl.NumberFormat>()

export function formatNumber(language: Language, count: number): string {
  let format = numbers.get(language)
  if (!format) numbers.set(language, (format = new Intl.NumberFormat(localeOf[language])))
  return format.format(count)
}

const compact = new Map<Language, Intl.NumberFormat>()

/** As short as it can be said: 20K, 1.5M; below ten thousand the number itself. */
export function formatCompact(language: Language, count: number): string {
  if (count < 10_000) return formatNumber(language, count)
  let format = compact.get(language)
  if (!format) {
    format = new Intl.NumberFormat(localeOf[language], { notation: 'compact' })
    compact.set(language, format)
  }
  return format.format(count)
}

/** The form for `count`, with `#` replaced by the number. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  let rule = rules.get(language)
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(localeOf[language])))
  return (forms[rule.select(count)] ?? forms.other).replace('#', formatNumber(language, count))
}
