import { createFirstSeen } from '../flags/firstSeen.ts'
import { columnCells } from '../readers/columnCells.ts'
import type { FileTable } from '../readers/fileTable.ts'
import type { Slices } from '../slices.ts'

/** Records of a table that tell of one incident. */
export interface JoinedRecords {
  /** All records of the group that begins with this one; undefined for a record that an earlier one takes in. */
  from(record: number): readonly number[] | undefined
}

/** Records with the same text. */
interface Group {
  text: string
  records: number[]
}

/** Joins the records of a table that have the same text in a column; an empty cell joins nothing. */
export async function joinRecords(table: FileTable, column: number, slices: Slices): Promise<JoinedRecords> {
  const taken = new Uint8Array(table.records)
  const groups = createGroups((record) => table.record(record).cells[column]?.trim() ?? '')
  let record = 0
  for (const cell of columnCells(table, column)) {
    const text = cell.trim()
    if (text !== '' && groups.add(text, record)) taken[record] = 1
    record += 1
    if (slices.isDue()) await slices.rest()
  }
  return { from: (each) => (taken[each] ? undefined : (groups.of(each) ?? [each])) }
}

/**
 * Groups of records with equal texts. The texts themselves are held only where they repeat: a million different ones
 * would be most of the memory that is used.
 * @param textOf reads the text of an earlier record again
 */
function createGroups(textOf: (record: number) => string) {
  const seen = createFirstSeen()
  const groups = new Map<number, Group>()
  /** First records of texts whose hash is that of another text. */
  const others = new Map<string, number>()
  function firstOf(text: string, record: number): number {
    const first = seen.note([text], record)
    if (first === record) return record
    if ((groups.get(first)?.text ?? textOf(first)) === text) return first
    const other = others.get(text) ?? record
    others.set(text, other)
    return other
  }
  return {
    of: (first: number): readonly number[] | undefined => groups.get(first)?.records,
    /** @returns whether the record belongs to an earlier one */
    add(text: string, record: number): boolean {
      const first = firstOf(text, record)
      if (first === record) return false
      const group = groups.get(first) ?? { text, records: [first] }
      group.records.push(record)
      groups.set(first, group)
      return true
    },
  }
}
