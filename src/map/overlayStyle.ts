import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Theme } from '../view/view.ts'
import { mapColours } from './mapColours.ts'

/** What we draw upon whichever basemap: each a GeoJSON source of its own. */
export const overlaySources = ['area', 'uncertainty', 'related', 'cells', 'marks'] as const
export type OverlaySource = (typeof overlaySources)[number]

/** A basemap's style with our layers on top, all still empty. */
export function withOverlay(base: StyleSpecification, theme: Theme, mode: MapMode): StyleSpecification {
  const sources = Object.fromEntries(
    overlaySources.map((id): [string, SourceSpecification] => [
      id,
      { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    ]),
  )
  return {
    ...base,
    sources: { ...base.sources, ...sources },
    layers: [...base.layers, ...overlayLayers(theme, mode)],
  }
}

function overlayLayers(theme: Theme, mode: MapMode): LayerSpecification[] {
  const { accent, outline, disc } = mapColours[theme]
  const visibility = (shown: boolean) => (shown ? 'visible' : 'none')
  return [
    {
      id: 'area',
      type: 'line',
      source: 'area',
      paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'uncertainty',
      type: 'fill',
      source: 'uncertainty',
      paint: { 'fill-color': accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'uncertainty-edge',
      type: 'line',
      source: 'uncertainty',
      paint: { 'line-color': accent, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      id: 'heat',
      type: 'heatmap',
      source: 'cells',
      layout: { visibility: visibility(mode === 'heat') },
      paint: {
        'heatmap-weight': ['min', 4, ['+', 0.6, ['ln', ['get', 'count']]]],
        'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 3, 18, 10, 42],
        'heatmap-opacity': 0.8,
        'heatmap-color': [
          'interpolate',
          ['linear'],
          ['heatmap-density'],
          0,
          'rgba(0, 0, 0, 0)',
          0.15,
          theme === 'light' ? '#fde3b5' : '#4a3a17',
          0.45,
          '#e69f00',
          0.75,
          '#d55e00',
          1,
          theme === 'light' ? '#7a1f00' : '#ffe8d6',
        ],
      },
    },
    {
      id: 'related',
      type: 'line',
      source: 'related',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': accent, 'line-width': 1.6, 'line-opacity': 0.85, 'line-dasharray': [1, 1.6] },
    },
    {
      id: 'related-ends',
      type: 'circle',
      source: 'related',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4,
        'circle-color': disc,
        'circle-stroke-color': accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'cells',
      type: 'symbol',
      source: 'cells',
      layout: {
        visibility: visibility(mode !== 'heat'),
        'icon-image': ['get', 'image'],
        'icon-size': mode === 'points' ? 0.62 : 1,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'count'],
        'symbol-z-order': 'source',
      },
    },
    {
      id: 'marks',
      type: 'circle',
      source: 'marks',
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': ['case', ['get', 'open'], accent, outline],
        'circle-stroke-width': ['case', ['get', 'open'], 3.5, 2],
      },
    },
  ]
}
