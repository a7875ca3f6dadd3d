import { zoomBySize } from './bySize.mjs'
import { readShapes } from './packReach.mjs'

const ZOOMS = [
  [4, 0.1],
  [5, 0.03],
  [6, 0.004],
]

/** Natural Earth's built-up areas, 10m: where lights were seen from above. Small ones are in packs only. */
export function urbanLayer() {
  return readShapes('urban').map(({ geometry }) => ({
    type: 'Feature',
    properties: { from: zoomBySize(geometry, ZOOMS, 7) },
    geometry,
  }))
}
