import { foldText } from '../../incidents/foldText.ts'
import type { CasualtyCount } from '../../incidents/incident.ts'
import type { Reading } from '../reading.ts'
import { isMissing } from './missingWords.ts'
import { plainHyphens, plainText } from './plainText.ts'

/** Code units of the longest text that is read as a count. */
const LONGEST = 80

const invalid = { kind: 'invalid', code: 'unreadable-count' } as const

/** Words that say that there were some, without a number; folded. */
const someWords: ReadonlySet<string> = new Set(
  [
    'some, several, a few, few, many, multiple, numerous, a number, a number of, scores',
    'dozens, dozens of, hundreds, hundreds of, thousands, thousands of, scores of',
    'plusieurs, quelques, quelques-uns, certains, nombreux, de nombreux, des dizaines',
    'dizaines, des centaines, centaines, des milliers, milliers',
    'عده, عدد, بعض, العديد, عشرات, العشرات, ميات, الميات, الاف, الالاف',
  ].flatMap((line) => line.split(', ')),
)

/** Words that say that there were none; folded. */
const noneWords: ReadonlySet<string> = new Set(
  ['none, zero, no one, nobody, aucun, aucune, neant, personne, لا احد, لا يوجد, لا شيء, صفر'].flatMap(
    (line) => line.split(', '),
  ),
)

const n = String.raw`(\d[\d,.٬ ]*)`
const atLeast: readonly RegExp[] = [
  new RegExp(`^(?:at least|no less than|no fewer than|minimum|min\\.?|more than|over|>=?|≥) ?${n}$`),
  new RegExp(`^(?:au moins|plus de|minimum de|ما لا يقل عن|لا يقل عن|علي الاقل|اكثر من) ?${n}$`),
  new RegExp(`^${n} ?(?:\\+|or more|and more|ou plus|et plus|au moins|او اكثر|علي الاقل|فاكثر)$`),
]
const atMost: readonly RegExp[] = [
  new RegExp(`^(?:up to|at most|no more than|maximum|max\\.?|fewer than|less than|under|<=?|≤) ?${n}$`),
  new RegExp(
    `^(?:jusqu ?a|au plus|au maximum|moins de|ما لا يزيد عن|لا يزيد عن|علي الاكثر|حتي|اقل من) ?${n}$`,
  ),
  new RegExp(`^${n} ?(?:or fewer|or less|ou moins|au plus|او اقل|علي الاكثر)$`),
]
const between: readonly RegExp[] = [
  new RegExp(`^(?:from |de |من )?${n} ?(?:-|to|a|au|الي|or|ou|او) ?${n}$`),
  new RegExp(`^(?:between ${n} and|entre ${n} et|بين ${n} و) ?${n}$`),
]

/**
 * Reads a count of people as it is said: "4", "4.0", "1,234", "4 - 5", "at least 22", "22+", "up to 5"; "several" or
 * "dozens" as the word `some`, "none" as the word `none`; also in French and Arabic. "More than 20" is read as at least
 * 20, the weaker statement. Unreadable: fractions, negative numbers, "1.000" (1 or 1,000), and "about 20", which is
 * neither a number nor a range that anybody gave. "None" with a capital is missing: so Python writes a missing value.
 */
export function readCount(text: string): Reading<CasualtyCount, 'unreadable-count'> {
  if (plainDigits.test(text)) return { kind: 'value', value: { min: Number(text), max: Number(text) } }
  if (text.length > LONGEST && text.trim().length > LONGEST) return invalid
  const folded = foldText(plainHyphens(plainText(text)))
  if (noneWords.has(folded) && text.trim() !== 'None') return { kind: 'value', value: 'none' }
  if (isMissing(text)) return { kind: 'missing' }
  if (someWords.has(folded)) return { kind: 'value', value: 'some' }
  return readNumbers(folded)
}

function readNumbers(text: string): Reading<CasualtyCount, 'unreadable-count'> {
  const single = wholeNumber(text)
  if (single !== undefined) return { kind: 'value', value: { min: single, max: single } }
  const min = firstNumber(text, atLeast)
  if (min !== undefined) return { kind: 'value', value: { min } }
  const max = firstNumber(text, atMost)
  if (max !== undefined) return { kind: 'value', value: { max } }
  for (const form of between) {
    const [first, last] = (form.exec(text) ?? []).slice(1).filter(Boolean).map(wholeNumber)
    if (first !== undefined && last !== undefined && first <= last) {
      return { kind: 'value', value: { min: first, max: last } }
    }
  }
  return invalid
}

function firstNumber(text: string, forms: readonly RegExp[]): number | undefined {
  for (const form of forms) {
    const number = wholeNumber(form.exec(text)?.[1] ?? '')
    if (number !== undefined) return number
  }
  return undefined
}

const plainDigits = /^\d{1,15}$/
/** As spreadsheets and data frames write whole numbers. */
const zeroFraction = /^(\d{1,15})\.0{1,2}$/
const groups = /^[1-9]\d{0,2}(?:([,.٬ ])\d{3})(?:\1\d{3}){0,3}$/

/** The whole number that the text is; digits may be in groups of three, all of them or none. */
function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (plainDigits.test(trimmed)) return Number(trimmed)
  const [, whole] = zeroFraction.exec(trimmed) ?? []
  if (whole) return Number(whole)
  // 1.000 may be 1 with three decimal places.
  if (!groups.test(trimmed) || /^\d+\.000$/.test(trimmed)) return undefined
  return Number(trimmed.replace(/\D/g, ''))
}
