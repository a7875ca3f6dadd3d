import type { Language } from '../incidents/vocabulary.ts'

/** Locale (BCP 47) of each language. All write the digits 0-9, as their press mostly does on the web. */
export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  fr: 'fr',
}

/** A text for each plural category of the language (CLDR); `other` is always there. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const rules = new Map<Language, Intl.PluralRules>()
const numbers = new Map<Language, Intl.NumberFormat>()

/** A number; or what is written in its place where it is an estimate. */
export type Counted = number | Estimate

export interface Estimate {
  /** Chooses the plural form. */
  near: number
  text: string
}

/** How a count is told: as it is, or as an estimate. */
export type Tell = (count: number) => Counted

/** The number with the language's separators. */
export function formatNumber(language: Language, count: Counted): string {
  if (typeof count === 'object') return count.text
  let format = numbers.get(language)
  if (!format) numbers.set(language, (format = new Intl.NumberFormat(localeOf[language])))
  return format.format(count)
}

const compact = new Map<Language, Intl.NumberFormat>()

/** The number in short, such as 20K or 1.5M; below 10,000 in full. */
export function formatCompact(language: Language, count: number): string {
  if (count < 10_000) return formatNumber(language, count)
  let format = compact.get(language)
  if (!format) {
    format = new Intl.NumberFormat(localeOf[language], { notation: 'compact' })
    compact.set(language, format)
  }
  return format.format(count)
}

/**
 * The form of a text for a count.
 * @param forms texts in which `#` stands for the number
 */
export function plural(language: Language, count: Counted, forms: PluralForms): string {
  let rule = rules.get(language)
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(localeOf[language])))
  const category = rule.select(typeof count === 'object' ? count.near : count)
  return (forms[category] ?? forms.other).replace('#', formatNumber(language, count))
}
