import { relative } from 'node:path'

/** One thing wrong with a file of a data set. */
export interface Mistake {
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

/** `file:line:column field: message`, the file relative to where the command runs. */
export function formatMistake({ file, line, column, field, message }: Mistake, base = process.cwd()): string {
  const place = `${relative(base, file).replaceAll('\\', '/')}:${line}:${column}`
  return field ? `${place} ${field}: ${message}` : `${place}: ${message}`
}

/** In the order of files, then of lines. */
export function inFileOrder(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
}
