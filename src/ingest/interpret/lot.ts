import { growable, type Growable } from '../../incidents/growable.ts'
import { rejectionCodes, type Rejection, type RejectionCode } from '../../query/importReport.ts'
import { readPosition } from '../fields/positionField.ts'
import type { TableRecord } from '../readers/fileTable.ts'
import type { GivenTable } from './givenTables.ts'
import type { MendedTable } from './mendedRows.ts'
import type { TablePlan } from './tablePlan.ts'

/** Examples of each reason that a report holds, and code units of a value in it. */
const EXAMPLES = 20
const VALUE_LENGTH = 200

/** A table while its records are read, and what became of them. */
export interface Lot {
  given: GivenTable
  plan: TablePlan
  /** Given where the table holds mended rows of another one that is given too. */
  mended: MendedTable | undefined
  accepted: number
  leftOut: number
  rejected: RejectedRecords
  /** Rejected records that could be read with latitude and longitude exchanged. */
  exchangeable: number
  /**
   * Lines of this table that another table gives mended: what the record of that line is, which is rejected here, or
   * `accepted`, or undefined while it has not been read.
   */
  mendedLines: Map<number, { record: number } | 'accepted' | undefined>
}

/** The rejected records of a table. */
export interface RejectedRecords {
  /** Indices of the records, and of the code and the column of each; -1 for a record that its reader refused. */
  records: Growable<Int32Array>
  entries: Growable<Uint32Array>
  codes: Growable<Uint8Array>
  columns: Growable<Int32Array>
  examples: Map<RejectionCode, { count: number; examples: Rejection[] }>
}

export function createLot(given: GivenTable, plan: TablePlan, mended?: MendedTable): Lot {
  return {
    given,
    plan,
    mended,
    accepted: 0,
    leftOut: 0,
    rejected: {
      records: growable(Int32Array),
      entries: growable(Uint32Array),
      codes: growable(Uint8Array),
      columns: growable(Int32Array),
      examples: new Map(),
    },
    exchangeable: 0,
    mendedLines: new Map(),
  }
}

/** Whether the records of the table are read. */
export function isRead({ plan }: Lot): boolean {
  return plan.notIncidents === null && !plan.skipped
}

/** The cells of a record as its reader gets them: latitude and longitude exchanged where the user says so. */
export function cellsToRead(
  { plan: { corrections, positionColumns } }: Lot,
  cells: readonly string[],
): readonly string[] {
  if (!positionColumns || !corrections.includes('position-exchanged')) return cells
  const [lat, lng] = positionColumns
  const exchanged = Array.from({ length: Math.max(cells.length, lat + 1, lng + 1) }, (_, i) => cells[i] ?? '')
  exchanged[lat] = cells[lng] ?? ''
  exchanged[lng] = cells[lat] ?? ''
  return exchanged
}

/**
 * Puts a record on the list of rejected ones.
 * @param record its index; -1 where its reader refused it
 * @param column index of the column at fault, -1 where no single one is
 */
export function reject(
  lot: Lot,
  { entry, cells }: TableRecord,
  record: number,
  { code, column }: { code: RejectionCode; column: number },
): void {
  const { rejected, given } = lot
  rejected.records.push(record)
  rejected.entries.push(entry)
  rejected.codes.push(rejectionCodes.indexOf(code))
  rejected.columns.push(column)
  const known = rejected.examples.get(code) ?? { count: 0, examples: [] }
  rejected.examples.set(code, known)
  known.count += 1
  if (known.examples.length < EXAMPLES) {
    const { line, lastLine, fault, file } = given.file.account.entry(entry)
    const value = (fault?.value ?? cells[column] ?? '').trim().slice(0, VALUE_LENGTH)
    const name = fault?.field ?? given.table.columns[column] ?? ''
    known.examples.push({ line, lastLine, column: name, value, code, ...(file !== undefined && { file }) })
  }
  if (code === 'position-out-of-range' && isReadableExchanged(lot, cells)) lot.exchangeable += 1
}

function isReadableExchanged({ plan: { positionColumns } }: Lot, cells: readonly string[]): boolean {
  if (!positionColumns) return false
  const [lat, lng] = positionColumns
  return readPosition(cells[lng] ?? '', cells[lat] ?? '').kind === 'value'
}
