import type { Messages } from '../en/en.ts'
import { common } from './common.ts'

export const list: Messages['list'] = {
  name: 'الأحداث',
  order: 'الترتيب',
  orders: { newest: 'الأحدث أولًا', oldest: 'الأقدم أولًا', deadliest: 'الأكثر قتلى أولًا' },
  loadingRow: 'جارٍ التحميل',
  empty: 'لا أحداث.',
  ofCell: (n, place) => `${common.incidents(n)} في ${place}`,
  hereTogether: (n) => `${common.incidents(n)} في هذا الموضع`,
  wholeList: 'العودة إلى القائمة كاملة',
  yours: 'لك',
  titlePending: 'العنوان قيد التحميل',
  week: (days) => `أسبوع ${days}`,
}
