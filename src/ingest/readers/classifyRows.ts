import { cellKind, isValueKind } from './cellKind.ts'
import type { RowSource } from './rowSource.ts'
import { findHead, isHxl, looksLikeHeader, rowKinds, type RowKind, type TableHead } from './tableLayout.ts'

/** One table of a file or sheet, in indices of rows. */
export interface TableRange {
  /** First row after the preamble and the head, and the end (exclusive). */
  from: number
  to: number
  /** Number of cells of an ordinary record. */
  width: number
  /** Cells of the header as read; empty where the first row holds values. */
  columns: string[]
  /** Cells of the row of HXL tags, where there is one. */
  hxl?: string[]
}

export interface Classified {
  /** Index into `rowKinds`, one a row. */
  kinds: Uint8Array
  tables: TableRange[]
}

/** Records that the head of a table is looked for in. */
const HEAD_RECORDS = 150

/** Records that the usual number of cells is taken from. */
const WIDTH_RECORDS = 2000

/** Lines at the end of a table that may be notes. */
const MAX_FOOTER = 40

/** Tells for each row what it is, and where the tables begin and end. */
export function classifyRows(source: RowSource): Classified {
  const rows = new Rows(source)
  const tables: TableRange[] = []
  for (let from = 0; from < source.count;) {
    const table = rows.tableFrom(from)
    if (table.from < table.to || table.columns.length > 0) tables.push(table)
    from = Math.max(table.to, from + 1)
    from = rows.skipFooter(table, from)
  }
  return { kinds: rows.kinds, tables }
}

class Rows {
  readonly kinds: Uint8Array

  private readonly source: RowSource

  constructor(source: RowSource) {
    this.source = source
    this.kinds = new Uint8Array(source.count)
    for (let i = 0; i < source.count; i += 1) {
      if (source.isBlank(i)) this.mark(i, 'blank')
      else if (source.isRefused(i)) this.mark(i, 'refused')
    }
  }

  /** The table that begins at a record or after the preamble there; marks preamble, comments and header. */
  tableFrom(start: number): TableRange {
    const width = this.widthFrom(start)
    const end = Math.min(this.source.count, start + HEAD_RECORDS)
    const rows: string[][] = []
    this.markLeadingComments(start, end)
    for (let i = start; i < end; i += 1) {
      if (this.isComment(i, width)) this.mark(i, 'comment')
      rows.push(this.is(i, 'record') ? this.cells(i) : [])
    }
    const head = findHead(rows, width)
    this.markHead(head, start, rows.length)
    const from = start + Math.max(head.first, ...head.header.map((i) => i + 1), (head.hxl ?? -1) + 1)
    const to = this.tableEnd(from, width, head.columns)
    const hxl = head.hxl === undefined ? undefined : rows[head.hxl]
    return {
      from,
      to: this.markFooter(from, to, width),
      width,
      columns: head.columns,
      ...(hxl && { hxl }),
    }
  }

  /**
   * Marks the lines that begin with # at the top of a table, HXL tags excepted. The last of them may be the header,
   * which some programs write so; it is left to `isComment`.
   */
  private markLeadingComments(start: number, end: number): void {
    const hashes: number[] = []
    let at = start
    for (; at < end; at += 1) {
      if (this.is(at, 'blank')) continue
      if (!this.source.isHashLine(at) || isHxl(this.cells(at))) break
      hashes.push(at)
    }
    if (at < end) for (const i of hashes.slice(0, -1)) this.mark(i, 'comment')
  }

  /** First record after the notes below a table. */
  skipFooter(table: TableRange, from: number): number {
    let at = from
    while (at < this.source.count && at >= table.to && (this.is(at, 'footer') || this.is(at, 'blank')))
      at += 1
    return at
  }

  private markHead(head: TableHead, start: number, looked: number): void {
    for (let i = 0; i < Math.min(head.first, looked); i += 1) {
      if (this.is(start + i, 'record')) this.mark(start + i, 'preamble')
    }
    for (const i of head.header) this.mark(start + i, 'header')
    if (head.hxl !== undefined) this.mark(start + head.hxl, 'hxl')
  }

