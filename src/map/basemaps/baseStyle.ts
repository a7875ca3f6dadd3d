import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'

/** A style of the map below the overlays, in place of the built-in one. */
export interface BaseStyle {
  style: StyleSpecification
  /**
   * Whether the ground may be of any tone, as in photographs and in styles made for one theme only: marks and lines
   * then have a halo.
   */
  isAnyTone: boolean
  /** Addresses of the tiles of its raster sources, by id of the source. */
  tiles: Readonly<Record<string, string>>
  /** Equal in two styles that differ in `tiles` only. */
  form: string
}

/** Id of the layer and source of the picture after, where the map is divided. */
export const AFTER = 'base:after'
/** Id of the layer and source of a picture. */
export const PICTURE = 'base:picture'

/** Prefix of the ids of another host's style, which keeps them apart from the ids of the overlays. */
const PREFIX = 'base:'

/**
 * The parts of another host's style that the page uses: sources, layers and sprite. Fonts come from the page, and
 * camera, light and terrain stay as they are.
 */
export function foreignStyle({ sources, layers, sprite }: StyleSpecification): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, source]): [string, SourceSpecification] => [PREFIX + id, source]),
    ),
    ...(sprite !== undefined && { sprite }),
    layers: layers.map((layer): LayerSpecification =>
      layer.type === 'background'
        ? { ...layer, id: PREFIX + layer.id }
        : { ...layer, id: PREFIX + layer.id, source: PREFIX + layer.source },
    ),
  }
}
