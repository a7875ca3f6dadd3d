import { centroid } from './centroid.mjs'
import { divisions } from './divisions.mjs'
import { point } from './labelPoint.mjs'
import { spansAt } from './spans.mjs'

/**
 * Names of divisions as they are called, where the source's are a form or a mistake; by Natural Earth's ISO 3166-2 codes, some
 * of which are another division's. English names were held against CLDR's subdivisions, country by country; it has no others.
 */
export const corrections = {
  'AF-KDZ': { name_fr: 'Kounduz' },
  'AF-WAR': { name_en: 'Wardak' },
  'EG-BA': { name_fr: 'Mer Rouge' },
  'EG-C': { name_fr: 'Le Caire' },
  'EG-MT': { name_fr: 'Matrouh' },
  'ET-SN': { name_en: 'Southern Nations', name_ar: 'الأمم الجنوبية', name_fr: 'Nations du Sud' },
  'IL-D': { name_en: 'Southern District', name_fr: 'District sud' },
  'IL-M': { name_en: 'Central District', name_fr: 'District centre' },
  'IL-Z': { name_en: 'Northern District', name_fr: 'District nord' },
  'IQ-AN': { name_en: 'Anbar', name_fr: 'Anbar' },
  'IQ-BA': { name_fr: 'Bassorah' },
  'IQ-BB': { name_fr: 'Babylone' },
  'IQ-DA': { name_fr: 'Dohouk' },
  'IQ-MU': { name_en: 'Muthanna', name_fr: 'Muthanna' },
  'IQ-NA': { name_fr: 'Nadjaf' },
  'IQ-QA': { name_en: 'Qadisiyah', name_fr: 'Qadissiya' },
  'IQ-SU': { name_fr: 'Souleimaniye' },
  'LB-AS': { name_en: 'North Lebanon', name_ar: 'لبنان الشمالي', name_fr: 'Liban-Nord' },
  'LB-JA': { name_en: 'South Lebanon', name_ar: 'لبنان الجنوبي', name_fr: 'Liban-Sud' },
  'LY-JI': { name_fr: 'Djefara' },
  'LY-JU': { name_fr: 'Joufra' },
  'LY-QB': { name_fr: 'Al Qubbah' },
  'LY-TN': { name_en: 'Tripoli', name_ar: 'طرابلس', name_fr: 'Tripoli' },
  'LY-WS': { name_en: 'Wadi al Shatii', name_ar: 'وادي الشاطئ', name_fr: 'Wadi al-Chati' },
  'ML-3': { name_en: 'Sikasso', name_fr: 'Sikasso' },
  'ML-6': { name_en: 'Timbuktu' },
  'PS-GZZ': { name_en: 'Gaza Strip', name_ar: 'قطاع غزة', name_fr: 'Bande de Gaza', from: 7 },
  'PS-WBK': { name_en: 'West Bank', name_ar: 'الضفة الغربية', name_fr: 'Cisjordanie', from: 7 },
  'SD-DW': { name_en: 'West Darfur', name_fr: 'Darfour-Occidental' },
  'SD-GD': { name_en: 'Gedaref', name_fr: 'Gedaref' },
  'SD-GZ': { name_en: 'Gezira', name_fr: 'Gezira' },
  'SD-NO': { name_en: 'Northern State', name_fr: 'État du Nord' },
  'SD-SI': { name_fr: 'Sennar' },
  'SO-JD': { name_fr: 'Moyen-Juba' },
  'SO-JH': { name_fr: 'Bas-Juba' },
  'SO-SD': { name_fr: 'Moyen-Shabelle' },
  'SO-SH': { name_fr: 'Bas-Shabelle' },
  'SY-DR': { name_fr: 'Deraa' },
  'SY-HA': { name_en: 'Hasakah' },
  'SY-HI': { name_fr: 'Homs' },
  'SY-ID': { name_fr: 'Idleb' },
  'SY-RA': { name_en: 'Raqqa', name_fr: 'Raqqa' },
  'SY-RD': { name_en: 'Rural Damascus' },
  'SY-SU': { name_en: 'Sweida', name_fr: 'Soueïda' },
  'UA-23': { name_ar: 'زابوريجيا' },
  'UA-43': { name_en: 'Crimea', name_ar: 'القرم', name_fr: 'Crimée', from: 5 },
  'UA-51': { name_en: 'Odesa' },
  'YE-AD': { name_en: 'Aden', name_fr: 'Aden' },
  'YE-DA': { name_en: 'Dhale', name_fr: 'Dhale' },
  'YE-HU': { name_en: 'Hudaydah', name_fr: 'Hodeïda' },
  'YE-SD': { name_en: 'Saada', name_fr: 'Saada' },
  'YE-TA': { name_en: 'Taiz', name_fr: 'Taëz' },
  '-99-X04~': { name_en: 'Northern Cyprus', name_ar: 'شمال قبرص', name_fr: 'Chypre du Nord', from: 7 },
  '-99-X11~': { name_en: 'Somaliland', name_ar: 'أرض الصومال', name_fr: 'Somaliland', from: 5 },
}
/** Zone of UNDOF: no governorate. */
export const left = new Set(['SY-X01~'])
/** Degrees within which a town of the same name speaks for the division. */
const NEAR = 0.5
/** Height of a name in degrees of latitude, at the zoom where divisions of this width are named: a share of the width. */
const HEIGHT = 0.12
/** Share of the area of a division's largest part under which another part is an island. */
const ISLAND = 0.1

