import { tableFromColumns, tableToIPC, type Column } from '@uwdata/flechette'
import { codedColumnNames, codedColumns } from '../incidents/codedColumns.ts'
import {
  byListColumn,
  idsIn,
  listLayouts,
  type ByListColumn,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumn,
} from '../incidents/columns.ts'
import {
  codedColumn,
  countColumn,
  dayColumn,
  float32Column,
  indexedColumn,
  textColumn,
  uint16Column,
} from './arrowWriter.ts'

/** Columns as an Arrow IPC file, in which DuckDB, pandas and polars see words, dates and numbers. */
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
    ...codedColumnNames.map((column): NamedColumn => {
      const { published, vocabulary } = codedColumns[column]
      return [published, codedColumn(columns[column], vocabulary)]
    }),
    ['fatalities_min', countColumn(columns.fatalitiesMin)],
    ['fatalities_max', countColumn(columns.fatalitiesMax)],
    ['source_count', uint16Column(columns.sources)],
    ['place', indexedColumn(columns.place, idsIn(dictionaries.places))],
    ...listLayouts.flatMap(({ column, published }): NamedColumn[] => {
      const list = columns[column]
      return list ? [[`${published}_count`, uint16Column(lengthsOf(list))]] : []
    }),
  ])
}

/**
 * The items of each list column, row after row, as an Arrow IPC file of its own. The number of items of each row is in
 * the columns: as counts, lists take half the bytes under gzip that Arrow's own lists take with offsets.
 */
export function listsToArrow(columns: IncidentColumns): ByListColumn<Uint8Array<ArrayBuffer>> {
  return byListColumn(({ column, published, words }) => {
    const list = columns[column]
    return list && toIpc([[published, indexedColumn(list.ids, words(columns.dictionaries))]])
  })
}

/** @throws RangeError where a row has more than 65,535 items */
function lengthsOf({ offsets }: ListColumn): Uint16Array {
  const lengths = new Uint16Array(offsets.length - 1)
  for (let row = 0; row < lengths.length; row += 1) {
    const length = (offsets[row + 1] ?? 0) - (offsets[row] ?? 0)
    if (length > 0xffff) throw new RangeError(`row ${row} has a list of ${length}`)
    lengths[row] = length
  }
  return lengths
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

type NamedColumn = [name: string, column: Column<unknown>]

function toIpc(columns: NamedColumn[]): Uint8Array<ArrayBuffer> {
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'file' })
  if (!bytes) throw new TypeError('no bytes were written')
  return Uint8Array.from(bytes)
}
