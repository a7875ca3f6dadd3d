import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Language } from '../incidents/vocabulary.ts'
import { countryName } from './countryNames.ts'
import { AIRPORT_IMAGE, dotImage } from './groundImages.ts'
import { byZoom, from, isDue, REGULAR } from './groundLayer.ts'
import type { MapColours } from './mapColours.ts'
import { roomLayer } from './markRooms.ts'
import { spreadLine, spreadSize, spreadSpacing } from './spreadName.ts'

/**
 * Names, from the least to the greatest: the library places those of the last layer first. All step aside for the marks,
 * whose room is taken before them.
 */
export function labelLayers(colours: MapColours, language: Language): LayerSpecification[] {
  return [
    villages(colours),
    airports(colours, language),
    places(colours, language),
    divisions(colours, language),
    countries(colours, language),
    roomLayer,
  ]
}

const haloOf = ({ halo }: MapColours, width: number) => ({
  'text-halo-color': halo,
  'text-halo-width': width,
  'text-halo-blur': 0.4,
})

/** Positions of a name around its dot. @param near distance in em */
const around = (near: number): unknown[] => [
  'top',
  [0, near],
  'bottom',
  [0, -near],
  'left',
  [near, 0],
  'right',
  [-near, 0],
]
const rings = (...distances: number[]) => ['literal', distances.flatMap(around)]

/** Of a state, of a division of the first or second level, or a city. */
const isSeatOrLarge = ['any', ['>', ['get', 'capital'], 0], ['has', 'seat'], ['<=', ['get', 'rank'], 2]]

/**
 * Positions of a town's name, from near its dot outwards to beside a mark that covers the dot. Farther out only for those that
 * readers look for: among towns close together a name would seem that of another.
 */
const besideDot = [
  'step',
  ['zoom'],
  ['case', isSeatOrLarge, rings(0.35, 1.2, 2.1), rings(0.35, 1.2, 1.7)],
  8,
  ['case', isSeatOrLarge, rings(0.35, 1.2, 2.1, 3), rings(0.35, 1.2, 1.7)],
]

/** Large countries have room on their land for a name beside their middle; that of a small one would stand in the sea. */
const besideMiddle = [
  'case',
  ['<=', ['get', 'rank'], 3],
  ['literal', ['center', [0, 0], 'top', [0, 1.3], 'bottom', [0, -1.3], 'left', [1.8, 0], 'right', [-1.8, 0]]],
  ['literal', ['center', [0, 0]]],
]

function villages(colours: MapColours): LayerSpecification {
  return {
    id: 'villages',
    type: 'symbol',
    ...from('villages'),
    minzoom: 9,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': REGULAR,
      'text-size': byZoom([9, 9.5], [13, 12]),
      'text-max-width': 7,
      'text-padding': byZoom([9, 12], [11, 5], [13, 2]),
    },
    paint: { 'text-color': colours.village, ...haloOf(colours, 1.1) },
  }
}

/** Sign and name step aside for marks; close up the sign stays where there is no room for the name. */
function airports(colours: MapColours, language: Language): LayerSpecification {
  return {
    id: 'airports',
    type: 'symbol',
    ...from('airports'),
    minzoom: 7,
    filter: isDue,
    layout: {
      'icon-image': AIRPORT_IMAGE,
      'icon-size': byZoom([7, 0.85], [12, 1.1]),
      'icon-padding': 1,
      'text-field': nameIn(language),
      'text-font': REGULAR,
      'text-size': byZoom([7, 9.5], [13, 12]),
      'text-variable-anchor-offset': around(0.75) as never,
      'text-justify': 'auto',
      'text-optional': ['step', ['zoom'], false, 10, true],
      'text-max-width': 9,
      'text-padding': byZoom([7, 8], [11, 4]),
      'symbol-sort-key': ['coalesce', ['get', 'from'], 0],
    },
    paint: { 'text-color': colours.village, ...haloOf(colours, 1.1) },
  }
}

function places(colours: MapColours, language: Language): LayerSpecification {
  return {
    id: 'places',
    type: 'symbol',
    ...from('places'),
    filter: isDue,
    layout: {
      'icon-image': ['match', ['get', 'capital'], 2, dotImage.capital, dotImage.town],
      'icon-size': byZoom([3, 0.8], [10, 1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-padding': 0,
      'text-field': nameIn(language),
      'text-font': REGULAR,
      'text-size': ['interpolate', ['linear'], ['zoom'], 4, rankSize(10, 12.5), 10, rankSize(11.5, 17)],
      'symbol-sort-key': ['get', 'rank'],
      'text-variable-anchor-offset': besideDot as never,
      'text-justify': 'auto',
      'text-max-width': 8,
      'text-padding': byZoom([4, 5], [9, 3]),
    },
    paint: { 'text-color': colours.town, ...haloOf(colours, 1.4) },
  }
}

/** Names of divisions; letters are spaced, but for those of Arabic, which join. */
function divisions(colours: MapColours, language: Language): LayerSpecification {
  return {
    id: 'division-names',
    type: 'symbol',
    ...from('divisionNames'),
    minzoom: 5,
    maxzoom: 10,
    filter: isDue,
    layout: {
      'text-field': nameIn(language),
      'text-font': REGULAR,
      'text-size': spreadSize,
      'text-letter-spacing': language === 'ar' ? 0 : spreadSpacing(nameIn(language)),
      'text-line-height': 1.35,
      'text-max-width': spreadLine,
      'text-padding': 6,
    },
    paint: { 'text-color': colours.divisionName, ...haloOf(colours, 1.2) },
  }
}

function countries(colours: MapColours, language: Language): LayerSpecification {
  return {
    id: 'countries',
    type: 'symbol',
    ...from('countries'),
    maxzoom: 7,
    layout: {
      'text-field': countryName(language),
      'text-font': REGULAR,
      'text-transform': language === 'ar' ? 'none' : 'uppercase',
      'text-size': byZoom([2, 9.5], [5, 13], [7, 16]),
      'text-letter-spacing': language === 'ar' ? 0 : 0.14,
      'text-max-width': 7,
      'text-variable-anchor-offset': besideMiddle as never,
      'text-justify': 'auto',
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': colours.country, ...haloOf(colours, 1.4) },
  }
}

/** A style expression: the name in the language, else in English. */
function nameIn(language: Language): ExpressionSpecification {
  return ['coalesce', ['get', `name_${language}`], ['get', 'name_en']]
}

/** A style expression: `large` pixels for towns of rank 0, down to `small` at rank 6. */
function rankSize(small: number, large: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['get', 'rank'], 0, large, 6, small]
}
