import { relative } from 'node:path'
import type { Severity } from '../ingest/problem.ts'

/** One thing that is wrong with a file of a data set, or doubtful. */
export interface Mistake {
  severity: Severity
  /** Absolute path. */
  file: string
  /** From 1, as is the column. */
  line: number
  column: number
  /** Path of the field, such as `sources.2.url`; '' for the file as a whole. */
  field: string
  /** Says what to write instead. */
  message: string
}

/** Whether it stops the build. */
export function isError({ severity }: Mistake): boolean {
  return severity === 'error'
}

/**
 * `file:line:column field: message`; of a warning, `file:line:column warning field: message`.
 * @param base folder that the file is told relative to
 */
export function formatMistake(mistake: Mistake, base = process.cwd()): string {
  const { file, line, column, field, message } = mistake
  const place = `${relative(base, file).replaceAll('\\', '/')}:${line}:${column}`
  const what = [isError(mistake) ? '' : 'warning', field].filter(Boolean)
  return `${[place, ...what].join(' ')}: ${message}`
}

/** Such as "2 mistakes, 1 warning": a count of 0 is left out. */
export function countMistakes(mistakes: readonly Mistake[]): string {
  const errors = mistakes.filter(isError).length
  const counts = [counted(errors, 'mistake'), counted(mistakes.length - errors, 'warning')]
  return counts.filter(Boolean).join(', ')
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Sorted by file, line and column. */
export function inFileOrder(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
}
