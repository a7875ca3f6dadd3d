/** What a cell looks like, for telling headers from values and delimiters from text. */
export type CellKind = 'empty' | 'number' | 'date' | 'time' | 'address' | 'word' | 'text'

const number =
  /^[-+−]?[$€£¥]?\s?[-+−]?(\d{1,3}([., '\u00a0\u202f]\d{3})+|\d+)?([.,٫]\d+)?(e[-+]?\d+)?\s?[%°€$£]?$/i
const arabicNumber = /^[-+]?[٠-٩۰-۹]+([.,٫][٠-٩۰-۹]+)?$/
const date =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/. ]?[a-zéûä]{3,9}\.?[-/., ]{0,2}\d{2,4}|[a-z]{3,9}[- ]\d{1,2},?[- ]\d{4}|[a-z]{3}-\d{2,4})([T ].*\d.*)?$/i
const time = /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?(Z|[-+]\d{2}:?\d{2})?$/i
const address = /^([a-z]{2,8}:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$/i
const word = /^[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:[-.][\p{L}\p{M}\p{N}_]+)*$/u

/** Cells longer than this are text: keeps the expressions fast on any input. */
const LONGEST = 60

/** The kind of a cell, by its form alone. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (text.length > 2000) return 'text'
  if (text.length > LONGEST) return address.test(text) ? 'address' : 'text'
  if (/\d/.test(text) && number.test(text)) return 'number'
  if (arabicNumber.test(text)) return 'number'
  if (time.test(text)) return 'time'
  if (date.test(text)) return 'date'
  if (address.test(text)) return 'address'
  return word.test(text) ? 'word' : 'text'
}

/** Whether a kind is one of values, which names of columns seldom are. */
export function isValueKind(kind: CellKind): boolean {
  return kind === 'number' || kind === 'date' || kind === 'time' || kind === 'address'
}
