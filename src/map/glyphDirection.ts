import type { Map as MapLibre } from 'maplibre-gl'

type GlyphManager = MapLibre['style']['glyphManager']
type CreateRasterizer = GlyphManager['createRasterizer']
/** It has the canvas that it draws on, which its declaration leaves out. */
type WithCanvas = ReturnType<CreateRasterizer> & { ctx?: Pick<CanvasTextDrawingStyles, 'direction'> }

/**
 * Has each sign of a label drawn as in left-to-right text. The library turns brackets around where they are read right
 * to left, and then draws each sign alone on a canvas; that canvas takes over the direction of the page, and on a page
 * that runs right to left turns a bracket once more, so that it faces outwards.
 * https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-direction
 */
export function leftToRight(create: CreateRasterizer): CreateRasterizer {
  return (options, padding) => {
    const rasterizer: WithCanvas = create(options, padding)
    if (rasterizer.ctx) rasterizer.ctx.direction = 'ltr'
    return rasterizer
  }
}
