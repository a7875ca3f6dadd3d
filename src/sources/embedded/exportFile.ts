import type { Dictionaries } from '../../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../../incidents/incident.ts'
import type { ExportFormat } from '../../query/incidentSource.ts'
import { laterCode } from './laterCode.ts'

/**
 * The records as a file of the asked format.
 * @throws SourceError where the code that writes it cannot be had
 */
export async function exportFile(
  format: ExportFormat,
  incidents: readonly Incident[],
  dictionaries: Dictionaries,
  about: DatasetAbout,
): Promise<Blob> {
  switch (format) {
    case 'csv': {
      const { writeCsv } = await laterCode(() => import('../../export/csv.ts'))
      return new Blob([writeCsv(incidents, dictionaries, about)], { type: 'text/csv;charset=utf-8' })
    }
    case 'geojson': {
      const { writeGeojson } = await laterCode(() => import('../../export/geojson.ts'))
      return new Blob([writeGeojson(incidents, dictionaries, about)], { type: 'application/geo+json' })
    }
  }
}
