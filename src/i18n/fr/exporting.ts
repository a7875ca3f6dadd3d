import type { ExportTexts } from '../en/exporting.ts'

export const exporting: ExportTexts = {
  title: 'Exporter ce que les filtres laissent passer',
  text: (incidents) => `${incidents}, avec acteurs, déclarations et sources.`,
  formats: {
    csv: 'Tableau (CSV)',
    xlsx: 'Tableur (XLSX)',
    geojson: 'Données cartographiques (GeoJSON)',
    geoparquet: 'Tableau pour l’analyse (GeoParquet)',
    json: 'Fiches complètes (JSON)',
  },
  notes: 'Licence, adresse de cette vue, version et filtres',
  noteChoices: {
    none: 'Non écrits',
    lines: 'Premières lignes d’un fichier CSV',
    file: 'Fichier texte à côté',
  },
  writing: 'Écriture…',
  failed: 'Le fichier n’a pas pu être écrit.',
}
