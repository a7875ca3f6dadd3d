import { cellKind, isValueKind, type CellKind } from './cellKind.ts'

/** What a record of a file is. */
export const rowKinds = [
  'record',
  'header',
  'hxl',
  'preamble',
  'blank',
  'comment',
  'footer',
  'refused',
] as const

export type RowKind = (typeof rowKinds)[number]

/** Where the head of a table ends; all numbers are indices into the rows that were looked at. */
export interface TableHead {
  /** Rows of the header in order; empty where the first row holds values. */
  header: number[]
  /** The row of HXL tags; undefined where there is none. */
  hxl: number | undefined
  /** First row of the table: those before it are preamble. */
  first: number
  /** Names of the columns: cells of the header rows, joined by a space where there are several. */
  columns: string[]
}

const MAX_HEADER_ROWS = 3

/** Rows below the header that kinds of columns are taken from. */
const ROWS_BELOW = 100

/**
 * Finds preamble, header and HXL row among the first rows of a table.
 * @param rows cells of the first rows; blank rows are empty arrays
 * @param width number of cells of an ordinary record
 */
export function findHead(rows: readonly (readonly string[])[], width: number): TableHead {
  const first = firstFullRow(rows, width)
  if (first === undefined) return { header: [], hxl: undefined, first: rows.length, columns: [] }
  const body = rows.slice(first + 1).filter((row) => row.length > 0)
  const hxlAt = rows.findIndex((row, i) => i >= first && i <= first + MAX_HEADER_ROWS && isHxl(row))
  const hxl = hxlAt === -1 ? undefined : hxlAt
  const below = hxl === undefined ? body : rows.slice(hxl + 1).filter((row) => row.length > 0)
  const header: number[] = []
  if (hxl !== undefined) {
    for (let i = first; i < hxl; i += 1) if (rows[i]?.length) header.push(i)
  } else if (
    isLabelRow(rows[first] ?? [], rows[first + 1] ?? []) ||
    looksLikeHeader(rows[first] ?? [], below)
  ) {
    header.push(first)
    for (let i = first + 1; i < first + MAX_HEADER_ROWS && continuesHeader(rows, first, i); i += 1)
      header.push(i)
  }
  return { header, hxl, first, columns: joinHeader(header.map((i) => rows[i] ?? [])) }
}

/** The first row that fills about as many cells as the rows after it; undefined where all are blank. */
function firstFullRow(rows: readonly (readonly string[])[], width: number): number | undefined {
  const fills = rows.map((row) => row.filter((cell) => cell.trim() !== '').length)
  const filled = fills.filter((fill) => fill > 0).toSorted((a, b) => a - b)
  if (filled.length === 0) return undefined
  const usual = filled[Math.floor(filled.length * 0.5)] ?? 1
  const least = Math.min(width, Math.max(Math.min(2, usual), Math.ceil(0.5 * usual)))
  const fits = (i: number) => (fills[i] ?? 0) >= least && (rows[i]?.length ?? 0) >= 0.7 * width
  const found = rows.findIndex((row, i) => fits(i) && !isTitle(rows, i, row))
  return found === -1 ? fills.findIndex((fill) => fill > 0) : found
}

/** Whether a row is a sentence above the header: text with a long cell, and the next row names the columns. */
function isTitle(rows: readonly (readonly string[])[], i: number, row: readonly string[]): boolean {
  const next = rows[i + 1]
  if (!next || next.length < 2 || i > 0 || isHxl(next)) return false
  const text = next.every((cell) => !isValueKind(cellKind(cell)))
  const gaps = row.filter((cell) => cell.trim() === '').length
  const values = rows.slice(i + 2, i + 12).filter((each) => each.length > 0)
  const typed = values.length >= 3 && values.every((each) => each.some((cell) => isValueKind(cellKind(cell))))
  const words = (cells: readonly string[]) =>
    Math.max(...cells.map((cell) => cell.trim().split(/\s+/).length))
  return typed && text && gaps < 2 && words(row) >= 4 && words(next) < 4
}

/**
 * Whether every filled cell is an HXL tag, such as `#date+start`. Where there are several, tags with faults such as
 * `#affected aidworker +killed` count too; a single one may be a comment.
 */
