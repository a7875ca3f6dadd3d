import type { Incident } from '../incidents/incident.ts'
import { guardFormula } from '../tabular/formulaGuard.ts'
import { namesOf } from '../tabular/namesOf.ts'
import { tableColumns, type CellValue } from '../tabular/tableColumns.ts'
import type { RecordWriter } from './recordWriter.ts'
import { textFile } from './textFile.ts'

/** Spreadsheet programs read a file as UTF-8 only if it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180 with CRLF, in UTF-8 with a byte order mark: one row for each incident, safe to open in a spreadsheet
 * program. Notes are lines before the header that begin with `#`, ended by one that
 * holds nothing else.
 */
export const writeCsv: RecordWriter = (groups, { dictionaries, about, notes }) => {
  const context = { names: namesOf(dictionaries), about }
  const rowOf = (incident: Incident) =>
    tableColumns
      .map(({ name, valueOf }) => {
        const value = valueOf(incident, context)
        return name === 'details' && typeof value === 'string' ? quoted(guardedJson(value)) : cellOf(value)
      })
      .join(',')
  const comments = notes.length > 0 ? [...notes.map(commentOf), '#\r\n'].join('') : ''
  return textFile(groups, {
    head: `${BYTE_ORDER_MARK}${comments}${tableColumns.map(({ name }) => name).join(',')}\r\n`,
    separator: '',
    tail: '',
    write: (records) => records.map((incident) => `${rowOf(incident)}\r\n`).join(''),
  })
}

/** A note as a line that no reader takes for cells: line ends become blanks, double quotes single ones. */
function commentOf(note: string): string {
  return `# ${note.replaceAll(/\s+/g, ' ').replaceAll('"', "'")}\r\n`
}

function cellOf(value: CellValue): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = guardFormula(value)
  return /[",\r\n;'#]/.test(safe) ? quoted(safe) : safe
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/**
 * The same JSON with a member `guarded`, which says that the texts of the row are guarded against formulas. Semicolons
 * are escaped, so that none begins a cell and the JSON itself needs no guard.
 */
function guardedJson(json: string): string {
  return `{"guarded":true,${json.slice(1)}`.replaceAll(';', String.raw`\u003b`)
}
