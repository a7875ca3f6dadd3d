import { growable } from '../../../incidents/growable.ts'
import type { RejectionCode } from '../../../query/importReport.ts'
import { MAX_CELL_LENGTH, MAX_COLUMNS } from '../csvSyntax.ts'
import type { FileTable, TableRecord } from '../fileTable.ts'
import { looksLikeHeader } from '../tableLayout.ts'
import { JsonColumns } from './jsonColumns.ts'
import type { RecordList } from './jsonLayout.ts'
import { listTexts, visitLeaves } from './jsonLeaves.ts'
import { JsonScanner, stringText } from './jsonScanner.ts'

const OPEN_LIST = 0x5b
const OPEN_OBJECT = 0x7b

/** Rows below the first that tell whether it names the columns. */
const ROWS_BELOW = 20

/** Where one record is. */
export interface RecordSpan {
  /** Offset of the record, or of the name that it has in its object. */
  from: number
  /** Offset of its bracket. */
  start: number
  end: number
}

/** Finds out the columns of a table while its records are found, and reads the records again by their offsets. */
export class JsonTable {
  readonly kind: RecordList['kind']
  private readonly name: string
  private readonly text: string
  private readonly columns = new JsonColumns()
  private readonly names = growable(Uint32Array)
  private readonly starts = growable(Uint32Array)
  private readonly ends = growable(Uint32Array)
  private readonly entries = growable(Uint32Array)
  private width = 0

  constructor(text: string, { name, kind }: Pick<RecordList, 'name' | 'kind'>) {
    this.text = text
    this.name = name
    this.kind = kind
  }

  /** Why a whole value cannot be a record of this table; undefined where it can. Takes note of its columns. */
  refusal({ from, start, end }: RecordSpan): RejectionCode | undefined {
    const open = this.text.charCodeAt(start)
    if (open !== (this.kind === 'rows' ? OPEN_LIST : OPEN_OBJECT)) return 'not-a-record'
    let cells = 0
    let longest = 0
    const leaves: Parameters<JsonColumns['add']>[] = []
    this.visit(from, start, end, (origin, path, value) => {
      cells += 1
      longest = Math.max(longest, value.length)
      if (cells <= MAX_COLUMNS && this.kind !== 'rows') leaves.push([origin, path])
    })
    if (cells > MAX_COLUMNS) return 'too-many-cells'
    if (longest > MAX_CELL_LENGTH) return 'cell-too-long'
    this.width = Math.max(this.width, cells)
    for (const [origin, path] of leaves) this.columns.add(origin, path)
    return undefined
  }

  add({ from, start, end }: RecordSpan, entry: number): void {
    this.names.push(from)
    this.starts.push(start)
    this.ends.push(end)
    this.entries.push(entry)
  }

  /** Whether it has got more columns than are read. */
  get tooWide(): boolean {
    return this.columns.count > MAX_COLUMNS
  }

  /** Whether a record is a GeoJSON feature or geometry. */
  get hasGeometry(): boolean {
    return this.columns.indexOf('geometry', 'geometry') !== undefined
  }

  /**
   * The table. @param alone whether the file has no other, so that it needs no name
   * @param projected whether positions are not in degrees
   * @param makeHeader is told the entry of the first row, where that names the columns
   */
  finish(alone: boolean, projected: boolean, makeHeader: (entry: number) => void): FileTable {
    const names = this.kind === 'rows' ? this.headerOfRows() : this.columns.names(projected)
    const first = this.kind === 'rows' && names.length > 0 ? 1 : 0
    const [from, starts, ends] = [this.names.taken(), this.starts.taken(), this.ends.taken()]
    const entries = this.entries.taken()
    if (first === 1) makeHeader(entries[0] ?? 0)
    const records = entries.length - first
    const record = (index: number): TableRecord => {
      const [entry, start] = [entries[index + first], starts[index + first]]
      if (index < 0 || entry === undefined || start === undefined) throw new RangeError(`no record ${index}`)
      return { entry, cells: this.cells(from[index + first] ?? start, start, ends[index + first] ?? start) }
    }
    return {
      name: alone ? '' : this.name,
      columns: names,
      width: this.kind === 'rows' ? this.width : names.length,
      records,
      record,
      *rows() {
        for (let index = 0; index < records; index += 1) yield record(index)
      },
      recordJson: (index) => {
        const start = starts[index + first]
        if (index < 0 || start === undefined) throw new RangeError(`no record ${index}`)
        return this.text.slice(start, ends[index + first])
      },
    }
  }

  private visit(from: number, start: number, end: number, visit: Parameters<typeof visitLeaves>[3]): void {
    if (this.kind === 'rows') {
      listTexts(this.text, { start }).forEach((text, column) => visit('record', String(column), text))
      return
    }
    if (from < start) visit('key', '', nameAt(this.text, from))
    visitLeaves(this.text, start, end, visit)
  }

  private cells(from: number, start: number, end: number): string[] {
    if (this.kind === 'rows') return listTexts(this.text, { start })
    const cells = Array.from({ length: this.columns.count }, () => '')
    this.visit(from, start, end, (origin, path, value) => {
      const column = this.columns.indexOf(origin, path)
      if (column !== undefined) cells[column] = both(cells[column] ?? '', value)
    })
    return cells
  }

  /** Cells of the first row, where it names the columns. */
  private headerOfRows(): string[] {
    const starts = this.starts.taken().subarray(0, ROWS_BELOW + 1)
    const [first, ...below] = [...starts].map((start) => listTexts(this.text, { start }))
    return first && below.length > 0 && looksLikeHeader(first, below) ? first : []
  }
}

/** Two values under one name in a record: one where they are equal or one is empty, else each on a line of its own. */
function both(before: string, value: string): string {
  if (before === '' || before === value) return value
  return value === '' ? before : `${before}\n${value}`
}

/** The name of a member. @param at offset of its quotation mark */
function nameAt(text: string, at: number): string {
  const scanner = new JsonScanner(text, at)
  return scanner.key() ? stringText(text, at + 1, text.lastIndexOf('"', scanner.at - 1)) : ''
}
