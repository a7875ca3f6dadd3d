import { byCodeColumn, type CodeColumnName } from './columns.ts'
import { fields, keysOf } from './fields.ts'
import { timePrecisions, tollStandings } from './vocabulary.ts'

/** The columns that hold one code a row: those of the fields, and two that nothing is filtered by. */
export type CodedColumnName = CodeColumnName | 'timePrecision' | 'deaths'

/** Code c stands for `vocabulary[c]`. */
interface CodedColumnLayout {
  /** Name in the published columns. */
  published: string
  vocabulary: readonly string[]
}

export const codedColumns: Readonly<Record<CodedColumnName, CodedColumnLayout>> = {
  ...byCodeColumn((id) => fields[id]),
  timePrecision: { published: 'time_precision', vocabulary: timePrecisions },
  deaths: { published: 'deaths', vocabulary: tollStandings },
}

export const codedColumnNames: readonly CodedColumnName[] = keysOf(codedColumns)
