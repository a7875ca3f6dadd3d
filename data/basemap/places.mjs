import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { point } from './labelPoint.mjs'
import { moreTowns } from './towns.mjs'
import { packCountries } from './packCountries.mjs'

/** Populations from which a town is of a rank; below the last it is of the next. */
const RANKS = [3_000_000, 1_000_000, 400_000, 150_000, 60_000, 25_000, 8_000]
/** Zoom from which each rank is shown. */
const ZOOMS = [3, 4, 5, 5, 6, 7, 8, 9]
/** Rank that a seat has at least: of the state, of a division of the first level, of the second. */
const SEATS = { PPLC: 1, PPLA: 4, PPLA2: 6 }
/** A place this near (degrees) to one this many times larger is a suburb, shown last. */
const SUBURB = { near: 0.12, times: 4 }

/** Population from which a town of a country without a pack is on the map. */
const LARGE = 40_000

/** Town labels from places.tsv, and those of GeoNames that nobody has gone through. */
export async function places(folder) {
  const known = readTsv(resolve(folder, 'places.tsv'))
  const inPacks = new Set(packCountries)
  const more = await moreTowns(known, (country, population) => inPacks.has(country) || population >= LARGE)
  const rows = [...known, ...more].map(ranked)
  const larger = suburbFinder(rows)
  return rows.map((row) => ({ ...label(row, larger(row)), hasPack: inPacks.has(row.country) }))
}

export function readTsv(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const keys = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [keys[index], cell])))
}

function ranked(row) {
  const population = Number(row.population)
  const size = RANKS.findIndex((least) => population >= least)
  const rank = Math.min(size < 0 ? RANKS.length : size, SEATS[row.feature_code] ?? RANKS.length)
  return { ...row, population, rank, lat: Number(row.lat), lon: Number(row.lon) }
}

function label({ lat, lon, feature_code, name_en, name_ar, name_fr, min_zoom, rank, population }, suburb) {
  const usual = suburb ? 9 : ZOOMS[rank]
  // Of many small ones nobody knows the population.
  const isTiny = population < 1_000 && rank === RANKS.length && !feature_code.startsWith('PPLA')
  const from = min_zoom ? Number(min_zoom) : isTiny ? 10 : usual
  return point(lon, lat, {
    name_en,
    name_ar: name_ar || name_en,
    name_fr: name_fr || name_en,
    capital: { PPLC: 2, PPLA: 1 }[feature_code] ?? 0,
    ...(feature_code === 'PPLA2' && { seat: 1 }),
    // Placed first where it is shown first: collisions follow the rank.
    rank: suburb ? RANKS.length : Math.min(rank, min_zoom ? ZOOMS.lastIndexOf(from) : rank),
    from,
  })
}

/** @returns row -> whether it is a suburb of a larger town */
function suburbFinder(rows) {
  const byLatitude = rows.toSorted((a, b) => a.lat - b.lat)
  const firstFrom = (lat) => {
    let [low, high] = [0, byLatitude.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (byLatitude[middle].lat < lat) low = middle + 1
      else high = middle
    }
    return low
  }
  return (row) => {
    if (row.feature_code === 'PPLC' || row.feature_code === 'PPLA' || row.min_zoom) return false
    for (let i = firstFrom(row.lat - SUBURB.near); i < byLatitude.length; i += 1) {
      const other = byLatitude[i]
      if (other.lat > row.lat + SUBURB.near) return false
      if (Math.abs(other.lon - row.lon) < SUBURB.near && isMuchLarger(other, row)) return true
    }
    return false
  }
}

/** A town of unknown population is a suburb of a city only. */
function isMuchLarger(other, row) {
  return row.population === 0 ? other.population > 300_000 : other.population > row.population * SUBURB.times
}
