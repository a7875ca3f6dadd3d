import { classifyRows, type TableRange } from './classifyRows.ts'
import { detectDialect, type CsvDialect } from './csvDialect.ts'
import { isColumnUnquoted, readColumn } from './csvColumn.ts'
import { readCells } from './csvRecords.ts'
import { csvRows } from './csvRows.ts'
import { segmentRecords, type Segments } from './csvSegments.ts'
import { MAX_COLUMNS, type CsvText } from './csvSyntax.ts'
import { decodeInSteps, type EncodingReason } from './decodeText.ts'
import { createPace } from './pace.ts'
import { readInSlices } from './readInSlices.ts'
import { accountFor, type TableAccount } from './tableAccount.ts'
import type { FileTable } from './fileTable.ts'
import type { TableFaultCode, TableWarningCode } from './tableFaultTexts.ts'
import { rowKinds } from './tableLayout.ts'

/** What is doubtful, with the lines (from 1) of the first cases. */
export interface TableWarning {
  code: TableWarningCode
  count: number
  /** At most 20. */
  lines: number[]
}

/** A file of tables as text. */
export interface ReadTables {
  encoding: string
  encodingReason: EncodingReason
  dialect: CsvDialect
  /** In file order; none where the file has no records. */
  tables: FileTable[]
  account: TableAccount
  warnings: TableWarning[]
}

export type ReadTableResult = { ok: true; value: ReadTables } | { ok: false; code: TableFaultCode }

export interface ReadTableOptions {
  /** Aborting it rejects the promise with the signal's reason. */
  signal?: AbortSignal
  /** @param share of the text that has been gone through, from 0 to 1 */
  onProgress?: (share: number) => void
}

/** Milliseconds of work after which other tasks, such as a message to cancel, get their turn. */
const SLICE_MS = 40

/** Lines named by a warning. */
const WARNED_LINES = 20

/** Share of control characters that makes a file binary. */
const BINARY_SHARE = 0.1

/**
 * Reads a file of one or more tables in CSV or the like, of any encoding and dialect, and accounts for all its bytes.
 * Nothing is dropped: records with broken quotes, too few or too many cells are read with the cells they have and
 * named in a warning.
 */
