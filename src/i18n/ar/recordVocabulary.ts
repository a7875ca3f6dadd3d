import type { RecordVocabulary } from '../en/recordVocabulary.ts'

export const recordVocabulary: RecordVocabulary = {
  statusMeaning: {
    reported: 'ورد في تقرير؛ ولا يُذكر أن مصادر مستقلة تؤكده.',
    corroborated: 'يرد في مصدرين مستقلين أو أكثر.',
    disputed: 'تتناقض روايات الأطراف.',
  },
  role: {
    initiator: 'مبادِر',
    target: 'مستهدَف',
    party: 'طرف',
    affected: 'متأثر',
    mediator: 'وسيط',
    claimant: 'صاحب رواية',
  },
  matter: {
    occurrence: 'هل وقع',
    course: 'كيف جرى',
    responsibility: 'من فعله',
    motive: 'لماذا',
    target: 'من أو ما كان المستهدف',
    affiliation: 'من يتبع من',
    toll: 'الحصيلة',
    place: 'أين',
    time: 'متى',
  },
  medium: {
    article: 'مقال',
    broadcast: 'بث',
    print: 'تقرير مطبوع',
    post: 'منشور',
    recording: 'تسجيل',
    statement: 'بيان',
  },
  stance: { asserts: 'يقول', denies: 'ينفي', disputes: 'ينازع' },
  precisionMeaning: {
    site: 'الموقع ذاته معروف.',
    town: 'معروف على مستوى البلدة؛ العلامة عند مركزها.',
    district: 'معروف على مستوى المنطقة أو الجوار فقط؛ العلامة تمثل مساحة.',
    region: 'معروف على مستوى المحافظة فقط؛ العلامة تمثل مساحة.',
    country: 'معروف على مستوى البلد فقط؛ لا يُرسم كنقطة.',
    'not-stated': 'لم يُذكر مدى دقة الموقع.',
  },
  timeMeaning: {
    hour: 'ذُكرت ساعة الوقوع.',
    day: 'معروف باليوم.',
    week: 'معروف بالأسبوع فقط.',
    month: 'معروف بالشهر فقط.',
    year: 'معروف بالسنة فقط.',
  },
}
