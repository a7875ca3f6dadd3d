import type { Map as MapLibre } from 'maplibre-gl'

type GlyphManager = MapLibre['style']['glyphManager']
type CreateRasterizer = GlyphManager['createRasterizer']
/** The rasterizer's canvas context, which the library's type declarations leave out. */
type WithCanvas = ReturnType<CreateRasterizer> & { ctx?: Pick<CanvasTextDrawingStyles, 'direction'> }

/**
 * Makes the library draw each glyph of a label as left-to-right text. The library mirrors brackets in
 * right-to-left text itself and then draws each glyph alone on a canvas. That canvas inherits the page's
 * direction, so on a right-to-left page a bracket would be mirrored a second time.
 * https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-direction
 */
export function leftToRight(create: CreateRasterizer): CreateRasterizer {
  return (options, padding) => {
    const rasterizer: WithCanvas = create(options, padding)
    if (rasterizer.ctx) rasterizer.ctx.direction = 'ltr'
    return rasterizer
  }
}
