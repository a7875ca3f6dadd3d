import type { Day } from '../incidents/day.ts'
import type { TextOrTranslated } from '../incidents/incident.ts'

/** A piece of a credit line: its text, and the page that it leads to. */
export interface CreditPart {
  text: string
  url?: string | undefined
}

/** The licence of a map, where it has to be stated beside the credit. */
export interface Licence {
  name: string
  url: string
}

/** A MapLibre style on another host, one per theme of the page. Values are https addresses. */
export interface StyleMap {
  kind: 'style'
  light: string
  dark: string
}

/** Tiles that are pictures. */
export interface RasterMap {
  kind: 'raster'
  /** Address of a tile, with `{z}`, `{x}` and `{y}`. */
  tiles: string
  /** Deepest zoom that has tiles; they are scaled up beyond it. */
  maxZoom: number
  /** Width of a tile in CSS pixels. */
  tileSize: number
  /** Whether they are photographs: marks and labels then have a halo, and the names of the built-in map lie over them. */
  imagery: boolean
}

/** Satellite pictures, one for each day. */
export interface DailyMap {
  kind: 'daily'
  /** Series of pictures, from the first day to the last; each ends where the next one begins. */
  series: readonly DailySeries[]
}

/** Pictures of one instrument. */
export interface DailySeries {
  /** First day with a picture. */
  from: Day
  /** Address of a tile, with `{day}` (YYYY-MM-DD), `{z}`, `{x}` and `{y}`. */
  tiles: string
  maxZoom: number
}

/** An extract of the Protomaps basemap in one PMTiles file. */
export interface ArchiveMap {
  kind: 'pmtiles'
  /** https address, or a path relative to the page. */
  url: string
  /** Whether the file is fetched whole, so that no request tells the area that is looked at. */
  whole: boolean
}

/** One of the forms in which a basemap is offered. */
export interface Variant {
  /** Part of links. */
  id: string
  /** `null` where the page has a text for the id, or where there is only one variant. */
  name: string | null
  /** Always in sight beside the map. */
  credit: readonly CreditPart[]
  /** A sentence by which its host asks to be credited, one click away; `null` where `credit` is enough. */
  acknowledgement: string | null
  licence: Licence | null
  map: StyleMap | RasterMap | DailyMap | ArchiveMap
}

/** A basemap that readers may choose instead of the built-in one. */
export interface Basemap {
  /** Part of links: lower-case letters, digits and hyphens. */
  id: string
  /** `null` where the page has a text for the id. */
  name: TextOrTranslated | null
  /** Other hosts that it is loaded from, with port where it is not 443; empty for the page's own host. */
  hosts: readonly string[]
  /** At least one; the first is the default. */
  variants: readonly [Variant, ...Variant[]]
}

/** The id that links used before a site could offer several basemaps; it names the first one. */
export const OLD_BASEMAP_ID = 'detailed'

/** The basemap with the id; undefined where the site does not offer it. */
export function findBasemap(offered: readonly Basemap[], id: string): Basemap | undefined {
  return offered.find((each) => each.id === id) ?? (id === OLD_BASEMAP_ID ? offered[0] : undefined)
}

/** The variant with the id, else the default one. */
export function variantOf({ variants }: Basemap, id: string | null): Variant {
  return variants.find((each) => each.id === id) ?? variants[0]
}
