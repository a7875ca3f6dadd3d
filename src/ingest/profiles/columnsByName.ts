/** The columns of a table by their names. A name is found exactly as written, else without case, blanks and punctuation. */
export interface NamedColumns {
  /** Index of the first of these names that is a column; -1 where none is. */
  index(...names: string[]): number
  /** Whether all of these names are columns. */
  has(...names: string[]): boolean
  /** Text of a column in a row, trimmed; '' where it is blank or absent. */
  cell(row: readonly string[], name: string): string
  /** The same of the first of these columns that is not blank. */
  firstCell(row: readonly string[], names: readonly string[]): string
  /** The same as `cell`, of a code: `3.0` is what programs make of 3 in a column with blank cells. */
  code(row: readonly string[], name: string): string
}

/** Finds columns by name. @param columns as in `FileTable` */
export function columnsByName(columns: readonly string[]): NamedColumns {
  const exact = new Map<string, number>()
  const folded = new Map<string, number>()
  columns.forEach((name, at) => {
    if (!exact.has(name)) exact.set(name, at)
    const plain = foldColumnName(name)
    if (plain && !folded.has(plain)) folded.set(plain, at)
  })
  const known = new Map<string, number>()
  const one = (name: string): number => {
    const seen = known.get(name)
    if (seen !== undefined) return seen
    const at = exact.get(name) ?? folded.get(foldColumnName(name)) ?? -1
    known.set(name, at)
    return at
  }
  return {
    index(...names) {
      for (const name of names) if (one(name) !== -1) return one(name)
      return -1
    },
    has: (...names) => names.every((name) => one(name) !== -1),
    cell: (row, name) => row[one(name)]?.trim() ?? '',
    code(row, name) {
      const text = row[one(name)]?.trim() ?? ''
      return text.endsWith('.0') ? text.slice(0, -2) : text
    },
    firstCell(row, names) {
      for (const name of names) {
        const text = row[one(name)]?.trim()
        if (text) return text
      }
      return ''
    },
  }
}

/** A column's name in lower case, with its letters and digits alone: `Crime ID` and `crime_id` are the same. */
export function foldColumnName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}
