import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { point } from './labelPoint.mjs'

/** Populations from which a town is of a rank; below the last it is of the next. */
const RANKS = [3_000_000, 1_000_000, 400_000, 150_000, 60_000, 25_000, 8_000]
/** Zoom from which each rank is shown. */
const ZOOMS = [3, 4, 5, 5, 6, 7, 7, 8]
/** Rank that a seat has at least: of the state, of a division of the first level, of the second. */
const SEATS = { PPLC: 1, PPLA: 4, PPLA2: 6 }
/** A place this near (degrees) to one this many times larger is a suburb, shown last. */
const SUBURB = { near: 0.12, times: 4 }

/** Town labels from places.tsv. */
export function places(folder) {
  const rows = readTsv(resolve(folder, 'places.tsv')).map(ranked)
  return rows.map((row) => label(row, isSuburb(row, rows)))
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

function label({ lat, lon, feature_code, name_en, name_ar, name_fr, min_zoom, rank }, suburb) {
  const usual = suburb ? 8 : ZOOMS[rank]
  const from = min_zoom ? Number(min_zoom) : usual
  return point(lon, lat, {
    name_en,
    name_ar: name_ar || name_en,
    name_fr: name_fr || name_en,
    capital: { PPLC: 2, PPLA: 1 }[feature_code] ?? 0,
    // Placed first where it is shown first: collisions follow the rank.
    rank: suburb ? RANKS.length : Math.min(rank, min_zoom ? ZOOMS.lastIndexOf(from) : rank),
    from,
  })
}

function isSuburb(row, rows) {
  if (row.feature_code === 'PPLC' || row.feature_code === 'PPLA' || row.min_zoom || row.population === 0)
    return false
  return rows.some(
    (other) =>
      Math.abs(other.lat - row.lat) < SUBURB.near &&
      Math.abs(other.lon - row.lon) < SUBURB.near &&
      other.population > row.population * SUBURB.times,
  )
}
