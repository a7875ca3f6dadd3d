import { countryOf, kindOf } from './disputed.mjs'
import { joinLines } from './joinLines.mjs'
import { nearness } from './nearness.mjs'
import { readShapes } from './packReach.mjs'

/** Natural Earth's codes of what ISO 3166-1 calls otherwise. */
const naturalEarth = { PSE: 'PSX', SSD: 'SDS', ESH: 'SAH', XKX: 'KOS' }
/** Lines of the two sources this near (degrees) to one another are the same border. */
const SAME = 0.04

/** Corners of a hole in the land up to which it is left out. */
const POND = 30

/**
 * Land and borders of the packs, from OpenStreetMap by @geo-maps. What is disputed is said by Natural Earth's lines and the
 * table in disputed.mjs: a line that only Natural Earth has, since the finer source gives the land to both sides or to one, is
 * drawn too.
 * @param coarse layers of lines.mjs
 */
export function fineLayers({ borders }) {
  const disputed = borders.filter(({ properties }) => properties.disputed === 1).map(pathOf)
  const isNearDisputed = nearness(disputed, SAME)
  const lines = { settled: [], disputed: [] }
  const all = []
  for (const { geometry, properties } of readShapes('borders'))
    for (const line of linesOf(geometry)) {
      all.push(line)
      const kind = kindOf(side(properties.a), side(properties.b))
      if (kind.disputed && !kind.within) lines.disputed.push(line)
      else split(line, isNearDisputed, lines)
    }
  const isNearFine = nearness(all, SAME)
  const only = { near: [], far: [] }
  for (const line of disputed)
    split(line, (position) => !isNearFine(position), { disputed: only.far, settled: only.near })
  return {
    land: readShapes('land').map(({ geometry }) => withoutPonds(geometry)),
    borders: [
      ...joinLines(lines.settled).map((line) => lineFeature(line, 0)),
      ...joinLines(lines.disputed).map((line) => lineFeature(line, 1)),
      ...only.far.filter((line) => line.length > 2).map((line) => lineFeature(line, 1)),
    ],
  }
}

/** Land without holes of few corners: ponds that would be drawn as triangles. Larger waters are in the lakes. */
function withoutPonds({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const kept = polygons.map(([outer, ...holes]) => [outer, ...holes.filter((hole) => hole.length > POND)])
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: kept } }
}

function side(code) {
  const country = naturalEarth[code] ?? code
  return { country: countryOf[country] ?? country, division: '' }
}

/** Cuts a line where it enters or leaves what `isDisputed` says of its positions. */
function split(line, isDisputed, { settled, disputed }) {
  let part = [line[0]]
  let before = isDisputed(line[0])
  for (const position of line.slice(1)) {
    part.push(position)
    const now = isDisputed(position)
    if (now === before) continue
    ;(before ? disputed : settled).push(part)
    part = [position]
    before = now
  }
  if (part.length > 1) (before ? disputed : settled).push(part)
}

function linesOf({ type, coordinates }) {
  return type === 'LineString' ? [coordinates] : coordinates
}

const pathOf = ({ geometry }) => geometry.coordinates

function lineFeature(coordinates, disputed) {
  return { type: 'Feature', properties: { disputed }, geometry: { type: 'LineString', coordinates } }
}
