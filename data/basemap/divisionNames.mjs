import { divisions } from './divisions.mjs'
import { point } from './labelPoint.mjs'

/** Names of divisions as they are called, where the source's are a form or a mistake; by ISO 3166-2. */
export const corrections = {
  'SY-SU': { name_en: 'Sweida', name_fr: 'Soueïda' },
  'SY-DR': { name_fr: 'Deraa' },
  'SY-HI': { name_fr: 'Homs' },
  'SY-HA': { name_en: 'Hasakah' },
  'SY-RA': { name_en: 'Raqqa', name_fr: 'Raqqa' },
  'SY-ID': { name_fr: 'Idleb' },
  'SY-RD': { name_en: 'Rural Damascus' },
  'PS-GZZ': { name_en: 'Gaza Strip', name_ar: 'قطاع غزة', name_fr: 'Bande de Gaza', from: 7 },
  'PS-WBK': { name_en: 'West Bank', name_ar: 'الضفة الغربية', name_fr: 'Cisjordanie', from: 7 },
  '-99-X11~': { name_en: 'Somaliland', name_ar: 'أرض الصومال', name_fr: 'Somaliland', from: 5 },
  '-99-X04~': { name_en: 'Northern Cyprus', name_ar: 'شمال قبرص', name_fr: 'Chypre du Nord', from: 7 },
  'UA-43': { name_en: 'Crimea', name_ar: 'القرم', name_fr: 'Crimée', from: 5 },
}
/** Zone of UNDOF: no governorate. */
export const left = new Set(['SY-X01~'])
/** Degrees within which a town of the same name speaks for the division. */
const NEAR = 0.3

/**
 * Label points of first-level divisions in three languages.
 * @param towns label points of towns: a division close to the town it is called after has no name of its own
 */
export function divisionNames(towns) {
  const townsByName = new Map()
  for (const { properties, geometry } of towns) {
    const { name_en } = properties
    townsByName.set(name_en, [...(townsByName.get(name_en) ?? []), geometry.coordinates])
  }
  return divisions()
    .map(({ properties }) => names(properties))
    .filter(({ name_en, from, at }) => name_en && from <= 8 && !isTown(townsByName.get(name_en), at))
    .map(({ at: [lng, lat], ...properties }) => point(lng, lat, properties))
}

function names({ iso_3166_2: code, name_en, name_ar, name_fr, longitude, latitude, min_label }) {
  const correction = corrections[code]
  const english = left.has(code) ? '' : (correction?.name_en ?? name_en)
  return {
    name_en: english,
    name_ar: correction?.name_ar ?? (shortArabic(name_ar) || english),
    name_fr: correction?.name_fr ?? (shortFrench(name_fr) || english),
    from: correction?.from ?? appearsAt(min_label),
    at: [longitude, latitude],
  }
}

/** Natural Earth's scale counts tiles of 256 pixels: one level less here. Those of islets are left out. */
function appearsAt(minLabel) {
  if (minLabel >= 9) return 99
  return Math.max(4, Math.min(7, Math.floor(minLabel - 0.7)))
}

/** Without the word for governorate, province or district: the map shows that it is one. */
function shortArabic(name) {
  return name
    .replace(/[\u064B-\u0652\u0670]/gu, '')
    .replace(/^(محافظة|ولاية|شعبية|بلدية|مقاطعة|أوبلاست) /u, '')
    .replace(/ (أوبلاست|كراي)$/u, '')
    .replace(/،.*$/u, '')
}

/** Without the article of "gouvernorat de ...". */
function shortFrench(name) {
  const bare = name.replace(
    /^((préfecture|wilaya|comté|gouvernorat|province) )?(de l'|de la |de |du |des |d')/iu,
    '',
  )
  return bare.charAt(0).toLocaleUpperCase('fr') + bare.slice(1)
}

function isTown(positions, [lng, lat]) {
  return positions?.some(([x, y]) => Math.hypot(x - lng, y - lat) < NEAR) ?? false
}
