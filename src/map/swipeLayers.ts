import type { Map as MapLibre } from 'maplibre-gl'

/**
 * Confines one layer to the part of the map right of a line, by two layers that draw nothing: below it the first
 * switches the graphics context's scissor test on, above it the second switches it off.
 * @param layer id of a layer of the map's style
 * @param share where the line is: 0 at the left edge of the map, 1 at the right one
 */
export function confineLayer(map: MapLibre, layer: string, share: () => number): void {
  const order = map.getLayersOrder()
  const next = order[order.indexOf(layer) + 1]
  map.addLayer(
    {
      id: `${layer}:begin`,
      type: 'custom',
      render(gl) {
        const { drawingBufferWidth: width, drawingBufferHeight: height } = gl
        const left = Math.round(width * share())
        gl.enable(gl.SCISSOR_TEST)
        gl.scissor(left, 0, width - left, height)
      },
    },
    layer,
  )
  map.addLayer({ id: `${layer}:end`, type: 'custom', render: (gl) => gl.disable(gl.SCISSOR_TEST) }, next)
}
