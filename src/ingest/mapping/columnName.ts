import { foldWords } from '../../incidents/foldText.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import { mappedFields, type MappedField } from '../../query/importReport.ts'
import {
  columnSynonyms,
  doubtfulSynonyms,
  fillerWords,
  otherDateWords,
  repeatableFields,
} from './columnSynonyms.ts'

/** A field that the name of a column stands for. */
export interface NamedField {
  field: MappedField
  /**
   * 1: the whole name is a synonym; less: beside a number or words without meaning of their own, or a name of other
   * things as well.
   */
  strength: number
  /** Position in the list of synonyms, from 0: the lower, the more telling. */
  rank: number
}

const WITH_NUMBER = 0.95
const WITH_FILLERS = 0.75
const DOUBTFUL = 0.5

const byPhrase = new Map<string, { field: MappedField; rank: number }[]>()
for (const field of mappedFields) {
  columnSynonyms[field].forEach((synonym, rank) => {
    const phrase = foldWords(synonym).join(' ')
    byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), { field, rank }])
  })
}

const doubtful = new Set(doubtfulSynonyms.map((synonym) => foldWords(synonym).join(' ')))
const ofOtherDates = new Set(otherDateWords.flatMap((word) => foldWords(word)))
const fillers = new Set(fillerWords.flatMap((word) => foldWords(word)))

const datesOfIncidents: ReadonlySet<MappedField> = new Set([
  'day',
  'end-day',
  'year',
  'month',
  'day-of-month',
])

const counts: ReadonlySet<MappedField> = new Set([
  'killed',
  'killed-min',
  'killed-max',
  'wounded',
  'wounded-min',
  'wounded-max',
  'killed-or-wounded',
])

const languageWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['en', 'eng', 'english', 'anglais', 'الانجليزيه'],
  fr: ['fr', 'fra', 'french', 'francais', 'الفرنسيه'],
  ar: ['ar', 'ara', 'arabic', 'arabe', 'العربيه'],
}

/** Words of a column's name, folded; camel case is taken apart. */
function wordsOf(column: string): string[] {
  return foldWords(column.slice(0, 200).replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
}

/** The language that the name of a column ends in, as `description_ar` does; undefined where it names none. */
export function languageOfColumn(column: string): Language | undefined {
  const words = wordsOf(column)
  const last = words.at(-1)
  if (last === undefined || words.length < 2) return undefined
  return (['en', 'fr', 'ar'] as const).find((language) => languageWords[language].includes(last))
}

/** Whether the name says that a column of dates holds other dates than those of the incidents. */
export function isOtherDate(column: string): boolean {
  return wordsOf(column).some((word) => ofOtherDates.has(word))
}

/** The fields that the name of a column stands for; a name may stand for several. */
export function fieldsNamed(column: string): NamedField[] {
  const all = wordsOf(column)
  const words = languageOfColumn(column) === undefined ? all : all.slice(0, -1)
  // "Killed?" is answered by yes or no, often as 1 or 0: that is no number of people.
  const isQuestion = /[?؟]\s*$/.test(column.slice(-10))
  return fieldsOf(words).filter(({ field }) => !isQuestion || !counts.has(field))
}

function fieldsOf(words: readonly string[]): NamedField[] {
  const whole = named(words, 1)
  if (whole.length > 0) return whole
  if (/^\d+$/.test(words.at(-1) ?? '')) {
    const counted = named(words.slice(0, -1), WITH_NUMBER)
    const repeatable = counted.filter(({ field }) => repeatableFields.includes(field))
    if (repeatable.length > 0) return repeatable
  }
  const telling = words.filter((word) => !fillers.has(word))
  if (telling.length === words.length) return []
  // The date when something was reported may be another than when it happened.
  return named(telling, WITH_FILLERS).filter(
    ({ field }) => !words.includes('reported') || !datesOfIncidents.has(field),
  )
}

function named(words: readonly string[], strength: number): NamedField[] {
  const phrase = words.join(' ')
  const share = doubtful.has(phrase) ? DOUBTFUL : 1
  return (byPhrase.get(phrase) ?? []).map(({ field, rank }) => ({ field, strength: strength * share, rank }))
}
