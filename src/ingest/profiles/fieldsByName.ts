import { mappedFields, type MappedField } from '../../query/importReport.ts'
import { fieldsNamed } from '../mapping/columnName.ts'
import { repeatableFields } from '../mapping/columnSynonyms.ts'

/** Fields of columns that the form of a table fixes, by index. */
export type GivenFields = readonly (readonly [column: number, field: MappedField])[]

/**
 * The field of each column of a form in which some columns are fixed and the others are the author's own: these are taken
 * for fields by their names alone, as any table's columns are. Each field is given to one column, but for
 * `repeatableFields`.
 * @param columns number of columns
 * @param given the fixed ones
 * @param namesOf names of an own column that are tried; [] for a column that is not read
 * @param allowed fields that an own column may be
 * @returns one a column; null for a column that is not read
 */
export function fieldsByName(
  columns: number,
  given: GivenFields,
  namesOf: (column: number) => readonly string[],
  allowed: readonly MappedField[],
): (MappedField | null)[] {
  const fields = Array.from({ length: columns }, (): MappedField | null => null)
  const taken = new Set<MappedField>()
  const give = (column: number, field: MappedField) => {
    if (fields[column] !== null || (taken.has(field) && !repeatableFields.includes(field))) return
    fields[column] = field
    taken.add(field)
  }
  for (const [column, field] of given) give(column, field)
  for (const { column, field } of mostCertain(columns, namesOf))
    if (allowed.includes(field)) give(column, field)
  return fields
}

/** The fields that columns are named after, the most certain first. */
function mostCertain(
  columns: number,
  namesOf: (column: number) => readonly string[],
): { column: number; field: MappedField }[] {
  const found = Array.from({ length: columns }, (_, column) =>
    namesOf(column)
      .flatMap((name) => fieldsNamed(name))
      .map((each) => ({ column, ...each })),
  ).flat()
  return found.toSorted(
    (one, other) =>
      other.strength - one.strength ||
      mappedFields.indexOf(one.field) - mappedFields.indexOf(other.field) ||
      one.rank - other.rank ||
      one.column - other.column,
  )
}
