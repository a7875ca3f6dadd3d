import type { MappedField } from '../../query/importReport.ts'

/*
 * Fields by HXL hashtags and attributes, https://hxlstandard.org/standard/1-1final/dictionary/. A tag stands for a field
 * only with the attributes that are listed: `#affected+killed+children` counts children, not all who were killed, and
 * `#date+reported` is no day of an incident.
 */
const tags: Readonly<Record<string, readonly (readonly [attributes: string, field: MappedField])[]>> = {
  '#date': [
    ['', 'day'],
    ['start', 'day'],
    ['occurred', 'day'],
    ['event', 'day'],
    ['end', 'end-day'],
    ['year', 'year'],
    ['month', 'month'],
  ],
  '#geo': [
    ['lat', 'latitude'],
    ['lon', 'longitude'],
    ['coord', 'position'],
  ],
  '#country': [
    ['', 'country'],
    ['name', 'country'],
    ['code', 'country'],
    ['code iso2', 'country'],
    ['code iso3', 'country'],
  ],
  '#adm1': [
    ['', 'region'],
    ['name', 'region'],
  ],
  '#adm2': [
    ['', 'district'],
    ['name', 'district'],
  ],
  '#loc': [
    ['', 'place'],
    ['name', 'place'],
    ['town', 'place'],
  ],
  '#actor': [
    ['', 'actor'],
    ['name', 'actor'],
    ['initiator', 'actor'],
    ['target', 'target'],
  ],
  '#event': [
    ['', 'category'],
    ['type', 'category'],
    ['category', 'category'],
    ['name', 'title'],
    ['id', 'id'],
    ['code', 'id'],
    ['description', 'description'],
  ],
  '#cause': [
    ['', 'category'],
    ['type', 'category'],
  ],
  '#description': [['', 'description']],
  '#affected': [
    ['killed', 'killed'],
    ['killed total', 'killed'],
    ['best killed', 'killed'],
    ['killed min', 'killed-min'],
    ['killed low', 'killed-min'],
    ['killed max', 'killed-max'],
    ['high killed', 'killed-max'],
    ['injured', 'wounded'],
    ['injured total', 'wounded'],
    ['injured min', 'wounded-min'],
    ['injured max', 'wounded-max'],
  ],
  '#meta': [
    ['id', 'id'],
    ['source', 'source'],
    ['url', 'url'],
  ],
  '#link': [
    ['', 'url'],
    ['url', 'url'],
  ],
}

const fieldByTag = new Map(
  Object.entries(tags).flatMap(([tag, fields]) =>
    fields.map(([attributes, field]) => [keyOf(tag, attributes.split(' ')), field] as const),
  ),
)

/** Attributes that say only how a value is written: its language or its role in a list. */
const unimportant = /^(en|fr|ar|i_en|i_fr|i_ar|i_[a-z]{2}|v_.*|first|second|num|text)$/

/** The field that a column with this HXL tag holds; undefined for other tags. @param tag such as `#affected+killed` */
export function fieldOfHxl(tag: string): MappedField | undefined {
  const [hashtag = '', ...attributes] = tag
    .trim()
    .toLowerCase()
    .split(/[\s+]+/)
  return fieldByTag.get(
    keyOf(
      hashtag,
      attributes.filter((each) => !unimportant.test(each)),
    ),
  )
}

/** The order of the attributes does not matter. */
function keyOf(hashtag: string, attributes: readonly string[]): string {
  return [hashtag, ...attributes.filter(Boolean).toSorted()].join('+')
}
