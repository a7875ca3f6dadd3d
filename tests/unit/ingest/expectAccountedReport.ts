import { expect } from 'vitest'
import type { ImportReport } from '../../../src/query/importReport.ts'

/**
 * The law of reports: accepted, rejected and left out records are all records of a table; these and the rows that are no
 * records are all rows of a file; each rejected record has a reason.
 */
export function expectAccounted(report: ImportReport): void {
  for (const { rows, others, tables } of report.files) {
    let accounted = Object.values(others).reduce((sum, count) => sum + count, 0)
    for (const { counts, rejections } of tables) {
      expect(counts.accepted + counts.rejected + counts.leftOut).toBe(counts.records)
      expect(rejections.reduce((sum, { count }) => sum + count, 0)).toBe(counts.rejected)
      accounted += counts.records
    }
    expect(accounted).toBe(rows)
  }
}
