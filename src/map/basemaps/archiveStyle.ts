import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../incidents/vocabulary.ts'
import type { Theme } from '../../view/view.ts'
import { withPageLabels } from './pageLabels.ts'

const SOURCE = 'protomaps'

/**
 * The style of a Protomaps extract in the page's theme, language and fonts. There is no sprite: symbols without a
 * text are left out.
 * @param archive key of the archive, as `addArchive` was given it
 * @throws if the code of the style cannot be fetched
 */
export async function archiveStyle(
  archive: string,
  theme: Theme,
  language: Language,
): Promise<StyleSpecification> {
  const { layers, namedFlavor } = await import('@protomaps/basemaps')
  const all: LayerSpecification[] = layers(SOURCE, namedFlavor(theme), { lang: language })
  return {
    version: 8,
    sources: { [SOURCE]: { type: 'vector', url: `pmtiles://${archive}` } },
    layers: withPageLabels(all.flatMap(withoutIcon), language),
  }
}

function withoutIcon(layer: LayerSpecification): LayerSpecification[] {
  if (layer.type !== 'symbol' || layer.layout?.['icon-image'] === undefined) return [layer]
  if (layer.layout['text-field'] === undefined) return []
  const { 'icon-image': _, ...layout } = layer.layout
  return [{ ...layer, layout }]
}
