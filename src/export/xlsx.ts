import { writeXlsxStream } from 'hucre/xlsx'
import { parseDay } from '../incidents/day.ts'
import type { Incident } from '../incidents/incident.ts'
import { namesOf } from '../tabular/namesOf.ts'
import { cutText, LONGEST_CELL } from '../tabular/longCells.ts'
import { tableColumns, type CellValue, type ColumnKind, type TableContext } from '../tabular/tableColumns.ts'
import type { RecordWriter } from './recordWriter.ts'

/** Serial number of 1970-01-01 in the date system 1900. */
const EPOCH_SERIAL = 25_569

/** Serial number of 1900-03-01: before it, the date system counts a 29 February that was none. */
const FIRST_SERIAL = 61

/**
 * An XLSX workbook of one sheet, continued in further ones beyond 1,048,576 rows: the columns of the table form, each
 * text as text, days as dates, numbers as numbers. A text that is too long for a cell is cut; `details`, which must not
 * be, goes on in `details_2` and so on, and is left out where these are not enough.
 */
export const writeXlsx: RecordWriter = (groups, { dictionaries, about }) => {
  const context = { names: namesOf(dictionaries), about }
  async function* rows() {
    for await (const records of groups) for (const incident of records) yield rowOf(incident, context)
  }
  const columns = tableColumns.flatMap(({ name, kind }) =>
    name === 'details'
      ? detailsColumns.map((header) => ({ header }))
      : [{ header: name, ...(kind === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}) }],
  )
  return bytesOf(writeXlsxStream(rows(), { name: 'incidents', columns, freezePane: { rows: 1 } }))
}

/** Columns that the JSON of `details` takes as much of as it needs. */
const detailsColumns = ['details', 'details_2', 'details_3', 'details_4']

function rowOf(incident: Incident, context: TableContext): (string | number | null)[] {
  return tableColumns.flatMap(({ name, kind, valueOf }) => {
    const value = valueOf(incident, context)
    return name === 'details' ? piecesOf(String(value)) : [cellOf(value, kind)]
  })
}

function cellOf(value: CellValue, kind: ColumnKind): string | number | null {
  if (value === undefined || typeof value === 'number') return value ?? null
  return kind === 'day' ? serialOf(value) : cutText(value)
}

/** The serial number of a day; its text where no serial number counts it. @param text YYYY-MM-DD */
function serialOf(text: string): string | number {
  const serial = (parseDay(text) ?? Number.NaN) + EPOCH_SERIAL
  return serial >= FIRST_SERIAL ? serial : text
}

function piecesOf(json: string): (string | null)[] {
  const fits = json.length <= LONGEST_CELL * detailsColumns.length
  return detailsColumns.map(
    (_, i) => (fits ? json.slice(i * LONGEST_CELL, (i + 1) * LONGEST_CELL) : '') || null,
  )
}

async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield Uint8Array.from(value)
    }
  } finally {
    await reader.cancel()
  }
}
