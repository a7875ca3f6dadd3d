import type { ExportFormat } from '../../query/incidentSource.ts'

const formats: Readonly<Record<ExportFormat, string>> = {
  csv: 'Table (CSV)',
  xlsx: 'Spreadsheet (XLSX)',
  geojson: 'Map data (GeoJSON)',
  geoparquet: 'Table for analysis (GeoParquet)',
  json: 'Full records (JSON)',
}

/** Texts of the dialog that saves the incidents. */
export const exporting = {
  title: 'Export what the filters let through',
  text: (incidents: string) => `${incidents}, with their actors, claims and sources.`,
  formats,
  /** Label of the choice of where licence, address, version and filters are written. */
  notes: 'Licence, address of this view, version and filters',
  noteChoices: {
    none: 'Not written',
    lines: 'First lines of a CSV file',
    file: 'A text file beside it',
  },
  writing: 'Writing …',
  failed: 'The file could not be written.',
}

/** Shape of the texts of the dialog that saves the incidents. */
export type ExportTexts = typeof exporting
