import type { FileWarning } from '../../query/importReport.ts'
import type { TableWarningCode } from './tableFaultTexts.ts'

/** Lines named by a warning. */
const WARNED_LINES = 20

/** Counts what is doubtful in a file, by code. */
export interface WarningList {
  /** @param line from 1 */
  add(code: TableWarningCode, line: number): void
  /** In the order in which the codes were added first. */
  taken(): FileWarning[]
}

/** A list without warnings. */
export function createWarningList(): WarningList {
  const warnings = new Map<TableWarningCode, FileWarning>()
  return {
    add(code, line) {
      const warning = warnings.get(code) ?? { code, count: 0, lines: [] }
      warning.count += 1
      if (warning.lines.length < WARNED_LINES) warning.lines.push(line)
      warnings.set(code, warning)
    },
    taken: () => [...warnings.values()],
  }
}
