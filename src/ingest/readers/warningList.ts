import type { FileWarning } from '../../query/importReport.ts'

/** Lines named by a warning. */
const WARNED_LINES = 20

/** Collects what is doubtful in a file, by code. */
export class WarningList {
  private readonly byCode = new Map<string, FileWarning>()

  /** @param line from 1; absent where the whole file is meant */
  add(code: string, line?: number): void {
    const warning = this.byCode.get(code) ?? { code, count: 0, lines: [] }
    warning.count += 1
    if (line !== undefined && warning.lines.length < WARNED_LINES) warning.lines.push(line)
    this.byCode.set(code, warning)
  }

  all(): FileWarning[] {
    return [...this.byCode.values()]
  }
}
