import type { StyleSpecification } from 'maplibre-gl'
import type { Language } from '../incidents/vocabulary.ts'
import type { Theme } from '../view/view.ts'
import { labelLayers } from './groundLabels.ts'
import { lineLayers, surfaceLayers } from './groundShapes.ts'
import { mapColours } from './mapColours.ts'
import { reliefLayer } from './relief.ts'

/** The protocol that answers for tiles of the built-in basemap, from memory. */
export const BASEMAP_PROTOCOL = 'atlas'
/** Address that says what vector tiles there are. */
export const GROUND_URL = `${BASEMAP_PROTOCOL}://ground`
/** Beginning of the address of each tile of the relief; the theme whose colours it has follows. */
export const RELIEF_URL = `${BASEMAP_PROTOCOL}://relief/`

const CLOSEST_RELIEF = 4

/**
 * The built-in basemap in the page's theme and language.
 * @param isFlat without relief, for those who ask for more contrast, and where drawing it would slow the map down
 */
export function basemapStyle(theme: Theme, language: Language, isFlat = false): StyleSpecification {
  const colours = mapColours[theme]
  return {
    version: 8,
    sources: {
      ground: { type: 'vector', url: GROUND_URL },
      rooms: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      ...(!isFlat && {
        relief: {
          type: 'raster',
          tiles: [`${RELIEF_URL}${theme}/{z}/{x}/{y}`],
          maxzoom: CLOSEST_RELIEF,
          tileSize: 512,
        },
      }),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      ...surfaceLayers(colours, isFlat ? [] : [reliefLayer]),
      ...lineLayers(colours),
      ...labelLayers(colours, language),
    ],
  }
}
