import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { point } from './labelPoint.mjs'
import { plainLatin } from './plainLatin.mjs'

/** Code of a village in the file. */
const VILLAGE = '14'
/** A village this near to a town (degrees of latitude) is taken for the town, or for a quarter of it. */
const SAME = 0.012
/** A village of a town's name is taken for the town if it is this near (degrees of latitude). */
const NAMESAKE = 0.06
/** What stands where a name is not known, and what is no village. */
const NO_VILLAGE = /unknown|cemetery|hospital|school|mosque|army|military|police|camp /iu
/** Ukraine's are left out: the file is older than its renamings. */
const UKRAINE = [22, 44, 40.3, 52.4]

/** Villages of flightgear's poi.dat: `ID LAT LNG NAME` on each line. Names are Latin; those without one are left out. */
export function readVillages(text) {
  return text.split('\n').flatMap((line) => {
    const [id, lat, lng, ...words] = line.trim().split(/\s+/u)
    const name = plainLatin(words.join(' '))
    if (id !== VILLAGE || !/^\p{Lu}[\p{Script=Latin}' .()-]{1,28}$/u.test(name) || NO_VILLAGE.test(name))
      return []
    return [{ at: [Number(lng), Number(lat)], name }]
  })
}

/** Label points of the villages, without those that are towns too; `towns` are label points. */
export function villages(towns) {
  const text = gunzipSync(readFileSync(resolve(import.meta.dirname, 'distilled/villages.tsv.gz'))).toString(
    'utf8',
  )
  const townsNear = indexed(towns)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([lng, lat, name]) => ({ at: [Number(lng), Number(lat)], name }))
    .filter(({ at, name }) => !isUkrainian(at) && !townsNear(at).some((town) => isTown(town, at, name)))
    .map(({ at: [lng, lat], name }) => point(lng, lat, { name, from: 9 }))
}

function isTown({ geometry: { coordinates }, properties }, at, name) {
  const apart = distance(coordinates, at)
  return apart < SAME || (apart < NAMESAKE && key(properties.name_en) === key(name))
}

/** Without the article and doubled letters, which differ from one spelling to the next. */
function key(name) {
  return plainLatin(name)
    .toLowerCase()
    .replace(/^(a[ltnsdrz]h?|e[ltnsdrz]h?) /u, '')
    .replace(/[^a-z]/gu, '')
    .replace(/(.)\1/gu, '$1')
    .replace(/[eiy]/gu, 'i')
    .replace(/[ou]/gu, 'u')
}

function isUkrainian([lng, lat]) {
  const [west, south, east, north] = UKRAINE
  return lng > west && lng < east && lat > south && lat < north
}

/** @returns at -> the points in the same and the neighbouring cells of a grid of 0.1 degrees */
function indexed(points) {
  const cells = new Map()
  const cell = (x, y) => `${x},${y}`
  for (const each of points) {
    const [x, y] = each.geometry.coordinates.map((degrees) => Math.floor(degrees * 10))
    cells.set(cell(x, y), [...(cells.get(cell(x, y)) ?? []), each])
  }
  return (at) => {
    const [x, y] = at.map((degrees) => Math.floor(degrees * 10))
    const around = [-1, 0, 1]
    return around.flatMap((dx) => around.flatMap((dy) => cells.get(cell(x + dx, y + dy)) ?? []))
  }
}

function distance([x1, y1], [x2, y2]) {
  return Math.hypot((x1 - x2) * Math.cos((y1 * Math.PI) / 180), y1 - y2)
}
