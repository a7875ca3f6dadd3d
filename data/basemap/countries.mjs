import { centroid } from './centroid.mjs'
import { divisions } from './divisions.mjs'
import { point } from './labelPoint.mjs'
import { spansAt } from './spans.mjs'

/** Where the weighted middle would not do: on land that is wide enough for the name, and where few towns are. */
const placed = {
  HR: [16.2, 45.4],
  IL: [34.85, 30.8],
  IQ: [42.2, 32.4],
  LB: [36.05, 34.05],
  MA: [-6.2, 32.3],
  NO: [9, 61.3],
  PS: [35.25, 32.05],
  SO: [45.6, 4],
}
/** Natural Earth's code of a country without one in ISO 3166-1. */
const codes = { KOS: 'XK' }
/** Degrees within which parts belong together: an overseas part does not pull the name into the sea. */
const NEAR = 25

/** The middle of each country's main part; the larger the country, the lower its rank and the earlier its name. */
export function countries() {
  return [...grouped(divisions(), ({ properties: { adm0_a3, iso_a2 } }) => codes[adm0_a3] ?? iso_a2)]
    .filter(([iso2]) => /^[A-Z]{2}$/u.test(iso2))
    .map(([iso2, parts]) =>
      label(
        iso2,
        parts.map(({ geometry }) => largestRing(geometry)),
        parts.flatMap(({ geometry }) => ringsOf(geometry)),
      ),
    )
    .toSorted(
      (a, b) => a.properties.rank - b.properties.rank || (a.properties.iso2 < b.properties.iso2 ? -1 : 1),
    )
}

function label(iso2, parts, rings) {
  const main = mainPart(parts)
  const mean = (axis) => main.reduce((sum, each) => sum + each[axis] * each.area, 0) / areaOf(main)
  const [lng, lat] = placed[iso2] ?? onLand([mean('x'), mean('y')], rings)
  const rank = Math.max(0, Math.min(9, Math.round(6 - Math.log2(Math.max(0.01, areaOf(parts))))))
  return point(lng, lat, { iso2, rank, from: appearsAt(rank) })
}

/** The position, or where it lies at sea the middle of the widest land beside it. */
function onLand([lng, lat], rings) {
  const spans = spansAt(rings, lat)
  if (spans.length === 0 || spans.some(([from, to]) => lng > from && lng < to)) return [lng, lat]
  const [from, to] = spans.toSorted(([a, b], [c, d]) => d - c - (b - a))[0]
  return [(from + to) / 2, lat]
}

function ringsOf({ type, coordinates }) {
  return (type === 'Polygon' ? [coordinates] : coordinates).map(([outer]) => outer)
}

/** The parts near the one that has the most land around it. */
function mainPart(parts) {
  const around = parts.map((part) => parts.filter(({ x, y }) => Math.hypot(x - part.x, y - part.y) < NEAR))
  return around.reduce((most, each) => (areaOf(each) > areaOf(most) ? each : most))
}

function areaOf(parts) {
  return parts.reduce((sum, { area }) => sum + area, 0)
}

function appearsAt(rank) {
  if (rank <= 1) return 1
  if (rank <= 3) return 2
  return rank <= 5 ? 3 : 4
}

function grouped(items, keyOf) {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Area in square degrees at the equator, and centroid, of a geometry's largest outer ring. */
function largestRing({ type, coordinates }) {
  return ringsOf({ type, coordinates })
    .map(centroid)
    .toSorted((a, b) => b.area - a.area)[0]
}
