import type { Messages } from '../en/en.ts'
import { formatNumber, plural } from '../plural.ts'

export const timeline: Messages['timeline'] = {
  firstDay: 'اليوم الأول',
  lastDay: 'اليوم الأخير',
  range: 'نطاق الأيام',
  allDays: 'كل الأيام',
  from: 'من',
  to: 'إلى',
  presets: 'نطاقات جاهزة، تُحسب من آخر يوم في البيانات',
  preset: { week: '7 أيام', month: '30 يومًا', quarter: '3 أشهر', year: 'سنة', all: 'الكل' },
  badDate: 'يجب ألا يكون اليوم الأول بعد الأخير.',
  zoomIn: 'تقريب الزمن',
  zoomOut: 'تبعيد الزمن',
  wholeTime: 'كامل المدة',
  earlierHidden: (n) => `${formatNumber('ar', n)} أسبق`,
  laterHidden: (n) => `${formatNumber('ar', n)} لاحقًا`,
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  speed: 'السرعة',
  stepsPerSecond: (n) =>
    plural('ar', n, {
      zero: 'لا خطوات',
      one: 'خطوة في الثانية',
      two: 'خطوتان في الثانية',
      few: '# خطوات في الثانية',
      many: '# خطوة في الثانية',
      other: '# خطوة في الثانية',
    }),
  mode: 'طريقة التشغيل',
  modes: { window: 'نافذة متحركة', cumulative: 'تراكمي' },
  loop: 'تكرار',
  controls: 'التواريخ والتشغيل',
  histogram: 'الأحداث عبر الزمن',
  mayLie: (n) =>
    plural('ar', n, {
      zero: 'لا شيء محتمل هنا',
      one: 'واحد ربما يقع هنا',
      two: 'اثنان ربما يقعان هنا',
      few: '# ربما تقع هنا',
      many: '# ربما تقع هنا',
      other: '# ربما تقع هنا',
    }),
  keyHint: 'الأسهم تنقل يومًا، وPage Up وPage Down شهرًا.',
}
