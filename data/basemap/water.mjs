import { zoomBySize } from './bySize.mjs'
import { nearness } from './nearness.mjs'
import { readShapes } from './packReach.mjs'
import { LEVELS } from './wadis.mjs'

/** Zoom from which a river of each of Natural Earth's ranks is drawn; 0 is the Amazon. */
const RIVERS = [2, 2, 3, 4, 4, 5, 6, 6, 7, 7, 8]

const LAKES = [
  [0, 0.5],
  [3, 0.08],
  [4, 0.03],
  [5, 0.01],
]

/** Natural Earth's rivers and lakes, 10m; `rank` of a river is 0 (largest) to 10. */
export function waterLayers() {
  return {
    lakes: readShapes('lakes').map(({ geometry }) => ({
      type: 'Feature',
      properties: { from: zoomBySize(geometry, LAKES, 6) },
      geometry,
    })),
    rivers: readShapes('rivers').map(({ geometry, properties: { scalerank: rank } }) => ({
      type: 'Feature',
      properties: { rank, from: RIVERS[rank] ?? 8 },
      geometry,
    })),
  }
}

/** A small river this near (degrees) to one of Natural Earth's is the same river, drawn a little beside it. */
const SAME = 0.06

/** Small rivers and wadis of the packs; of a river, `wadi` is 1 where it carries water at times. @param rivers those that are drawn already */
export function smallRivers(rivers) {
  const isDrawn = nearness(
    rivers.flatMap(({ geometry: { type, coordinates } }) =>
      type === 'LineString' ? [coordinates] : coordinates,
    ),
    SAME,
  )
  return readShapes('wadis').flatMap(({ geometry, properties: { level } }) => {
    const paths = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
    return paths
      .flatMap((path) => partsOf(path, (position) => !isDrawn(position)))
      .map((coordinates) => ({
        type: 'Feature',
        properties: LEVELS[level],
        geometry: { type: 'LineString', coordinates },
      }))
  })
}

/** The parts of a path whose positions are wanted. */
function partsOf(path, isWanted) {
  const parts = [[]]
  for (const position of path)
    if (isWanted(position)) parts.at(-1).push(position)
    else if (parts.at(-1).length > 0) parts.push([])
  return parts.filter((part) => part.length > 1)
}

/** The same with rounded corners, for zooms at which each vertex would show. */
export function rounded(features) {
  return features.map((each) => ({
    ...each,
    geometry: { ...each.geometry, coordinates: roundedPaths(each.geometry.coordinates) },
  }))
}

/** Any nesting of paths. */
function roundedPaths(coordinates) {
  return typeof coordinates[0][0] === 'number'
    ? cutCorners(cutCorners(coordinates))
    : coordinates.map(roundedPaths)
}

/** One step of Chaikin's corner cutting; ends of an open line stay. */
function cutCorners(path) {
  const isClosed = path[0][0] === path.at(-1)[0] && path[0][1] === path.at(-1)[1]
  const cut = []
  for (let i = 0; i + 1 < path.length; i += 1)
    cut.push(between(path[i], path[i + 1], 0.25), between(path[i], path[i + 1], 0.75))
  return isClosed ? [...cut, cut[0]] : [path[0], ...cut.slice(1, -1), path.at(-1)]
}

function between([x1, y1], [x2, y2], share) {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
}
