import { foldText } from '../../incidents/foldText.ts'

/**
 * Names of the months, January first, folded as `foldText` does it: English, French, then Arabic as in the Levant and
 * Iraq, in Egypt, Sudan and the Gulf, in Tunisia and Algeria, in Morocco and Mauritania. Months of the Islamic calendar are left
 * out: their days depend on where the moon was seen.
 */
const namesByMonth: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'كانون الثاني', 'كانون ثاني', 'يناير', 'جانفي'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev', 'شباط', 'فبراير', 'فيفري'],
  ['march', 'mar', 'mars', 'اذار', 'مارس'],
  ['april', 'apr', 'avril', 'avr', 'نيسان', 'ابريل', 'افريل'],
  ['may', 'mai', 'ايار', 'مايو', 'ماي'],
  ['june', 'jun', 'juin', 'حزيران', 'يونيو', 'يونيه', 'جوان'],
  ['july', 'jul', 'juillet', 'juil', 'تموز', 'يوليو', 'يوليه', 'جويليه', 'يوليوز'],
  ['august', 'aug', 'aout', 'اب', 'اغسطس', 'اوت', 'غشت', 'اغشت'],
  ['september', 'sept', 'sep', 'septembre', 'ايلول', 'سبتمبر', 'شتنبر', 'شتمبر'],
  ['october', 'oct', 'octobre', 'تشرين الاول', 'تشرين اول', 'اكتوبر'],
  ['november', 'nov', 'novembre', 'تشرين الثاني', 'تشرين ثاني', 'نوفمبر', 'نونبر'],
  ['december', 'dec', 'decembre', 'كانون الاول', 'كانون اول', 'ديسمبر', 'دجنبر', 'دجمبر'],
]

const monthByName: ReadonlyMap<string, number> = new Map(
  namesByMonth.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/** Number of the month, 1 to 12, of its name or short name in English, French or Arabic; undefined for any other text. */
export function monthOfName(name: string): number | undefined {
  return monthByName.get(foldText(name))
}

/** All names, folded, the longest first. */
export const monthNames: readonly string[] = [...monthByName.keys()].toSorted((a, b) => b.length - a.length)
