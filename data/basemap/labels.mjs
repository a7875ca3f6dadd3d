import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { divisions } from './divisions.mjs'

/** Label points: countries, first-level divisions, towns. `from` is the zoom at which one first appears. */
export function labelLayers(folder) {
  return { countries: countries(), divisionNames: divisionNames(), places: places(folder) }
}

function point(lng, lat, properties) {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } }
}

/** The middle of a country's largest part, by its divisions' label points; the larger the earlier. */
function countries() {
  const byCountry = Map.groupBy
    ? Map.groupBy(divisions(), ({ properties }) => properties.iso_a2)
    : grouped(divisions(), ({ properties }) => properties.iso_a2)
  return [...byCountry]
    .filter(([iso2]) => /^[A-Z]{2}$/.test(iso2))
    .map(([iso2, parts]) => {
      const sizes = parts.map(({ geometry }) => largestRing(geometry))
      const total = sizes.reduce((sum, { area }) => sum + area, 0)
      const largest = sizes.toSorted((a, b) => b.area - a.area)[0]
      // Far-off parts do not pull the name into the sea.
      const near = sizes.filter(({ x, y }) => Math.hypot(x - largest.x, y - largest.y) < 25)
      const weight = near.reduce((sum, { area }) => sum + area, 0)
      const mean = (axis) => near.reduce((sum, each) => sum + each[axis] * each.area, 0) / weight
      const rank = Math.max(0, Math.min(9, Math.round(6 - Math.log2(Math.max(0.01, total)))))
      return point(mean('x'), mean('y'), { iso2, rank, from: rank <= 1 ? 1 : rank <= 3 ? 2 : rank <= 5 ? 3 : 4 })
    })
    .toSorted((a, b) => a.properties.rank - b.properties.rank || (a.properties.iso2 < b.properties.iso2 ? -1 : 1))
}

function grouped(items, keyOf) {
  const groups = new Map()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** Area in square degrees, and centroid, of a geometry's largest outer ring. */
function largestRing({ type, coordinates }) {
  const rings = (type === 'Polygon' ? [coordinates] : coordinates).map(([outer]) => outer)
  return rings.map(centroid).toSorted((a, b) => b.area - a.area)[0]
}

function centroid(ring) {
  let [twice, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
    twice += cross
    x += (ring[i][0] + ring[i + 1][0]) * cross
    y += (ring[i][1] + ring[i + 1][1]) * cross
  }
  const area = Math.abs(twice / 2)
  return twice === 0 ? { area: 0, x: ring[0][0], y: ring[0][1] } : { area, x: x / (3 * twice), y: y / (3 * twice) }
}

/** Names of the ministates' and islets' divisions would only crowd the map. */
function divisionNames() {
  return divisions()
    .filter(({ properties: { name_en, min_label } }) => name_en && min_label <= 8.5)
    .map(({ properties: { longitude, latitude, name_en, name_ar, name_fr } }) =>
      point(longitude, latitude, { name_en, name_ar: name_ar || name_en, name_fr: name_fr || name_en, from: 6 }),
    )
}

/** Populations from which a town is of a rank; below the last it is of the next. */
const RANKS = [3_000_000, 1_000_000, 400_000, 150_000, 60_000, 25_000, 8_000]
/** Zoom from which each rank is shown. */
const ZOOMS = [3, 4, 5, 5, 6, 7, 7, 8]

function places(folder) {
  const [head, ...lines] = readFileSync(resolve(folder, 'places.tsv'), 'utf8').trimEnd().split('\n')
  const keys = head.split('\t')
  return lines
    .map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [keys[index], cell])))
    .map(({ lat, lng, population, capital, name_en, name_ar, name_fr }) => {
      const size = RANKS.findIndex((least) => Number(population) >= least)
      const rank = size < 0 ? RANKS.length : size
      const lifted = capital === '2' ? Math.min(rank, 1) : capital === '1' ? Math.min(rank, 4) : rank
      return point(Number(lng), Number(lat), {
        name_en,
        ...(name_ar ? { name_ar } : {}),
        ...(name_fr ? { name_fr } : {}),
        capital: Number(capital),
        rank: lifted,
        from: ZOOMS[lifted],
      })
    })
}
