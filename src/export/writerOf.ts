import type { ExportFormat } from '../query/incidentSource.ts'
import type { RecordWriter } from './recordWriter.ts'

/** The writer of a format; its code is loaded only when it is asked for. */
export async function writerOf(format: ExportFormat): Promise<RecordWriter> {
  switch (format) {
    case 'csv':
      return (await import('./csv.ts')).writeCsv
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx
    case 'geojson':
      return (await import('./geojson.ts')).writeGeojson
    case 'geoparquet':
      return (await import('./geoparquet.ts')).writeGeoparquet
    case 'json':
      return (await import('./fullJson.ts')).writeFullJson
  }
}
