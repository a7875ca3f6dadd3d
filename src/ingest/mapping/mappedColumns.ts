import type { Language } from '../../incidents/vocabulary.ts'
import type { MappedField } from '../../query/importReport.ts'
import { isMissing } from '../fields/missingWords.ts'
import { languageOfColumn } from './columnName.ts'

/** A text of a record. */
interface MappedText {
  text: string
  /** Index of its column. */
  column: number
  /** The language that the column's name ends in. */
  lang: Language | undefined
}

/** The columns of each field, as a mapping says. */
export interface MappedColumns {
  /** Index of the column of a field; -1 where no column holds it. */
  of(field: MappedField): number
  /** The cell of a field; '' where no column holds it, or it is a word that stands for nothing. */
  cell(cells: readonly string[], field: MappedField): string
  /** Indexes of all columns of a field. */
  allOf(field: MappedField): readonly number[]
  /** The cells of all columns of a field that are not missing. */
  all(cells: readonly string[], field: MappedField): MappedText[]
}

const none: readonly { column: number; lang: Language | undefined }[] = []

/** @param fields one a column */
export function mappedColumns(
  columns: readonly string[],
  fields: readonly (MappedField | null)[],
): MappedColumns {
  const byField = new Map<MappedField, { column: number; lang: Language | undefined }[]>()
  fields.forEach((field, column) => {
    if (!field) return
    const entry = { column, lang: languageOfColumn(columns[column] ?? '') }
    byField.set(field, [...(byField.get(field) ?? []), entry])
  })
  const of = (field: MappedField) => byField.get(field)?.[0]?.column ?? -1
  const said = (text: string | undefined) => (text === undefined || isMissing(text) ? '' : text.trim())
  return {
    of,
    allOf: (field) => (byField.get(field) ?? none).map(({ column }) => column),
    cell: (cells, field) => said(cells[of(field)]),
    all: (cells, field) =>
      (byField.get(field) ?? none)
        .map(({ column, lang }) => ({ text: said(cells[column]), column, lang }))
        .filter(({ text }) => text !== ''),
  }
}
