/**
 * A cell that begins so would be run as a formula by a spreadsheet program
 * (https://owasp.org/www-community/attacks/CSV_Injection), apostrophes in front or not.
 */
const formula = /^'*[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u
const guarded = /^''*[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u
const number = /^[-+]?\d+([.,]\d+)?$/

/** The cell with an apostrophe in front where it would be run as a formula; numbers stay. `withoutGuard` undoes it. */
export function withGuard(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

/** Undoes `withGuard`. */
export function withoutGuard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}
