import { extensionOf } from '../fileExtension.ts'
import type { ZipMember } from './zipDirectory.ts'

/** What an archive is, and what of it is read. */
export type ArchivePlan =
  | { kind: 'xlsx' }
  | { kind: 'fault'; fault: 'xls' | 'ods' | 'archive-without-data' }
  | {
      kind: 'members'
      members: ZipMember[]
      /** Paths of shapefiles, which are refused. */
      shapefiles: string[]
      /** Number of files beside them, such as notes; what a KMZ shows its places with is not counted. */
      leftOut: number
    }

/** Extensions of files that hold data, read or refused with the way out. */
const dataExtensions = new Set([
  'csv',
  'fgb',
  'geojson',
  'geojsonl',
  'geoparquet',
  'gpkg',
  'gpx',
  'gz',
  'json',
  'jsonl',
  'kml',
  'kmz',
  'ndjson',
  'ods',
  'parquet',
  'tab',
  'tsv',
  'xls',
  'xlsb',
  'xlsm',
  'xlsx',
  'yaml',
  'yml',
  'zip',
])

/** Extensions of files that may hold data, and are read only where there are no others. */
const textExtensions = new Set(['', 'dat', 'htm', 'html', 'log', 'txt', 'xml'])

/** Extensions of the parts of a shapefile. */
const shapefileParts = new Set(['cpg', 'dbf', 'prj', 'qpj', 'sbn', 'sbx', 'shp', 'shx'])

/** Tells from its members what an archive is. @param name of the archive */
export function chooseMembers(name: string, all: readonly ZipMember[]): ArchivePlan {
  const paths = new Set(all.map(({ path }) => path.toLowerCase()))
  if (paths.has('xl/workbook.xml')) return { kind: 'xlsx' }
  if (paths.has('xl/workbook.bin')) return { kind: 'fault', fault: 'xls' }
  if (paths.has('content.xml') && paths.has('mimetype')) return { kind: 'fault', fault: 'ods' }
  const files = all.filter(({ path, size }) => size > 0 && isVisible(path))
  const shapes = files.filter(({ path }) => extensionOf(path) === 'shp')
  const isPart = ({ path }: ZipMember) => shapes.length > 0 && shapefileParts.has(extensionOf(path))
  const others = files.filter((file) => !isPart(file))
  const members = dataMembers(name, others)
  if (members.length === 0 && shapes.length === 0) return { kind: 'fault', fault: 'archive-without-data' }
  const worthNaming = extensionOf(name) === 'kmz' ? others.filter(({ path }) => isData(path)) : others
  const leftOut = worthNaming.length - members.length
  return { kind: 'members', members, shapefiles: shapes.map(({ path }) => path), leftOut }
}

/** A KMZ is read for its KML alone: what else it holds is shown by that. */
function dataMembers(name: string, files: readonly ZipMember[]): ZipMember[] {
  const kml = files.filter(({ path }) => extensionOf(path) === 'kml')
  if (kml.length > 0 && extensionOf(name) === 'kmz') return kml
  const data = files.filter(({ path }) => isData(path))
  return data.length > 0 ? data : files.filter(({ path }) => textExtensions.has(extensionOf(path)))
}

function isData(path: string): boolean {
  return dataExtensions.has(extensionOf(path))
}

/** Whether a member is a file that a person put there: no folder, no hidden file of an operating system. */
function isVisible(path: string): boolean {
  const parts = path.split('/')
  return (
    parts.at(-1) !== '' &&
    parts.every((part) => part !== '__MACOSX' && (!part.startsWith('.') || isDots(part)))
  )
}

function isDots(part: string): boolean {
  return part === '.' || part === '..'
}
