import type { TableRecord } from '../readers/fileTable.ts'
import type { RowIncident } from '../rowIncident.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { Slices } from '../slices.ts'
import { joinRecords } from './joinedRecords.ts'
import { cellsToRead, isRead, reject, type Lot } from './lot.ts'

/** Takes an incident with the indices of the records that tell of it. */
export type Accept = (row: RowIncident, flags: readonly FlagCode[], records: readonly number[]) => void

/**
 * Reads all records of a table: each is accepted, rejected or left out.
 * @param base the lot that the rows come from, where they are mended ones
 * @param onRecord called before each pause with the number of records so far
 */
export async function readLot(
  lot: Lot,
  base: Lot | undefined,
  accept: Accept,
  { slices, onRecord }: { slices: Slices; onRecord: (records: number) => void },
): Promise<void> {
  const { table } = lot.given
  if (!isRead(lot)) {
    lot.leftOut = table.records
    return
  }
  const { joinColumn } = lot.plan
  const joined = joinColumn === undefined ? undefined : await joinRecords(table, joinColumn, slices)
  let index = -1
  for (const record of table.rows()) {
    index += 1
    if (slices.isDue()) {
      onRecord(index)
      await slices.rest()
    }
    const group = joined ? joined.from(index) : [index]
    if (!group) continue
    if (lot.mended && base && !isMissingIn(base, lot.mended.lineOf(index))) {
      lot.leftOut += group.length
      continue
    }
    readRecords(lot, record, group, accept)
  }
}

/** Reads the records that tell of one incident. @param record the first of them */
function readRecords(lot: Lot, record: TableRecord, group: readonly number[], accept: Accept): void {
  const [first = 0] = group
  const records = group.length === 1 ? [record] : group.map((i) => lot.given.table.record(i))
  const outcome = lot.plan.reader(records.map(({ cells }) => cellsToRead(lot, cells)))
  if (outcome.ok) {
    const isShape = isInsideShape(lot, record) && outcome.incident.place.position !== undefined
    accept(outcome.incident, isShape ? [...outcome.flags, 'inside-shape'] : outcome.flags, group)
    lot.accepted += group.length
    for (const { entry } of records) noteAccepted(lot, entry)
    return
  }
  records.forEach((each, i) => {
    if (isGivenMended(lot, each.entry, group[i] ?? first)) lot.leftOut += 1
    else reject(lot, each, group[i] ?? first, outcome)
  })
}

/** Whether the position of a record is a point that its reader has put inside a line or an area. */
function isInsideShape({ plan: { geometryColumn } }: Lot, { cells }: TableRecord): boolean {
  const shape = geometryColumn === -1 ? '' : (cells[geometryColumn] ?? '')
  return shape !== '' && shape !== 'Point'
}

function noteAccepted({ mendedLines, given }: Lot, entry: number): void {
  if (mendedLines.size === 0) return
  const { line } = given.file.account.entry(entry)
  if (mendedLines.has(line)) mendedLines.set(line, 'accepted')
}

/** Whether a rejected record is given again, mended, by another table. */
function isGivenMended({ mendedLines, given }: Lot, entry: number, record: number): boolean {
  if (mendedLines.size === 0) return false
  const { line } = given.file.account.entry(entry)
  if (!mendedLines.has(line)) return false
  mendedLines.set(line, { record })
  return true
}

/** Whether a mended row stands for a record that the table it comes from lacks: a second row for it is left out. */
function isMissingIn(base: Lot, line: number | undefined): boolean {
  if (line === undefined) return true
  const known = base.mendedLines.get(line)
  if (known !== undefined) base.mendedLines.set(line, 'accepted')
  return known !== 'accepted'
}
