import type { StyleSpecification } from 'maplibre-gl'
import type { DailyMap, Variant } from '../../basemaps/basemap.ts'
import type { ShownDays } from '../../basemaps/basemapChoice.ts'
import { seriesOf, tilesOfDay } from '../../basemaps/satelliteDays.ts'
import type { Day } from '../../incidents/day.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import type { Theme } from '../../view/view.ts'
import { addArchive } from './archiveTiles.ts'
import { basemapStyle } from '../mapStyle.ts'
import { archiveStyle } from './archiveStyle.ts'
import { foreignStyle, type BaseStyle } from './baseStyle.ts'
import { imageryStyle, type Pictures } from './imageryStyle.ts'
import { withPageLabels } from './pageLabels.ts'
import { RemoteArchive } from './remoteArchive.ts'
import { askRemote } from './remoteRequests.ts'

/** How the page shows a basemap. */
export interface Showing {
  theme: Theme
  language: Language
  /** Which days a daily map shows; `null` for other maps. */
  days: ShownDays | null
}

/**
 * The style of a variant of a basemap.
 * @throws if its host does not answer, or answers with something that is not a map style; the signal's reason when
 * aborted
 */
export async function makeBaseStyle(
  { map }: Variant,
  { theme, language, days }: Showing,
  signal: AbortSignal,
): Promise<BaseStyle> {
  const ground = () => basemapStyle(map.kind === 'raster' && !map.imagery ? theme : 'dark', language)
  switch (map.kind) {
    case 'style': {
      const style = foreignStyle(await loadStyle(map[theme], signal))
      return whole({ ...style, layers: withPageLabels(style.layers, language) }, map.light === map.dark)
    }
    case 'pmtiles': {
      const url = new URL(map.url, document.baseURI).href
      addArchive(new RemoteArchive(url, map.whole))
      return whole(foreignStyle(await archiveStyle(url, theme, language)), false)
    }
    case 'raster':
      return imageryStyle(ground(), map, null, map.imagery)
    case 'daily': {
      if (!days) throw new Error('a daily map needs a day')
      const after = days.after === null ? null : picturesOf(map, days.after)
      return imageryStyle(ground(), picturesOf(map, days.day), after, true)
    }
  }
}

function whole(style: StyleSpecification, isAnyTone: boolean): BaseStyle {
  return { style, isAnyTone, tiles: {}, form: JSON.stringify(style) }
}

function picturesOf(map: DailyMap, day: Day): Pictures {
  const series = seriesOf(map, day)
  if (!series) throw new Error('a daily map without series')
  return { tiles: tilesOfDay(series, day), maxZoom: series.maxZoom, tileSize: 256 }
}

async function loadStyle(url: string, signal: AbortSignal): Promise<StyleSpecification> {
  const response = await askRemote(url, signal)
  const style: unknown = await response.json()
  if (!isStyle(style)) throw new Error(`${url} is not a map style`)
  return style
}

/** Whether it has the parts that a style is made of; the map library checks each of them. */
function isStyle(style: unknown): style is StyleSpecification {
  if (typeof style !== 'object' || style === null || !('layers' in style) || !('sources' in style))
    return false
  return Array.isArray(style.layers) && typeof style.sources === 'object' && style.sources !== null
}
