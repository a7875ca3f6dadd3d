import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { byZoom, from, isDue } from './groundLayer.ts'
import { lineStyles } from './lineStyles.ts'
import type { MapColours } from './mapColours.ts'

/** @param relief layers between the land and the water on it */
export function surfaceLayers(
  colours: MapColours,
  relief: readonly LayerSpecification[],
): LayerSpecification[] {
  return [
    { id: 'land', type: 'fill', ...from('land'), paint: { 'fill-color': colours.land } },
    ...relief,
    {
      id: 'urban',
      type: 'fill',
      ...from('urban'),
      minzoom: 4,
      filter: isDue,
      paint: {
        'fill-color': colours.urban,
        'fill-opacity': byZoom([4, 0.5], [7, 0.9], [10, 0.8], [13, 0.4]),
        'fill-antialias': false,
      },
    },
    {
      id: 'lakes',
      type: 'fill',
      ...from('lakes'),
      filter: isDue,
      paint: { 'fill-color': colours.water },
    },
    {
      id: 'rivers',
      type: 'line',
      ...from('rivers'),
      minzoom: 3,
      filter: ['all', isDue, ['!', isWadi]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colours.river, 'line-width': riverWidth },
    },
    {
      id: 'wadis',
      type: 'line',
      ...from('rivers'),
      minzoom: 7,
      filter: ['all', isDue, isWadi],
      paint: {
        'line-color': colours.river,
        'line-width': byZoom([7, 0.9], [12, 1.8]),
        'line-dasharray': lineStyles.wadi.dash,
      },
    },
  ]
}

/** Carries water at times. */
const isWadi: ExpressionSpecification = ['==', ['get', 'wadi'], 1]

/** A style expression: pixels by zoom and rank, of which 0 is the largest. */
const riverWidth = [
  'interpolate',
  ['linear'],
  ['zoom'],
  3,
  ['interpolate', ['linear'], ['get', 'rank'], 0, 0.9, 6, 0.4],
  8,
  ['interpolate', ['linear'], ['get', 'rank'], 0, 2.4, 6, 1, 10, 0.6],
  12,
  ['interpolate', ['linear'], ['get', 'rank'], 0, 4, 6, 2, 10, 1.2],
] as unknown as ExpressionSpecification

/** Borders of countries and of their first-level divisions. */
export function lineLayers(colours: MapColours): LayerSpecification[] {
  const borderWidth = byZoom([2, 0.6], [6, 1.2], [10, 2])
  return [
    {
      id: 'divisions',
      type: 'line',
      ...from('divisions'),
      minzoom: 4,
      paint: {
        'line-color': colours.division,
        'line-width': byZoom([4, 0.5], [8, 1.2]),
        'line-opacity': byZoom([4, 0.6], [6, 1]),
      },
    },
    {
      id: 'borders',
      type: 'line',
      ...from('borders'),
      filter: ['==', ['get', 'disputed'], 0],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.border, 'line-width': borderWidth },
    },
    {
      id: 'borders-disputed',
      type: 'line',
      ...from('borders'),
      filter: ['==', ['get', 'disputed'], 1],
      paint: {
        'line-color': colours.border,
        'line-width': borderWidth,
        'line-dasharray': lineStyles.disputedBorder.dash,
      },
    },
  ]
}
