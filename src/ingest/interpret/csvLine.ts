import { guardFormula } from '../../tabular/formulaGuard.ts'

/** One line of CSV (RFC 4180), its line end included, safe to open in a spreadsheet program. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guardFormula(cell))).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n;']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
