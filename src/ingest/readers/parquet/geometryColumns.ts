import type { FileMetaData, LogicalType } from 'hyparquet'
import { wkbToGeojson } from 'hyparquet/src/wkb.js'
import { plainDecimal } from '../plainDecimal.ts'
import { geojsonShapes } from '../shapes/geojsonShapes.ts'
import { coordinateText, shapePoint } from '../shapes/shapePoint.ts'

/** A column of geometries in WKB. */
export interface GeometryColumn {
  name: string
  /** Whether it is in longitude and latitude of WGS 84, as far as the file says. */
  isWgs84: boolean
  /** Whether it is the one that GeoParquet names first, or the only one. */
  isPrimary: boolean
}

/** What a table says of a geometry. */
export interface GeometryCells {
  longitude: string
  latitude: string
  altitude: string
  /** Type of the geometry, such as `Polygon`; '' where it is empty. */
  geometry: string
}

const none: GeometryCells = { longitude: '', latitude: '', altitude: '', geometry: '' }

/** Columns of geometries: those of the GeoParquet metadata (1.1), and those of Parquet's own types. */
export function geometryColumns(metadata: FileMetaData): GeometryColumn[] {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value
  const geo = member(parsed(text), 'columns')
  const primary = member(parsed(text), 'primary_column')
  const found: GeometryColumn[] = []
  for (const { name, logical_type: logical, type, num_children: children } of metadata.schema) {
    if (type !== 'BYTE_ARRAY' || children) continue
    const described = member(geo, name)
    const isWkb = described !== undefined && member(described, 'encoding') === 'WKB'
    const isNative = logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY'
    if (!isWkb && !isNative) continue
    const isWgs84 = isWkb ? isWgs84Crs(member(described, 'crs')) : isNativeWgs84(logical)
    found.push({ name, isWgs84, isPrimary: name === primary })
  }
  const [first] = found
  if (first && !found.some(({ isPrimary }) => isPrimary)) first.isPrimary = true
  return found
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

/** @param crs PROJJSON; absent for longitude and latitude of WGS 84, null where it is not known */
function isWgs84Crs(crs: unknown): boolean {
  const id = member(crs, 'id')
  const code = String(member(id, 'code'))
  return crs === undefined || code === 'CRS84' || code === 'CRS84h' || code === '4326' || code === '4979'
}

function isNativeWgs84(logical: LogicalType | undefined): boolean {
  const crs = logical && 'crs' in logical ? logical.crs : undefined
  return crs === undefined || /^(OGC:CRS84h?|EPSG:(4326|4979))$/i.test(crs)
}

/** Position and type of a geometry; undefined where it is no WKB. */
export function geometryCells(wkb: unknown): GeometryCells | undefined {
  if (wkb === null || wkb === undefined) return none
  if (!(wkb instanceof Uint8Array)) return undefined
  let geometry: unknown
  try {
    geometry = wkbToGeojson({ view: new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength), offset: 0 })
  } catch {
    return undefined
  }
  const type = String(member(geometry, 'type'))
  const coordinates = member(geometry, 'coordinates')
  if (type !== 'Point') {
    const inside = shapePoint(geojsonShapes(geometry))
    if (!inside) return { ...none, geometry: type }
    const [longitude, latitude] = inside
    return {
      ...none,
      longitude: coordinateText(longitude),
      latitude: coordinateText(latitude),
      geometry: type,
    }
  }
  const [x, y, z]: unknown[] = Array.isArray(coordinates) ? coordinates : []
  // An empty point has coordinates that are no numbers.
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return none
  const altitude = typeof z === 'number' && Number.isFinite(z) ? plainDecimal(z) : ''
  return { longitude: plainDecimal(x), latitude: plainDecimal(y), altitude, geometry: type }
}
