import { tableFromColumns, tableToIPC, type Column } from '@uwdata/flechette'
import { codedColumns } from '../incidents/codedColumns.ts'
import type { IncidentColumns, IncidentTexts } from '../incidents/columns.ts'
import {
  codedColumn,
  countColumn,
  dayColumn,
  float32Column,
  indexedColumn,
  listColumn,
  textColumn,
  uint16Column,
} from './arrowColumns.ts'

/** Columns as an Arrow IPC file that DuckDB, pandas and polars read as words, dates and lists. */
export function columnsToArrow(columns: IncidentColumns): Uint8Array<ArrayBuffer> {
  const { dictionaries } = columns
  return toIpc([
    ['id', textColumn(columns.id)],
    ['day', dayColumn(columns.day)],
    ['day_from', dayColumn(columns.dayFrom)],
    ['day_to', dayColumn(columns.dayTo)],
    ['days', uint16Column(columns.days)],
    ['lng', float32Column(columns.lng)],
    ['lat', float32Column(columns.lat)],
    ['type', codedColumn(columns.type, codedColumns.type)],
    ['subtype', codedColumn(columns.subtype, codedColumns.subtype)],
    ['status', codedColumn(columns.status, codedColumns.status)],
    ['geo_precision', codedColumn(columns.geoPrecision, codedColumns.geoPrecision)],
    ['time_precision', codedColumn(columns.timePrecision, codedColumns.timePrecision)],
    ['fatalities_min', countColumn(columns.fatalitiesMin)],
    ['fatalities_max', countColumn(columns.fatalitiesMax)],
    ['actors', listColumn(columns.actors, idsOf(dictionaries.actors))],
    ['publishers', listColumn(columns.publishers, idsOf(dictionaries.publishers))],
    ['sources', uint16Column(columns.sources)],
    ['place', indexedColumn(columns.place, idsOf(dictionaries.places))],
    ['tags', listColumn(columns.tags, dictionaries.tags)],
  ])
}

/** Texts as an Arrow IPC file, in the row order of the columns. */
export function textsToArrow({ title, summary, urls }: IncidentTexts): Uint8Array<ArrayBuffer> {
  return toIpc([
    ['title_en', textColumn(title.en)],
    ['title_ar', textColumn(title.ar)],
    ['title_fr', textColumn(title.fr)],
    ['summary_en', textColumn(summary.en)],
    ['summary_ar', textColumn(summary.ar)],
    ['summary_fr', textColumn(summary.fr)],
    ['urls', textColumn(urls)],
  ])
}

function toIpc(columns: [string, Column<unknown>][]): Uint8Array<ArrayBuffer> {
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'file' })
  if (!bytes) throw new TypeError('no bytes were written')
  return Uint8Array.from(bytes)
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id)
}
