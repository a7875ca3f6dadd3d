import type { ExpressionSpecification } from 'maplibre-gl'

/** Labels are drawn with the page's own fonts: there is no glyph server. */
export const REGULAR = ['IBM Plex Sans', 'IBM Plex Sans Arabic', 'sans-serif']

/** Where a layer of the style takes its features from. @param layer of the vector tiles */
export const from = (layer: string) => ({ source: 'ground', 'source-layer': layer })

/**
 * A style filter: whether a feature is to be seen at the zoom. The closest tiles hold also what is for closer zooms than
 * theirs, with the zoom in `from`.
 */
export const isDue: ExpressionSpecification = ['<=', ['coalesce', ['get', 'from'], 0], ['zoom']]

/** A style expression: linear between the stops. */
export function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}