/**
 * Label points of first-level divisions in three languages, with `width`: degrees of longitude that the name may be spread over.
 * @param towns label points of towns: a division close to the town it is called after has no name of its own
 */
export function divisionNames(towns) {
  const townsByName = new Map()
  for (const { properties, geometry } of towns) {
    const { name_en } = properties
    townsByName.set(name_en, [...(townsByName.get(name_en) ?? []), geometry.coordinates])
  }
  return divisions()
    .map(({ properties, geometry }) => ({ ...names(properties), ...roomOf(geometry, properties) }))
    .filter(({ name_en, from, at }) => name_en && from <= 8 && !isTown(townsByName.get(name_en), at))
    .map(({ at: [lng, lat], ...properties }) => point(lng, lat, properties))
}

function names({ iso_3166_2: code, name_en, name_ar, name_fr, min_label }) {
  const correction = corrections[code]
  const english = left.has(code) ? '' : (correction?.name_en ?? name_en)
  return {
    name_en: english,
    name_ar: correction?.name_ar ?? (shortArabic(name_ar) || english),
    name_fr:
      correction?.name_fr ??
      (shortFrench(code.startsWith('AF') ? withoutRoofs(name_fr) : name_fr) || english),
    from: correction?.from ?? appearsAt(min_label),
  }
}

/**
 * Where a name has room: around the source's label point, or where that is off the division's land or on a small island of it, at
 * the height of the middle of its largest part.
 * @returns the middle `at` of that stretch of land, and its `width` at the top and foot of the letters too
 */
function roomOf({ type, coordinates }, { longitude, latitude }) {
  const parts = type === 'Polygon' ? [coordinates] : coordinates
  const isAround = ([west, east]) => west < longitude && longitude < east
  const middles = parts.map((rings) => ({ rings, ...centroid(rings[0]) }))
  const [largest] = middles.toSorted((a, b) => b.area - a.area)
  const own = middles.find(({ rings }) => spansAt(rings, latitude).some(isAround))
  if (own && own.area > largest.area * ISLAND) return stretch(own.rings, latitude, isAround)
  return stretch(parts.flat(), largest.y, () => true) ?? { at: [longitude, latitude], width: 0 }
}

/** The widest stretch of land on a latitude that passes; undefined where there is none. */
function stretch(rings, lat, passes) {
  const [middle] = spansAt(rings, lat)
    .filter(passes)
    .toSorted(([a, b], [c, d]) => d - c - (b - a))
  if (!middle) return undefined
  const at = [(middle[0] + middle[1]) / 2, lat]
  const half = ((middle[1] - middle[0]) * HEIGHT) / 2
  const others = [lat - half, lat + half].map((line) =>
    spansAt(rings, line).find(([west, east]) => west < at[0] && at[0] < east),
  )
  if (others.includes(undefined)) return { at, width: 0 }
  const west = Math.max(middle[0], ...others.map(([from]) => from))
  const east = Math.min(middle[1], ...others.map(([, to]) => to))
  return { at: [(west + east) / 2, lat], width: Math.round((east - west) * 10) / 10 }
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
    .replace(/^(محافظة|ولاية|شعبية|بلدية|مقاطعة|أوبلاست|منطقة) /u, '')
    .replace(/ (أوبلاست|كراي)$/u, '')
    .replace(/،.*$/u, '')
}

/** Afghan names as French newspapers write them: "Fâryâb" -> "Faryab". */
function withoutRoofs(name) {
  return name.normalize('NFD').replaceAll('\u0302', '').normalize('NFC')
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
