/** What reading the text of one key of a fragment gives; an invalid text may still contain something usable. */
export type KeyReading<T> =
  { kind: 'value'; value: T } | { kind: 'invalid'; reason: InvalidReason; value?: T }

/** Why a text is not a value of its key. */
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

/** A valid reading. */
export function value<T>(of: T): KeyReading<T> {
  return { kind: 'value', value: of }
}

/** An invalid reading. @param good the part that could be read, if any */
export function invalid<T>(reason: InvalidReason, good?: T): KeyReading<T> {
  return good === undefined ? { kind: 'invalid', reason } : { kind: 'invalid', reason, value: good }
}
