import type { ExportTexts } from '../en/exporting.ts'

export const exporting: ExportTexts = {
  title: 'تصدير ما تسمح به المرشّحات',
  text: (incidents) => `${incidents}، مع الأطراف والروايات والمصادر.`,
  formats: {
    csv: 'جدول (CSV)',
    xlsx: 'جدول بيانات (XLSX)',
    geojson: 'بيانات خرائط (GeoJSON)',
    geoparquet: 'جدول للتحليل (GeoParquet)',
    json: 'السجلات الكاملة (JSON)',
  },
  notes: 'الرخصة وعنوان هذا العرض والإصدار والمرشّحات',
  noteChoices: {
    none: 'لا تُكتب',
    lines: 'الأسطر الأولى من ملف CSV',
    file: 'ملف نصي إلى جانبه',
  },
  writing: 'جارٍ الكتابة …',
  failed: 'تعذّرت كتابة الملف.',
}
