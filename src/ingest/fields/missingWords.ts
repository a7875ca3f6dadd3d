import { foldText } from '../../incidents/foldText.ts'

/** What stands in a cell whose value is not known, folded as `foldText` does it. */
const words: ReadonlySet<string> = new Set(
  [
    '-, --, ---, –, —, ., .., ..., ?, ??, _, /, *',
    'na, n/a, n.a, n.a., n / a, #n/a, <na>, nan, null, none, nil, undefined, (blank)',
    'unknown, unk, not known, unspecified, not specified, not stated, not given, not reported',
    'not available, not applicable, no data, no information, unconfirmed, not confirmed',
    'undetermined, unclear, missing, tbd, tbc, date unknown, time unknown, location unknown',
    'inconnu, inconnue, inconnus, inconnues, non connu, non precise, non precisee, non specifie',
    'non specifiee, non disponible, non renseigne, non renseignee, non confirme, non confirmee',
    'indetermine, indeterminee, sans objet, nd, n.d, n.d., n/d',
    'غير معروف, غير معروفه, غير معلوم, غير معلومه, مجهول, مجهوله, غير محدد, غير محدده',
    'غير متوفر, غير متوفره, غير متاح, غير موكد, غير موكده, لا يوجد, لا توجد',
    'لا يوجد معلومات, لا توجد معلومات, لا معلومات',
  ].flatMap((line) => line.split(', ')),
)

/** Code units of the longest text that is looked up: longer ones say something. */
const LONGEST = 40

const LAST_ASCII = 0x7f

/** 1 for each character of ASCII that one of the words begins with, and for those that folding drops. */
const beginnings = new Uint8Array(LAST_ASCII + 1)
for (const word of words) {
  for (const form of [word, word.toUpperCase()]) {
    if (form.charCodeAt(0) <= LAST_ASCII) beginnings[form.charCodeAt(0)] = 1
  }
}
for (const dropped of ["'", '`']) beginnings[dropped.charCodeAt(0)] = 1

/** Whether a cell is empty or holds a word that stands for nothing, such as NA, Unknown, inconnu, غير معروف. */
export function isMissing(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed === '') return true
  if (trimmed.length > LONGEST) return false
  const code = trimmed.charCodeAt(0)
  return (code > LAST_ASCII || beginnings[code] === 1) && words.has(foldText(trimmed).trim())
}