export function isHxl(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter(Boolean)
  const tag = filled.length > 1 ? faultyHxlTag : hxlTag
  return filled.length > 0 && filled.every((cell) => tag.test(cell))
}

const hxlTag = /^#[a-z][a-z0-9_]*(\s*\+\s*[a-z0-9_]+)*$/i
const faultyHxlTag = /^#[a-z][a-z0-9_]*([\s+]+[a-z0-9_]+)*$/i

/**
 * Whether a row names columns: its cells differ in kind from those below. Each column votes; with no vote, a row of
 * distinct texts is a header.
 */
export function looksLikeHeader(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const sample = below.slice(0, ROWS_BELOW)
  let votes = 0
  row.forEach((cell, column) => {
    const kind = cellKind(cell)
    if (kind === 'empty') return
    const values = sample.map((each) => each[column] ?? '').filter((value) => value.trim() !== '')
    votes += vote(cell, kind, values)
  })
  if (votes !== 0) return votes > 0
  const filled = row.map((cell) => cell.trim().toLowerCase()).filter(Boolean)
  return filled.every((cell) => !isValueKind(cellKind(cell))) && new Set(filled).size === filled.length
}

function vote(cell: string, kind: CellKind, values: readonly string[]): number {
  if (values.length === 0) return isValueKind(kind) ? -1 : 0
  const usual = usualKind(values)
  if (isYear(cell) && usual === 'number') return 0
  if (isValueKind(kind)) return usual === kind ? -2 : usual === undefined || !isValueKind(usual) ? -0.5 : -1
  if (usual !== undefined && isValueKind(usual)) return 2
  if (values.includes(cell)) return -0.5
  return knownName.test(cell.trim()) ? 1 : 0
}

/** Names that columns of tables of incidents commonly have. */
const knownName =
  /^(id|date|name|type|latitude|longitude|lat|lng|lon|country|region|city|place|location|title|description|source|url|category|year|month|day|time|actor|notes|comments?|fatalities|deaths)$/i

function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell.trim())
}

/** The kind of at least seven in ten values; words and texts count as one. */
function usualKind(values: readonly string[]): CellKind | undefined {
  const counts = new Map<CellKind, number>()
  for (const value of values) {
    const kind = cellKind(value)
    const merged = kind === 'word' ? 'text' : kind
    counts.set(merged, (counts.get(merged) ?? 0) + 1)
  }
  for (const [kind, n] of counts) if (n >= 0.7 * values.length) return kind
  return undefined
}

/** Whether row `i` goes on a header that begins at `first`: it repeats it, or the first row leaves cells to it. */
function continuesHeader(rows: readonly (readonly string[])[], first: number, i: number): boolean {
  const row = rows[i]
  const top = rows[first]
  if (!row || !top || row.length === 0) return false
  const same = row.length === top.length && row.every((cell, c) => cell.trim() === top[c]?.trim())
  if (same && row.some((cell) => cell.trim() !== '')) return true
  if (i !== first + 1 || row.length !== top.length) return false
  if (isLabelRow(top, row)) return true
  const gaps = top.filter((cell) => cell.trim() === '').length
  const below = rows.slice(i + 1).filter((each) => each.length > 0)
  const text = row.every((cell) => !isValueKind(cellKind(cell)) || isYear(cell))
  return gaps >= 2 && gaps >= 0.2 * top.length && below.length >= 2 && text && looksLikeHeader(row, below)
}

/**
 * Whether a row holds the labels of the questions of a KoboToolbox form, whose names stand above: what the program itself
 * notes, such as `_uuid` and `_submission_time`, has its name as its label.
 */
function isLabelRow(names: readonly string[], row: readonly string[]): boolean {
  const noted = row.filter((cell, c) => /^_[a-z_]+$/.test(cell.trim()) && cell.trim() === names[c]?.trim())
  return noted.length >= 2 && row.every((cell) => !isValueKind(cellKind(cell)))
}

function joinHeader(rows: readonly (readonly string[])[]): string[] {
  const [top] = rows
  if (!top || rows.length === 1) return [...(top ?? [])]
  return top.map((_, column) =>
    rows
      .map((row) => row[column] ?? '')
      .filter((cell) => cell.trim() !== '')
      .join(' '),
  )
}
