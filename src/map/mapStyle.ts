import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../incidents/vocabulary.ts'
import type { Theme } from '../view/view.ts'
import { countryName } from './countryNames.ts'
import { lineStyles } from './lineStyles.ts'
import { mapColours, type MapColours } from './mapColours.ts'

/** URL of the built-in basemap's tiles, which basemapProtocol answers from memory. */
export const BASEMAP_URL = 'pmtiles://ground'

/** Labels are drawn with the page's own fonts: there is no glyph server. */
export const REGULAR = ['IBM Plex Sans', 'IBM Plex Sans Arabic', 'sans-serif']

/** The built-in basemap in the page's theme and language. */
export function basemapStyle(theme: Theme, language: Language): StyleSpecification {
  const colours = mapColours[theme]
  return {
    version: 8,
    sources: { ground: { type: 'vector', url: BASEMAP_URL } },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      ...surfaces(colours),
      ...lines(colours),
      ...labels(colours, language),
    ],
  }
}

const from = (layer: string) => ({ source: 'ground', 'source-layer': layer })

function surfaces(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'land', type: 'fill', ...from('land'), paint: { 'fill-color': colours.land } },
    { id: 'lakes', type: 'fill', ...from('lakes'), paint: { 'fill-color': colours.water } },
    {
      id: 'rivers',
      type: 'line',
      ...from('rivers'),
      minzoom: 3,
      paint: { 'line-color': colours.water, 'line-width': byZoom([3, 0.6], [8, 2], [12, 3]) },
    },
  ]
}

function lines(colours: MapColours): LayerSpecification[] {
  const borderWidth = byZoom([2, 0.6], [6, 1.2], [10, 2])
  return [
    {
      id: 'divisions',
      type: 'line',
      ...from('divisions'),
      minzoom: 4,
      paint: { 'line-color': colours.division, 'line-width': byZoom([4, 0.5], [8, 1.2]) },
    },
    {
      id: 'borders',
      type: 'line',
      ...from('borders'),
      filter: ['==', ['get', 'disputed'], 0],
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

function labels(colours: MapColours, language: Language): LayerSpecification[] {
  const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.4 }
  return [
    {
      id: 'division-names',
      type: 'symbol',
      ...from('divisionNames'),
      minzoom: 6,
      maxzoom: 9,
      layout: {
        'text-field': nameIn(language),
        'text-font': REGULAR,
        'text-size': 11,
        'text-letter-spacing': spaced(language, 0.12),
        'text-max-width': 7,
        'text-padding': 6,
      },
      paint: { 'text-color': colours.country, 'text-opacity': 0.85, ...halo },
    },
    {
      id: 'places',
      type: 'symbol',
      ...from('places'),
      layout: {
        'text-field': nameIn(language),
        'text-font': REGULAR,
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, rankSize(10, 12), 10, rankSize(12, 16)],
        'symbol-sort-key': ['get', 'rank'],
        'text-max-width': 8,
        'text-padding': 4,
      },
      paint: { 'text-color': colours.town, ...halo },
    },
    {
      id: 'countries',
      type: 'symbol',
      ...from('countries'),
      maxzoom: 7,
      layout: {
        'text-field': countryName(language),
        'text-font': REGULAR,
        'text-size': byZoom([2, 10], [5, 14], [7, 17]),
        'text-letter-spacing': spaced(language, 0.15),
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': colours.country, ...halo },
    },
  ]
}

/** Letter spacing in em; none in Arabic, whose letters join. */
function spaced(language: Language, em: number): number {
  return language === 'ar' ? 0 : em
}

/** A style expression: the name in the language, else in English. */
function nameIn(language: Language): ExpressionSpecification {
  return ['coalesce', ['get', `name_${language}`], ['get', 'name_en']]
}

/** A style expression: `large` pixels for towns of rank 0, down to `small` at rank 6. */
function rankSize(small: number, large: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['get', 'rank'], 0, large, 6, small]
}

/** A style expression: linear between the stops. */
function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}
