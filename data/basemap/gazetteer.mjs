import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { corrections, left } from './divisionNames.mjs'
import { divisions } from './divisions.mjs'
import { readTsv } from './places.mjs'

/**
 * Builds the gazetteer by which places without coordinates are looked up: public/gazetteer/places.tsv.gz.
 * Its one argument is the table of places that README.md describes.
 */
const out = resolve(import.meta.dirname, '../../public/gazetteer/places.tsv.gz')
const [input] = process.argv.slice(2)
if (!input) throw new Error('which table of places? node gazetteer.mjs FILE')

/** Such names of a place are those of the division of which it is the seat. */
const divisionWord =
  /\b(district|division|governorate|province|region|muhafazat|raion|county)\b|محافظة|منطقة/i

/** A division has the code that this share of the places in it have, if it has not the one that the source gives. */
const SHARE = 0.8

const places = readTsv(resolve(input))
/** Names that were gone through for the map's labels. */
const labels = new Map(readTsv(resolve(import.meta.dirname, 'places.tsv')).map((row) => [row.geonameid, row]))
const byCountry = new Map()
for (const row of places) {
  const known = byCountry.get(row.country)
  if (known) known.push(row)
  else byCountry.set(row.country, [row])
}

const lines = ['incident-atlas gazetteer 1\tGeoNames, CC BY 4.0; Natural Earth, public domain']
for (const [country, rows] of [...byCountry].toSorted(([a], [b]) => order(a, b))) {
  lines.push(`=${country}`, ...regionLines(country, rows), ...rows.toSorted(byPlace).map(placeLine))
}
const text = `${lines.join('\n')}\n`
const bytes = gzipSync(text, { level: 9 })
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, bytes)
// Of the text: gzip's bytes may differ from one version of Node to the next.
console.log(`${bytes.length} bytes, SHA-256 unzipped ${createHash('sha256').update(text).digest('hex')}`)

function placeLine({ geonameid, admin1, lat, lon, name, name_en, name_ar, name_fr, other_names }) {
  const label = labels.get(geonameid)
  const labelled = [label?.name_en, label?.name_ar, label?.name_fr, name_en, name_ar, name_fr]
  const others = other_names.split('|').filter(isSpelling)
  const names = [...labelled, ...others].filter((other) => !divisionWord.test(other ?? ''))
  return [admin1, lat, lon, distinct([name, ...names])].join('\t')
}

/** Codes of three capitals and transliterations without vowels are nothing that anybody writes. */
function isSpelling(name) {
  return name.length > 3 ? !/^[a-z `']+$/.test(name) : !/^[A-Z]+$/.test(name)
}

function regionLines(country, rows) {
  const codes = new Set(rows.map(({ admin1 }) => admin1))
  const coded = divisions()
    .filter(
      ({ properties }) =>
        properties.iso_a2 === country && properties.name && !left.has(properties.iso_3166_2),
    )
    .map(({ properties, geometry }) => ({ properties, code: codeOf(properties, geometry, rows, codes) }))
    .filter(({ code }) => code)
  return [
    ...coded.map(({ properties, code }) => regionLine(properties, code)),
    ...groupLines(coded),
  ].toSorted(order)
}

/** Where the divisions of the source are smaller than those of the table of places, the groups that it puts them in. */
function groupLines(coded) {
  const groups = new Map()
  for (const { properties, code } of coded) {
    if (!properties.region) continue
    const key = JSON.stringify([properties.region, code])
    groups.set(key, [...(groups.get(key) ?? []), properties])
  }
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  return [...groups].map(([key, members]) => {
    const [name, code] = JSON.parse(key)
    const lat = mean(members.map(({ latitude }) => latitude))
    const lng = mean(members.map(({ longitude }) => longitude))
    return [`+${code}`, lat.toFixed(3), lng.toFixed(3), distinct([name])].join('\t')
  })
}

/** The code of the first-level division in the table of places; undefined where it cannot be told. */
function codeOf({ gn_a1_code }, geometry, rows, codes) {
  const inside = rows.filter((row) => contains(geometry, Number(row.lon), Number(row.lat)))
  const counts = new Map()
  for (const { admin1 } of inside) counts.set(admin1, (counts.get(admin1) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, m], [b, n]) => n - m || order(a, b))
  if (most && most[1] >= inside.length * SHARE) return most[0]
  const given = gn_a1_code?.split('.')[1]
  return most ? undefined : codes.has(given) ? given : undefined
}

function regionLine(properties, code) {
  const { iso_3166_2, name, name_en, name_ar, name_fr, name_alt, latitude, longitude } = properties
  const { name_en: en, name_ar: ar, name_fr: fr } = corrections[iso_3166_2] ?? {}
  const alternatives = (name_alt ?? '')
    .split('|')
    .filter((other) => !/[\u0000-\u001F\u0080-\u009F]/.test(other))
  const names = distinct([en ?? name_en, name, name_en, ar, name_ar, fr, withoutOf(name_fr), ...alternatives])
  return [`+${code}`, latitude.toFixed(3), longitude.toFixed(3), names].join('\t')
}

function withoutOf(name) {
  return name?.replace(/^(de l'|de la |de |du |des |d')/iu, '')
}

/** Names put together, each spelling once, the first one first. */
function distinct(names) {
  const found = new Map()
  for (const name of names.flatMap(withAndWithoutBrackets)) {
    const key = name
      ?.normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .toLowerCase()
      .trim()
    if (key && !found.has(key)) found.set(key, name.trim())
  }
  return [...found.values()].join('|')
}

/** Al-Malikiyah (Derik) is also called Al-Malikiyah. */
function withAndWithoutBrackets(name) {
  return name?.includes('(') ? [name.replace(/ ?\([^()]*\)/, ''), name] : [name]
}

function contains({ type, coordinates }, lng, lat) {
  let isInside = false
  for (const polygon of type === 'Polygon' ? [coordinates] : coordinates) {
    for (const ring of polygon) {
      for (let at = 1; at < ring.length; at++) {
        const [[x1, y1], [x2, y2]] = [ring[at - 1], ring[at]]
        if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside
      }
    }
  }
  return isInside
}

function byPlace(a, b) {
  return order(a.admin1, b.admin1) || order(a.name, b.name) || order(a.geonameid, b.geonameid)
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
