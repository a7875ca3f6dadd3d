import { writeCsv } from '../export/csv.ts'
import { writeGeojson } from '../export/geojson.ts'
import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { ExportFormat } from '../query/incidentSource.ts'

/** The records as a file of the asked format. */
export function exportFile(
  format: ExportFormat,
  incidents: readonly Incident[],
  dictionaries: Dictionaries,
  about: DatasetAbout,
): Blob {
  switch (format) {
    case 'csv':
      return new Blob([writeCsv(incidents, dictionaries, about)], { type: 'text/csv;charset=utf-8' })
    case 'geojson':
      return new Blob([writeGeojson(incidents, dictionaries, about)], { type: 'application/geo+json' })
  }
}