export async function readTable(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<ReadTableResult> {
  const { onProgress: _, ...signalled } = options
  const pace = createPace(signalled)
  const decoded = await readInSlices(decodeInSteps(bytes), bytes.length, signalled, 1)
  if (!decoded.ok) return decoded
  const { text, encoding, reason } = decoded.value
  if (isBinary(text)) return { ok: false, code: 'binary-content' }
  const dialect = detectDialect(text)
  if (dialect.width > MAX_COLUMNS) return { ok: false, code: 'too-many-columns' }
  const { syntax } = dialect
  const csv: CsvText = { text, limit: text.length, syntax }
  const segments = await segmentInSlices(csv, dialect.width, options)
  await pace(1)
  const { kinds, tables } = classifyRows(csvRows(csv, segments))
  await pace(1)
  const account = accountFor(bytes, decoded.value, segments, kinds, syntax.terminator)
  await pace(1)
  options.onProgress?.(1)
  const value: ReadTables = {
    encoding,
    encodingReason: reason,
    dialect,
    tables: tables.map((range) => tableOf(csv, segments, kinds, range)),
    account,
    warnings: collectWarnings(segments, kinds, tables, unreadableRecords(text, segments)),
  }
  return { ok: true, value }
}

/** Whether the text holds a share of control characters that no text has. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096)
  let controls = 0
  for (let i = 0; i < head.length; i += 1) {
    const code = head.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 27)) controls += 1
  }
  return head.startsWith('PK\u0003\u0004') || controls > BINARY_SHARE * head.length
}

async function segmentInSlices(
  csv: CsvText,
  width: number,
  { signal, onProgress }: ReadTableOptions,
): Promise<Segments> {
  const steps = segmentRecords(csv, width)
  let since = performance.now()
  for (;;) {
    signal?.throwIfAborted()
    const step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value / csv.limit)
    if (performance.now() - since > SLICE_MS) {
      await new Promise((resolve) => {
        setTimeout(resolve, 0)
      })
      since = performance.now()
    }
  }
}

function tableOf(
  csv: CsvText,
  segments: Segments,
  kinds: Uint8Array,
  { from, to, width, columns, hxl }: TableRange,
): FileTable {
  const recordKind = rowKinds.indexOf('record')
  const isRecord = (entry: number) => kinds[entry] === recordKind
  let records = 0
  for (let i = from; i < to; i += 1) if (isRecord(i)) records += 1
  let entries: Uint32Array | undefined
  return {
    name: '',
    columns,
    ...(hxl && { hxl }),
    width,
    records,
    *rows() {
      let entry = from
      for (const cells of readCells(csv, segments, from, to)) {
        if (isRecord(entry)) yield { entry, cells }
        entry += 1
      }
    },
    column(index) {
      // Where the cells are quoted, papaparse reads whole records in less time.
      if (from < to && !isColumnUnquoted(csv, segments, from, index)) return undefined
      return ofRecords(readColumn(csv, segments, from, to, index), from, isRecord)
    },
    record(index) {
      entries ??= entriesOf(from, to, records, isRecord)
      const entry = entries[index]
      if (entry === undefined) throw new RangeError(`no record ${index}`)
      const [cells = []] = readCells(csv, segments, entry, entry + 1)
      return { entry, cells }
    },
  }
}

/** The values of records alone, of one a row. @param from row of the first value */
function* ofRecords(
  values: Iterable<string>,
  from: number,
  isRecord: (entry: number) => boolean,
): Generator<string, void, void> {
  let entry = from
  for (const value of values) {
    if (isRecord(entry)) yield value
    entry += 1
  }
}

/** Index of the entry of each record. */
function entriesOf(
  from: number,
  to: number,
  records: number,
  isRecord: (entry: number) => boolean,
): Uint32Array {
  const entries = new Uint32Array(records)
  let record = 0
  for (let i = from; i < to; i += 1) if (isRecord(i)) entries[record++] = i
  return entries
}

/** Records that hold the replacement character, which stands for bytes that could not be decoded. */
function unreadableRecords(text: string, { starts, count }: Segments): number[] {
  const records: number[] = []
  let record = 0
  for (
    let at = text.indexOf('\uFFFD');
    at !== -1;
    at = text.indexOf('\uFFFD', starts[record] ?? text.length)
  ) {
    while (record < count && (starts[record] ?? text.length) <= at) record += 1
    records.push(record - 1)
  }
  return records
}

function collectWarnings(
  segments: Segments,
  kinds: Uint8Array,
  tables: readonly TableRange[],
  unreadable: readonly number[],
): TableWarning[] {
  const warnings = new Map<TableWarningCode, TableWarning>()
  const warn = (code: TableWarningCode, record: number) => {
    const warning = warnings.get(code) ?? { code, count: 0, lines: [] }
    warning.count += 1
    if (warning.lines.length < WARNED_LINES) warning.lines.push((segments.lines[record] ?? 0) + 1)
    warnings.set(code, warning)
  }
  for (const record of unreadable) warn('unreadable-bytes', record)
  for (let i = 0; i < segments.count; i += 1) {
    if (segments.policies[i] !== 0) warn('stray-quote', i)
    if (segments.excess[i] === 1) warn('cell-too-long', i)
    if (segments.excess[i] === 2) warn('row-too-wide', i)
  }
  const record = rowKinds.indexOf('record')
  tables.forEach(({ from, to, width, columns }, index) => {
    if (index > 0) warn('several-tables', from)
    if (columns.length === 0) warn('no-header', from)
    const usual = Math.max(width, columns.length)
    for (let i = from; i < to; i += 1) {
      if (kinds[i] !== record) continue
      const cells = segments.cells[i] ?? 0
      if (cells < width) warn('too-few-cells', i)
      if (cells > usual) warn('too-many-cells', i)
    }
  })
  return [...warnings.values()]
}