  /** Where the next table begins, or the end of the records; marks comments on the way. */
  private tableEnd(from: number, width: number, columns: readonly string[]): number {
    const { count } = this.source
    const firstName = columns[0] ?? ''
    for (let i = from; i < count; i += 1) {
      if (this.isComment(i, width)) this.mark(i, 'comment')
      if (!this.is(i, 'record')) continue
      const afterBlank = i > from && this.is(i - 1, 'blank')
      const odd = this.source.cellCount(i) !== width
      const named = firstName !== '' && this.source.beginsWith(i, firstName)
      if ((afterBlank || odd || named) && this.beginsTable(i, { width, columns, afterBlank })) return i
    }
    return count
  }

  /** Whether a record repeats the header, or names the columns of records of another width. */
  private beginsTable(
    i: number,
    current: { width: number; columns: readonly string[]; afterBlank: boolean },
  ): boolean {
    const count = this.source.cellCount(i)
    if (count < 2) return false
    const names = this.cells(i).map((cell) => cell.trim())
    const filled = names.filter(Boolean)
    if (filled.length < 2 || filled.some((name) => isValueKind(cellKind(name)))) return false
    const known = new Set(current.columns.map((name) => name.trim()).filter(Boolean))
    const shared = filled.filter((name) => known.has(name)).length
    if (known.size > 1 && shared >= 0.6 * Math.max(known.size, filled.length)) return true
    const below: string[][] = []
    for (let at = i + 1; at < Math.min(this.source.count, i + 20) && this.is(at, 'record'); at += 1)
      below.push(this.cells(at))
    const fits = below.length >= 2 && below.slice(0, 3).every((row) => row.length === count)
    const typed = below[0]?.some((cell) => isValueKind(cellKind(cell))) ?? false
    const other = count !== current.width || (current.afterBlank && filled.length === count)
    return fits && typed && other && filled.length > 0.6 * count && looksLikeHeader(names, below)
  }

  /** Marks notes at the end of a table (single cells where records have three or more), and returns its end. */
  private markFooter(from: number, to: number, width: number): number {
    if (width < 3) return to
    let first = to
    for (let i = to - 1; i >= Math.max(from, to - MAX_FOOTER); i -= 1) {
      if (this.is(i, 'blank') || this.is(i, 'comment')) continue
      if (!this.is(i, 'record') || !this.isNote(i)) break
      first = i
    }
    if (first === to || first <= from) return to
    for (let i = first; i < to; i += 1) if (this.is(i, 'record')) this.mark(i, 'footer')
    return first
  }

  /** Whether only the first cell is filled, with a text. */
  private isNote(i: number): boolean {
    const [first = '', ...rest] = this.cells(i)
    return rest.every((cell) => cell.trim() === '') && !isValueKind(cellKind(first)) && first.trim() !== ''
  }

  /**
   * Usual number of cells from a record on: of the records up to the next blank one where these agree, else of the
   * next two thousand.
   */
  private widthFrom(start: number): number {
    const counts = new Map<number, number>()
    let seen = 0
    for (let i = start; i < Math.min(this.source.count, start + WIDTH_RECORDS); i += 1) {
      const n = this.source.cellCount(i)
      if (this.is(i, 'blank')) {
        const most = Math.max(0, ...counts.values())
        const [common] = [...counts].find(([, times]) => times === most) ?? [1]
        if (common > 1 && most >= 3 && most > 0.8 * seen) return common
        continue
      }
      seen += 1
      counts.set(n, (counts.get(n) ?? 0) + 1)
    }
    const most = Math.max(0, ...counts.values())
    return Math.max(1, ...[...counts].filter(([, times]) => times === most).map(([cells]) => cells))
  }

  private isComment(i: number, width: number): boolean {
    if (!this.source.isHashLine(i) || !this.is(i, 'record')) return false
    if (width > 1 && this.source.cellCount(i) === width) return false
    return !isHxl(this.cells(i))
  }

  private cells(i: number): string[] {
    return this.source.cells(i)
  }

  private is(i: number, kind: RowKind): boolean {
    return this.kinds[i] === rowKinds.indexOf(kind)
  }

  private mark(i: number, kind: RowKind): void {
    this.kinds[i] = rowKinds.indexOf(kind)
  }
}
