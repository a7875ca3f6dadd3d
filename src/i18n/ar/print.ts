import type { PrintTexts } from '../en/print.ts'
import { formatNumber } from '../plural.ts'

export const print: PrintTexts = {
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
