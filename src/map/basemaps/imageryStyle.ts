import type { LayerSpecification, RasterSourceSpecification, StyleSpecification } from 'maplibre-gl'
import { onImagery } from '../mapColours.ts'
import { AFTER, PICTURE, type BaseStyle } from './baseStyle.ts'

/** A raster source without its id. */
export interface Pictures {
  tiles: string
  maxZoom: number
  tileSize: number
}

/**
 * Pictures between the surfaces of the built-in map, which show where a picture is missing, and its borders and
 * names.
 * @param ground style of the built-in map
 * @param after pictures that lie over the others, in the right part of a divided map
 * @param isPhoto whether they are photographs: borders and names then have the colours for that
 */
export function imageryStyle(
  ground: StyleSpecification,
  pictures: Pictures,
  after: Pictures | null,
  isPhoto: boolean,
): BaseStyle {
  const shown: [string, Pictures][] = [
    [PICTURE, pictures],
    ...(after ? [[AFTER, after] as [string, Pictures]] : []),
  ]
  const isLabel = ({ type }: LayerSpecification) => type === 'line' || type === 'symbol'
  const above = isPhoto ? ground.layers.filter(isLabel).flatMap(overPhoto) : []
  const style: StyleSpecification = {
    ...ground,
    sources: {
      ...ground.sources,
      ...Object.fromEntries(shown.map(([id, each]) => [id, sourceOf(each)])),
    },
    layers: [
      ...ground.layers.filter((layer) => !isLabel(layer)),
      ...shown.map(([id]): LayerSpecification => ({
        id,
        type: 'raster',
        source: id,
        paint: { 'raster-fade-duration': 0 },
      })),
      ...above,
    ],
  }
  const tiles = Object.fromEntries(shown.map(([id, each]) => [id, each.tiles]))
  return { style, isAnyTone: true, tiles, form: JSON.stringify([style.layers, Object.keys(style.sources)]) }
}

function sourceOf({ tiles, maxZoom, tileSize }: Pictures): RasterSourceSpecification {
  return { type: 'raster', tiles: [tiles], maxzoom: maxZoom, tileSize }
}

/** A line or label of the built-in map as it lies over photographs. Rivers are in the photograph. */
function overPhoto(layer: LayerSpecification): LayerSpecification[] {
  const { line, label, halo, haloWidth } = onImagery
  if (layer.type === 'symbol')
    return [
      {
        ...layer,
        paint: {
          ...layer.paint,
          'text-color': label,
          'text-opacity': 1,
          'text-halo-color': halo,
          'text-halo-width': haloWidth,
        },
      },
    ]
  if (layer.type !== 'line' || layer['source-layer'] === 'rivers') return []
  const { 'line-width': width = 1 } = layer.paint ?? {}
  return [
    {
      ...layer,
      id: `${layer.id}-halo`,
      paint: { 'line-color': halo, 'line-gap-width': width, 'line-width': 1, 'line-opacity': 0.6 },
    },
    { ...layer, paint: { ...layer.paint, 'line-color': line, 'line-opacity': 0.9 } },
  ]
}
