/** The form that the cells of a column have. */
export type CellForm = readonly [column: string, form: RegExp]

/** Share of the rows that must have the form: a few broken rows do not make another table of it. */
const SHARE = 0.9

/**
 * Whether rows without names of columns are of a known form: by how many cells they have, and the form of some cells.
 * @param widths numbers of cells that a row may have
 * @param columns names of the columns, in the order of the cells
 */
export function haveForm(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  columns: readonly string[],
  forms: readonly CellForm[],
): boolean {
  const indexed = forms.map(([column, form]) => [columns.indexOf(column), form] as const)
  const good = rows.filter(
    (row) => widths.includes(row.length) && indexed.every(([at, form]) => form.test(row[at]?.trim() ?? '')),
  )
  return good.length > 0 && good.length >= SHARE * rows.length
}
