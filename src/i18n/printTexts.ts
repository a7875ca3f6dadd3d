import type { Language } from '../incidents/vocabulary.ts'
import { useLanguage } from './I18nProvider.tsx'
import { formatNumber } from './plural.ts'

/** Texts of what is printed. Apart from the others: a first view does without them. */
const en = {
  preparing: 'Preparing what is to be printed',
  failed: 'The pages could not be prepared for printing',
  printed: 'Printed',
  noFilters: 'None: all incidents of the data set',
  firstOf: (n: number, of: number) =>
    `The first ${formatNumber('en', n)} of ${formatNumber('en', of)} incidents. Set filters to print others, or export to have all of them.`,
  link: 'Link to this view',
  bars: (days: string, highest: string) =>
    `Incidents over time, ${days}. The highest bar stands for ${highest}. Hatched: date known only to a week, month or year.`,
}

const ar: typeof en = {
  preparing: 'جارٍ إعداد الصفحات للطباعة',
  failed: 'تعذّر إعداد الصفحات للطباعة',
  printed: 'تاريخ الطباعة',
  noFilters: 'لا مرشّحات: كل أحداث مجموعة البيانات',
  firstOf: (n, of) =>
    `الأحداث الأولى فقط: ${formatNumber('ar', n)} من أصل ${formatNumber('ar', of)}. لطباعة غيرها غيّر المرشّحات، وللحصول عليها كلها استخدم التصدير.`,
  link: 'رابط هذا العرض',
  bars: (days, highest) =>
    `الأحداث عبر الزمن، ${days}. أعلى عمود يمثل ${highest}. التظليل المخطط: تاريخ لا يُعرف إلا بالأسبوع أو الشهر أو السنة.`,
}

const fr: typeof en = {
  preparing: 'Préparation de l’impression',
  failed: 'Les pages n’ont pas pu être préparées pour l’impression',
  printed: 'Imprimé le',
  noFilters: 'Aucun : tous les incidents du jeu de données',
  firstOf: (n, of) =>
    `Les ${formatNumber('fr', n)} premiers incidents sur ${formatNumber('fr', of)}. Filtrez pour en imprimer d’autres, ou exportez pour les avoir tous.`,
  link: 'Lien vers cette vue',
  bars: (days, highest) =>
    `Incidents dans le temps, ${days}. La barre la plus haute vaut ${highest}. Hachures : date connue seulement à la semaine, au mois ou à l’année.`,
}

export const printTexts: Readonly<Record<Language, typeof en>> = { en, ar, fr }

export function usePrintTexts(): typeof en {
  return printTexts[useLanguage()]
}
