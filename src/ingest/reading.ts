import type { RejectionCode } from '../query/importReport.ts'

/** A text read as a value. */
export type Reading<T, Code extends string = RejectionCode> =
  | { kind: 'value'; value: T }
  /** The text is empty, or a word that stands for nothing, such as NA. */
  | { kind: 'missing' }
  | { kind: 'invalid'; code: Code }
