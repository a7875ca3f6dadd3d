import type { Messages } from '../en/en.ts'
import { plural } from '../plural.ts'

const forms = {
  zero: 'لا أحداث',
  one: 'حدث واحد',
  two: 'حدثان',
  few: '# أحداث',
  many: '# حدثًا',
  other: '# حدث',
}

export const list: Messages['list'] = {
  name: 'الأحداث',
  order: 'الترتيب',
  orders: { newest: 'الأحدث أولًا', oldest: 'الأقدم أولًا', deadliest: 'الأكثر قتلى أولًا' },
  loadingRow: 'جارٍ التحميل',
  empty: 'لا أحداث.',
  ofCell: (n, place) => `${plural('ar', n, forms)} في ${place}`,
  hereTogether: (n) => `${plural('ar', n, forms)} في هذا الموضع`,
  wholeList: 'العودة إلى القائمة كاملة',
  titlePending: 'العنوان قيد التحميل',
  week: (days) => `أسبوع ${days}`,
}
