import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { Theme } from '../view/view.ts'
import { mapColours } from './mapColours.ts'

/** What lies upon whichever basemap and seldom changes: each a GeoJSON source of its own. */
export const overlaySources = ['area', 'uncertainty', 'heat', 'related'] as const
export type OverlaySource = (typeof overlaySources)[number]

/** A basemap's style with our layers on top, all still empty; heat is hidden. */
export function withOverlay(base: StyleSpecification, theme: Theme): StyleSpecification {
  const sources = Object.fromEntries(
    overlaySources.map((id): [string, SourceSpecification] => [
      id,
      { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    ]),
  )
  return {
    ...base,
    sources: { ...base.sources, ...sources },
    layers: [...base.layers, ...overlayLayers(theme)],
  }
}

function overlayLayers(theme: Theme): LayerSpecification[] {
  const { accent, disc } = mapColours[theme]
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
      source: 'heat',
      layout: { visibility: 'none' },
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
  ]
}
