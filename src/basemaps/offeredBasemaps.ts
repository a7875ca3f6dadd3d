import { parseDay, type Day } from '../incidents/day.ts'
import type { Basemap, Licence, Variant } from './basemap.ts'

// Every address of a map on another host that the project itself offers is in this file.

const OPENFREEMAP = 'https://tiles.openfreemap.org/styles'
const GIBS = 'https://gibs.earthdata.nasa.gov/wmts/epsg3857/best'
const EOX = 'https://tiles.maps.eox.at/wmts/1.0.0'

const CC_BY: Licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
const CC_BY_NC_SA: Licence = {
  name: 'CC BY-NC-SA 4.0',
  url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
}

function openFreeMap(id: string, light: string, dark: string): Variant {
  return {
    id,
    name: null,
    credit: [
      { text: 'OpenFreeMap', url: 'https://openfreemap.org/' },
      { text: '© OpenMapTiles', url: 'https://www.openmaptiles.org/' },
      { text: 'Data from OpenStreetMap', url: 'https://www.openstreetmap.org/copyright' },
    ],
    acknowledgement: null,
    licence: { name: 'ODbL', url: 'https://www.openstreetmap.org/copyright' },
    map: { kind: 'style', light: `${OPENFREEMAP}/${light}`, dark: `${OPENFREEMAP}/${dark}` },
  }
}

const GIBS_CREDIT: Pick<Variant, 'credit' | 'acknowledgement' | 'licence'> = {
  credit: [{ text: 'NASA EOSDIS GIBS', url: 'https://www.earthdata.nasa.gov/gibs' }],
  acknowledgement:
    'We acknowledge the use of imagery provided by services from NASA’s Global Imagery Browse Services (GIBS), part of NASA’s Earth Science Data and Information System (ESDIS).',
  licence: null,
}

/** @throws Error if the text is not a day */
function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`${text} is not a day`)
  return day
}

/** A series of GIBS. @param ending of the picture's file; `levels`: deepest zoom of its tiles */
function gibs(layer: string, from: string, levels: number, ending: string) {
  const matrix = `GoogleMapsCompatible_Level${levels}`
  return {
    from: dayOf(from),
    tiles: `${GIBS}/${layer}/default/{day}/${matrix}/{z}/{y}/{x}.${ending}`,
    maxZoom: levels,
  }
}

function sentinel(year: number, layer: string, licence: Licence): Variant {
  const data = year === 2016 ? '2016 & 2017' : String(year)
  return {
    id: String(year),
    name: String(year),
    credit: [
      { text: 'Sentinel-2 cloudless', url: 'https://s2maps.eu/' },
      {
        text: `by EOX IT Services GmbH (Contains modified Copernicus Sentinel data ${data})`,
        url: 'https://eox.at/',
      },
    ],
    acknowledgement: null,
    licence,
    map: {
      kind: 'raster',
      tiles: `${EOX}/${layer}/default/g/{z}/{y}/{x}.jpg`,
      maxZoom: 14,
      tileSize: 256,
      imagery: true,
    },
  }
}

/** Ids of the basemaps that the project offers. Public: `site.yaml` and links name them. */
export const offeredIds = ['openfreemap', 'satellite-of-the-day', 'sentinel-2'] as const
/** One of them. */
export type OfferedId = (typeof offeredIds)[number]

/** The basemaps that a site offers unless its configuration says otherwise. */
export const offeredBasemaps: Readonly<Record<OfferedId, Basemap>> = {
  openfreemap: {
    id: 'openfreemap',
    name: null,
    hosts: ['tiles.openfreemap.org'],
    variants: [openFreeMap('plain', 'positron', 'dark'), openFreeMap('liberty', 'liberty', 'liberty')],
  },
  'satellite-of-the-day': {
    id: 'satellite-of-the-day',
    name: null,
    hosts: ['gibs.earthdata.nasa.gov'],
    variants: [
      {
        id: 'daily',
        name: null,
        ...GIBS_CREDIT,
        map: {
          kind: 'daily',
          // MODIS on Terra has pictures of every day since 2000; VIIRS, which is sharper at the edge of its swath,
          // is published as true colour from the end of 2015 on.
          series: [
            gibs('MODIS_Terra_CorrectedReflectance_TrueColor', '2000-02-24', 9, 'jpg'),
            gibs('VIIRS_SNPP_CorrectedReflectance_TrueColor', '2015-11-24', 9, 'jpg'),
          ],
        },
      },
      {
        id: '30m',
        name: null,
        ...GIBS_CREDIT,
        map: {
          kind: 'daily',
          series: [gibs('HLS_S30_Nadir_BRDF_Adjusted_Reflectance', '2015-11-28', 12, 'png')],
        },
      },
    ],
  },
  'sentinel-2': {
    id: 'sentinel-2',
    name: null,
    hosts: ['tiles.maps.eox.at'],
    variants: [
      sentinel(2016, 's2cloudless_3857', CC_BY),
      ...[2018, 2019, 2020, 2021, 2022, 2023, 2024].map((year) =>
        sentinel(year, `s2cloudless-${year}_3857`, CC_BY_NC_SA),
      ),
    ],
  },
}
