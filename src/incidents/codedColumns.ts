import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  timePrecisions,
  tollStandings,
} from './vocabulary.ts'

/** Columns that hold codes of a vocabulary: code c stands for the vocabulary's entry c. */
export const codedColumns = {
  type: eventTypes,
  subtype: subEventTypes,
  status: statuses,
  geoPrecision: geoPrecisions,
  timePrecision: timePrecisions,
  deaths: tollStandings,
} as const satisfies Record<string, readonly string[]>

export type CodedColumn = keyof typeof codedColumns
