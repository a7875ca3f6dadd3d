import type { Messages } from '../en/en.ts'
import { plural } from '../plural.ts'

export const map: Messages['map'] = {
  name: 'خريطة الأحداث. مفاتيح الأسهم تحركها، وزائد وناقص للتكبير والتصغير. في القائمة الأحداث نفسها.',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  fit: 'إظهار كل النتائج',
  level: 'الشمال إلى الأعلى',
  draw: 'طريقة الرسم',
  modes: { cells: 'تجميع', points: 'نقاط', heat: 'كثافة' },
  legend: 'المفتاح',
  legendFilter: (type) => `إظهار ${type} فقط`,
  hollow: 'مفرغ: معروف على مستوى مساحة فقط',
  ring: 'الحلقة: حصص أنواع الأحداث',
  disputed: 'نقطة منقسمة: متنازع عليه',
  at: (place) => `في ${place}`,
  holdsOpen: 'تضم الحدث المفتوح',
  openList: 'انقر لعرضها في القائمة',
  zoomInto: 'انقر للتكبير',
  countriesOnly: (n, countries) =>
    `${plural('ar', n, { zero: 'لا أحداث معروفة', one: 'حدث واحد معروف', two: 'حدثان معروفان', few: '# أحداث معروفة', many: '# حدثًا معروفًا', other: '# حدث معروف' })} على مستوى البلد فقط، في ${plural('ar', countries, { zero: 'لا بلد', one: 'بلد واحد', two: 'بلدين', few: '# بلدان', many: '# بلدًا', other: '# بلد' })}`,
  countryOnly: (n, country) =>
    `${plural('ar', n, { zero: 'لا أحداث معروفة', one: 'حدث واحد معروف', two: 'حدثان معروفان', few: '# أحداث معروفة', many: '# حدثًا معروفًا', other: '# حدث معروف' })} على مستوى البلد فقط: ${country}`,
  credits: 'المصادر',
  creditsText: [
    'الخريطة الأساس: Natural Earth (ملك عام). أسماء المدن: GeoNames (CC BY 4.0).',
    'رُسمت الحدود كما هي قائمة على الأرض، والمتنازع عليها متقطعة. ولا يعني ذلك تأييد أي مطالبة.',
  ],
  groundFailed: 'تعذّر تحميل أرضية الخريطة. الأحداث مرسومة مع ذلك.',
  noWebglTitle: 'لا يمكن رسم الخريطة هنا',
  noWebglText: 'لا يدعم هذا المتصفح أو الجهاز WebGL 2. في القائمة كل حدث كانت الخريطة ستعرضه.',
  lostTitle: 'فُقدت رسوميات الخريطة',
  lostText: 'سحبها الجهاز. القائمة تواصل العمل.',
  kilometres: (n) => `${n} كم`,
  metres: (n) => `${n} م`,
  detailed: 'خريطة مفصلة',
  builtIn: 'الخريطة المدمجة',
  consentTitle: (name) => `تحميل خريطة ${name}؟`,
  consentText: (host) =>
    `ستطلب الصفحة قطع الخريطة من ${host}. عندئذٍ يعرف ذلك الخادم عنوانك على الشبكة والمنطقة التي تنظر إليها.`,
  consentYes: (host) => `التحميل من ${host}`,
  detailedFailed: 'تعذّر تحميل الخريطة المفصلة؛ تُعرض المدمجة.',
}
