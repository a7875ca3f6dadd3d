import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { Theme } from '../view/view.ts'
import { heatScale } from './heatScale.ts'
import { HEAT_RADIUS } from './heatWeights.ts'
import { lineStyles } from './lineStyles.ts'
import { mapColours, onImagery } from './mapColours.ts'

/**
 * The overlays that the library draws over any basemap; each is a GeoJSON source of the map style with this id.
 */
export const overlayIds = ['area', 'uncertainty', 'heat', 'related'] as const
/** Id of one overlay. */
export type OverlayId = (typeof overlayIds)[number]

/**
 * A basemap's style with the overlays' layers on top. The overlays are empty, and the heat map is hidden.
 * @param isAnyTone whether the ground may be of any tone: lines then have a halo
 */
export function withOverlay(base: StyleSpecification, theme: Theme, isAnyTone = false): StyleSpecification {
  const sources = Object.fromEntries(
    overlayIds.map((id): [string, SourceSpecification] => [
      id,
      { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    ]),
  )
  return {
    ...base,
    sources: { ...base.sources, ...sources },
    layers: [...base.layers, ...(isAnyTone ? lineHalos(theme) : []), ...overlayLayers(theme)],
  }
}

function overlayLayers(theme: Theme): LayerSpecification[] {
  return [...areaLayers(theme), heatLayer(theme), ...relatedLayers(theme)]
}

/** The filtered area, and the area in which the open incident may have happened. */
function areaLayers(theme: Theme): LayerSpecification[] {
  const { accent } = mapColours[theme]
  const { area, uncertainty } = lineStyles
  return [
    {
      id: 'area',
      type: 'line',
      source: 'area',
      paint: { 'line-color': accent, 'line-width': area.width, 'line-dasharray': area.dash },
    },
    {
      id: 'uncertainty',
      type: 'fill',
      source: 'uncertainty',
      paint: { 'fill-color': accent, 'fill-opacity': uncertainty.fill },
    },
    {
      id: 'uncertainty-edge',
      type: 'line',
      source: 'uncertainty',
      paint: { 'line-color': accent, 'line-width': uncertainty.width, 'line-dasharray': uncertainty.dash },
    },
  ]
}

/** Lines below those of the overlays, two pixels wider on each side and not dashed. */
function lineHalos(theme: Theme): LayerSpecification[] {
  const widths: [OverlayId, number][] = [
    ['area', lineStyles.area.width],
    ['uncertainty', lineStyles.uncertainty.width],
    ['related', lineStyles.related.width],
  ]
  return widths.map(([source, width]) => ({
    id: `${source}-halo`,
    type: 'line',
    source,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': onImagery.markHalo[theme], 'line-width': width + 4, 'line-opacity': 0.8 },
  }))
}

function heatLayer(theme: Theme): LayerSpecification {
  return {
    id: 'heat',
    type: 'heatmap',
    source: 'heat',
    layout: { visibility: 'none' },
    paint: {
      'heatmap-weight': ['get', 'weight'],
      'heatmap-radius': ['interpolate', ['linear'], ['zoom'], ...HEAT_RADIUS.flat()],
      'heatmap-opacity': 0.85,
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        ...heatScale[theme].flat(),
      ] as unknown as ExpressionSpecification,
    },
  }
}

/** Lines from the open incident to related ones, and dots at their ends. */
function relatedLayers(theme: Theme): LayerSpecification[] {
  const { accent, disc } = mapColours[theme]
  const { related } = lineStyles
  return [
    {
      id: 'related',
      type: 'line',
      source: 'related',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: {
        'line-color': accent,
        'line-width': related.width,
        'line-opacity': 0.85,
        'line-dasharray': related.dash,
      },
    },
    {
      id: 'related-ends',
      type: 'circle',
      source: 'related',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': related.end,
        'circle-color': disc,
        'circle-stroke-color': accent,
        'circle-stroke-width': 2,
      },
    },
  ]
}
