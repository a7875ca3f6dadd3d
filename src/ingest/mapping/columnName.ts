import { foldWords } from '../../incidents/foldText.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import { mappedFields, type MappedField } from '../../query/importReport.ts'
import { columnSynonyms, fillerWords, repeatableFields } from './columnSynonyms.ts'

/** A field that the name of a column stands for. */
export interface NamedField {
  field: MappedField
  /** 1: the whole name is a synonym; less: beside a number or words without meaning of their own. */
  strength: number
  /** Position in the list of synonyms, from 0: the lower, the more telling. */
  rank: number
}

const WITH_NUMBER = 0.95
const WITH_FILLERS = 0.75

const byPhrase = new Map<string, { field: MappedField; rank: number }[]>()
for (const field of mappedFields) {
  columnSynonyms[field].forEach((synonym, rank) => {
    const phrase = foldWords(synonym).join(' ')
    byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), { field, rank }])
  })
}

const fillers = new Set(fillerWords.flatMap((word) => foldWords(word)))

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

/** The fields that the name of a column stands for; a name may stand for several. */
export function fieldsNamed(column: string): NamedField[] {
  const all = wordsOf(column)
  const words = languageOfColumn(column) === undefined ? all : all.slice(0, -1)
  const whole = named(words, 1)
  if (whole.length > 0) return whole
  if (/^\d+$/.test(words.at(-1) ?? '')) {
    const counted = named(words.slice(0, -1), WITH_NUMBER)
    const repeatable = counted.filter(({ field }) => repeatableFields.includes(field))
    if (repeatable.length > 0) return repeatable
  }
  const telling = words.filter((word) => !fillers.has(word))
  return telling.length < words.length ? named(telling, WITH_FILLERS) : []
}

function named(words: readonly string[], strength: number): NamedField[] {
  return (byPhrase.get(words.join(' ')) ?? []).map(({ field, rank }) => ({ field, strength, rank }))
}
