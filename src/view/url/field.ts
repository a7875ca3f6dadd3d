/** What reading one key of a fragment gives. */
export type FieldReading<T> =
  { kind: 'value'; value: T } | { kind: 'invalid'; reason: InvalidReason; value?: T }

export type InvalidReason =
  | 'not-a-day'
  | 'days-reversed'
  | 'not-a-camera'
  | 'not-an-area'
  | 'not-a-range'
  | 'not-a-choice'
  | 'unknown-value'
  | 'too-long'
  | 'empty'

/** A part of a fragment that was not understood; shown to the user. */
export interface FragmentProblem {
  key: string
  text: string
  reason: InvalidReason | 'unknown-key' | 'bad-encoding'
}

export function value<T>(of: T): FieldReading<T> {
  return { kind: 'value', value: of }
}

/** @param good what could be read all the same */
export function invalid<T>(reason: InvalidReason, good?: T): FieldReading<T> {
  return good === undefined ? { kind: 'invalid', reason } : { kind: 'invalid', reason, value: good }
}
