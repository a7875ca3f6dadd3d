import { byCodeColumn, type CodeColumnName } from './columns.ts'
import { fields, keysOf } from './fields.ts'
import { timePrecisions, tollStandings } from './vocabulary.ts'

/** Names of all columns with exactly one code a row: those of `fields`, and two that nothing is filtered by. */
export type CodedColumnName = CodeColumnName | 'timePrecision' | 'deaths'

interface CodedColumnLayout {
  /** Its column in the published file. */
  published: string
  /** Code c in the column stands for `vocabulary[c]`. */
  vocabulary: readonly string[]
}

/** How each column of codes is published, and what its codes stand for. */
export const codedColumns: Readonly<Record<CodedColumnName, CodedColumnLayout>> = {
  ...byCodeColumn((id) => fields[id]),
  timePrecision: { published: 'time_precision', vocabulary: timePrecisions },
  deaths: { published: 'deaths', vocabulary: tollStandings },
}

/** The keys of `codedColumns`. */
export const codedColumnNames: readonly CodedColumnName[] = keysOf(codedColumns)
