import type { Messages } from '../en/en.ts'
import { formatNumber, plural } from '../plural.ts'

const incidentForms = {
  zero: 'لا أحداث',
  one: 'حدث واحد',
  two: 'حدثان',
  few: '# أحداث',
  many: '# حدثًا',
  other: '# حدث',
}

export const common: Messages['common'] = {
  appName: 'أطلس الأحداث',
  close: 'إغلاق',
  clear: 'مسح',
  cancel: 'إلغاء',
  retry: 'إعادة المحاولة',
  loading: 'جارٍ التحميل …',
  incidents: (n) => plural('ar', n, incidentForms),
  sources: (n) =>
    plural('ar', n, {
      zero: 'لا مصادر',
      one: 'مصدر واحد',
      two: 'مصدران',
      few: '# مصادر',
      many: '# مصدرًا',
      other: '# مصدر',
    }),
  nOfIncidents: (n, of) => `${formatNumber('ar', n)} من ${plural('ar', of, incidentForms)}`,
  foundSoFar: (n) => `الفهرسة جارية: عُثر حتى الآن على ${formatNumber('ar', n)}`,
  inLanguage: (language) => `باللغة: ${language}`,
  fatalities: (min, max) =>
    max === null
      ? `القتلى: ${formatNumber('ar', min)} على الأقل`
      : min === max
        ? `القتلى: ${formatNumber('ar', min)}`
        : `القتلى: ${formatNumber('ar', min)}–${formatNumber('ar', max)}`,
  fatalitiesNotReported: 'لم يُذكر عدد القتلى',
  upTo: (max) => `القتلى: ${formatNumber('ar', max)} على الأكثر`,
}
