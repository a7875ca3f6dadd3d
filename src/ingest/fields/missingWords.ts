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

/** Whether a cell is empty or holds a word that stands for nothing, such as NA, Unknown, inconnu, غير معروف. */
export function isMissing(text: string): boolean {
  const trimmed = text.trim()
  // Most cells that are asked about are numbers and dates, and none of the words begins with a digit.
  if (/^\d/.test(trimmed)) return false
  return trimmed === '' || (trimmed.length <= LONGEST && words.has(foldText(trimmed).trim()))
}
