import type { FileTable } from '../readers/fileTable.ts'
import type { Slices } from '../slices.ts'

/** Records of a table that tell of one incident. */
export interface JoinedRecords {
  /** All records of the group that begins with this one; undefined for a record that an earlier one takes in. */
  from(record: number): readonly number[] | undefined
}

/** Joins the records of a table that have the same text in a column; an empty cell joins nothing. */
export async function joinRecords(table: FileTable, column: number, slices: Slices): Promise<JoinedRecords> {
  const firsts = new Map<string, number>()
  const groups = new Map<number, number[]>()
  const taken = new Uint8Array(table.records)
  let record = 0
  for (const { cells } of table.rows()) {
    const key = cells[column]?.trim() ?? ''
    const first = key === '' ? undefined : firsts.get(key)
    if (first === undefined) {
      if (key !== '') firsts.set(key, record)
    } else {
      const group = groups.get(first) ?? [first]
      group.push(record)
      groups.set(first, group)
      taken[record] = 1
    }
    record += 1
    if (slices.isDue()) await slices.rest()
  }
  return { from: (each) => (taken[each] ? undefined : (groups.get(each) ?? [each])) }
}
