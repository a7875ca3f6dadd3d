import { relative } from 'node:path'

/** An error stops the build; a warning is for the editor to judge. */
export type Severity = 'error' | 'warning'

/** One thing wrong with a file of a data set, or doubtful. */
export interface Mistake {
  severity: Severity
  /** Absolute. */
  file: string
  /** From 1. */
  line: number
  column: number
  /** Such as `sources.2.url`; '' for the file as a whole. */
  field: string
  /** Says what to write instead. */
  message: string
}

export function isError({ severity }: Mistake): boolean {
  return severity === 'error'
}

/** `file:line:column field: message`, the file relative to where the command runs; of a warning, `warning` before the field. */
export function formatMistake(mistake: Mistake, base = process.cwd()): string {
  const { file, line, column, field, message } = mistake
  const place = `${relative(base, file).replaceAll('\\', '/')}:${line}:${column}`
  const what = [isError(mistake) ? '' : 'warning', field].filter(Boolean)
  return `${[place, ...what].join(' ')}: ${message}`
}

/** Such as "2 mistakes, 1 warning": what there is none of is left out. */
export function countMistakes(mistakes: readonly Mistake[]): string {
  const errors = mistakes.filter(isError).length
  const counts = [counted(errors, 'mistake'), counted(mistakes.length - errors, 'warning')]
  return counts.filter(Boolean).join(', ')
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** In the order of files, then of lines. */
export function inFileOrder(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
}
