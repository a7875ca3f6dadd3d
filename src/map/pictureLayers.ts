import type { Map as MapLibre } from 'maplibre-gl'
import { AFTER, PICTURE, type BaseStyle } from './basemaps/baseStyle.ts'

/**
 * Puts other pictures in place of those that are shown, whose addresses differ. The old ones go at once, so that no
 * picture is taken for that of another day.
 */
export function replacePictures(map: MapLibre, next: BaseStyle, before: BaseStyle): void {
  for (const [id, tiles] of Object.entries(next.tiles)) {
    const source = next.style.sources[id]
    const layer = next.style.layers.find((each) => each.id === id)
    if (tiles === before.tiles[id] || !source || !layer) continue
    const order = map.getLayersOrder()
    const above = order[order.indexOf(id) + 1]
    map.removeLayer(id)
    map.removeSource(id)
    map.addSource(id, source)
    map.addLayer(layer, above)
  }
}

/**
 * Where the map shows two pictures, confines the first to the part left of a line and the other one to the part right of
 * it: what one of them lacks must not show the other.
 * @param share where the line is: 0 at the left edge of the map, 1 at the right one
 */
export function dividePictures(map: MapLibre, share: () => number): void {
  if (!map.getLayer(AFTER)) return
  confineLayer(map, PICTURE, () => [0, share()])
  confineLayer(map, AFTER, () => [share(), 1])
}

/**
 * Confines a layer by two layers that draw nothing: the one below it switches the graphics context's scissor test on,
 * the one above it switches the test off.
 * @param part left and right edge, as shares of the map's width
 */
function confineLayer(map: MapLibre, layer: string, part: () => [left: number, right: number]): void {
  const order = map.getLayersOrder()
  const next = order[order.indexOf(layer) + 1]
  map.addLayer(
    {
      id: `${layer}:begin`,
      type: 'custom',
      render(gl) {
        const { drawingBufferWidth: width, drawingBufferHeight: height } = gl
        const [left = 0, right = width] = part().map((share) => Math.round(width * share))
        gl.enable(gl.SCISSOR_TEST)
        gl.scissor(left, 0, Math.max(0, right - left), height)
      },
    },
    layer,
  )
  map.addLayer({ id: `${layer}:end`, type: 'custom', render: (gl) => gl.disable(gl.SCISSOR_TEST) }, next)
}
