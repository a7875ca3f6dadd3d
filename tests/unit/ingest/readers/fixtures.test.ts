import { describe, expect, it } from 'vitest'
import type { FileTable } from '../../../../src/ingest/readers/fileTable.ts'
import { readFile } from '../../../../src/ingest/readers/readFile.ts'
import { countedByOthers, hasRealFiles, realFile } from '../realFiles.ts'
import { expectFileAccounted } from './expectFileAccounted.ts'

/** What was counted of a file by two other programs. */
interface Counted {
  records: number
  valid_coordinates?: number
  refused?: string
}

const counted = countedByOthers<Counted>()

/** Files of nested formats and archives, by the fields of their positions; those of CSV have tests of their own. */
const positions: Readonly<Record<string, [latitude: string, longitude: string] | undefined>> = {
  'airwars/syria-detail-ar-en_every4th.jsonl': ['latitude', 'longitude'],
  'airwars/syria-summary-ar-en_every4th.json': ['latitude', 'longitude'],
  'derived/education_json-lines.jsonl': ['Latitude', 'Longitude'],
  'derived/timemap_download-api-shape.json': ['latitude', 'longitude'],
  'earthquakes/usgs-1988-2018_first400.kml': ['latitude', 'longitude'],
  'earthquakes/usgs-all-week-2018-02.geojson': ['latitude', 'longitude'],
  'insecurity-insight/education-api-2024_first800.json': ['Latitude', 'Longitude'],
  'maps/artillery-mymaps.kml.zip': undefined,
  'maps/mapvestigation_polygons.kml': undefined,
  'maps/points-with-strength-only.geojson': undefined,
  'timemap/bellingcat-ukraine_associations.json': undefined,
  'timemap/bellingcat-ukraine_events.json': ['latitude', 'longitude'],
  'timemap/bellingcat-ukraine_sources.json': undefined,
  'ucdp/ged-central-african-republic_v23.geojson': ['latitude', 'longitude'],
}

function validPositions(table: FileTable, [latitude, longitude]: [string, string]): number {
  const [y, x] = [table.columns.indexOf(latitude), table.columns.indexOf(longitude)]
  const isDegrees = (text: string | undefined, limit: number) =>
    text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= limit
  return [...table.rows()].filter(({ cells }) => isDegrees(cells[y], 90) && isDegrees(cells[x], 180)).length
}

async function tableOf(name: string): Promise<FileTable> {
  const bytes = new Uint8Array(realFile(name))
  const [file, ...others] = await readFile(name, bytes, {})
  if (!file || 'fault' in file || others.length > 0) throw new Error(`${name}: ${JSON.stringify(file)}`)
  if (!name.endsWith('.zip') && !name.endsWith('.gz')) expectFileAccounted(bytes, file)
  const [table] = file.tables
  if (!table || file.tables.length > 1) throw new Error(`${name}: ${file.tables.length} tables`)
  return table
}

describe.skipIf(!hasRealFiles)('files of others', () => {
  it.each(Object.keys(positions))('%s has the records and positions that were counted', async (name) => {
    const table = await tableOf(name)
    const columns = positions[name]
    expect(table.records).toBe(counted[name]?.records)
    expect(columns && validPositions(table, columns)).toBe(columns && counted[name]?.valid_coordinates)
  })

  it('in gzip are read as they are without', async () => {
    const table = await tableOf('derived/gdelt_gzip.export.CSV.gz')
    expect(table.records).toBe(counted['derived/gdelt_gzip.export.CSV.gz']?.records)
  })

  it('have all their shapes, of which each gives a point', async () => {
    const table = await tableOf('maps/artillery-mymaps.kml.zip')
    const [shape, lng] = [table.columns.indexOf('geometry'), table.columns.indexOf('longitude')]
    const counts = new Map<string, number>()
    for (const { cells } of table.rows()) {
      expect(cells[lng]).toMatch(/^\d+\.\d+$/)
      counts.set(cells[shape] ?? '', (counts.get(cells[shape] ?? '') ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({ Point: 172, Polygon: 133, LineString: 51 })
  })

  it('that are shapefiles are refused', async () => {
    const name = 'maps/mapvestigation-shapefile.zip'
    const files = await readFile(name, new Uint8Array(realFile(name)), {})
    expect(files.map((file) => ('fault' in file ? file.fault : file.format))).toEqual(['shapefile'])
  })
})
