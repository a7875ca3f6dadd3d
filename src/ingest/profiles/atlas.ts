import { nestedReader } from './atlas/nestedRecord.ts'
import { tableRowReader } from './atlas/tableRow.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'

/** Columns of the table form that no other form has together: those that the template has as well. */
const tableSigns = ['date_start', 'event_type', 'killed_min', 'killed_by']

/** Columns of records with all their parts, in GeoJSON or JSON: paths with dots. */
const nestedSigns = ['date.start', 'date.precision', 'place.id', 'place.precision', 'subtype']

/** Columns of the actors and places that stand beside the records in a file of full records. */
const entrySigns = ['id', 'kind', 'aliases']

/**
 * Files that this program has written, and tables made from its template. CSV, XLSX and Parquet have the columns of
 * tabular/tableColumns.ts; GeoJSON and JSON have the records themselves.
 */
export const atlas: Profile = {
  id: 'atlas',
  name: 'Incident Atlas',
  recognize,
  dateColumns: (columns) =>
    isNested(columns)
      ? []
      : ['date_start', 'date_end'].map((name) => columns.indexOf(name)).filter((at) => at >= 0),
  reader: (context) => (isNested(context.columns) ? nestedReader(context) : tableRowReader(context)),
}

function recognize({ columns, table }: TableHead): Recognition | undefined {
  if (hasAll(columns, nestedSigns)) return { kind: 'incidents', by: nestedSigns }
  if (hasAll(columns, tableSigns)) return { kind: 'incidents', by: tableSigns }
  const areEntries = (table === 'actors' || table === 'places') && hasAll(columns, entrySigns)
  return areEntries ? { kind: 'not-incidents', code: 'lookup-table', by: entrySigns } : undefined
}

function isNested(columns: readonly string[]): boolean {
  return hasAll(columns, nestedSigns)
}

function hasAll(columns: readonly string[], names: readonly string[]): boolean {
  return names.every((name) => columns.includes(name))
}
