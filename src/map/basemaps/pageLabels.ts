import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Language } from '../../incidents/vocabulary.ts'
import { REGULAR } from '../groundLayer.ts'

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>

/**
 * The layers with labels in the page's language and fonts. Only texts that are names change: numbers of roads and
 * houses stay.
 * @param layers of a style whose tiles follow OpenMapTiles or Protomaps: names are in `name:ar`, `name_ar`, `name`
 */
export function withPageLabels(
  layers: readonly LayerSpecification[],
  language: Language,
): LayerSpecification[] {
  return layers.map((layer) => (layer.type === 'symbol' ? labelled(layer, language) : layer))
}

function labelled(layer: SymbolLayer, language: Language): SymbolLayer {
  const { layout } = layer
  if (!layout || layout['text-field'] === undefined) return layer
  return {
    ...layer,
    layout: {
      ...layout,
      'text-font': REGULAR,
      ...(isName(layout['text-field']) && { 'text-field': nameIn(language) }),
      // The letters of Arabic join.
      ...(language === 'ar' && { 'text-letter-spacing': 0 }),
    },
  }
}

/** Whether a `text-field` shows names: an expression that gets `name...`, or a text with `{name...}`. */
function isName(field: unknown): boolean {
  return /\{name|"get","name|"get","pgf:name/.test(JSON.stringify(field))
}

/** The name in the language, else in Latin letters for languages that use them, else the local one. */
function nameIn(language: Language): ExpressionSpecification {
  const keys = [`name:${language}`, `name_${language}`]
  const latin = language === 'ar' ? [] : ['name:en', 'name_en', 'name:latin']
  return ['coalesce', ...[...keys, ...latin, 'name'].map((key): ExpressionSpecification => ['get', key])]
}
