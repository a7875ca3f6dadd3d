import { isKeyName } from './urlKeys.ts'

/** A kind of damage to a link that was repaired. */
export type Repair =
  /** The link, or its percent signs alone, was percent-encoded again. */
  | 'encoded'
  /** `&` was written as `&amp;`. */
  | 'entities'
  /** `#` was doubled or percent-encoded. */
  | 'hash'
  /** Spaces were written as `+`. */
  | 'plus'
  /** Characters of the surrounding sentence were appended: punctuation, brackets, quotation marks. */
  | 'ending'
  /** Invisible characters were inserted. */
  | 'marks'
  /** Line breaks or tabs were inserted. */
  | 'breaks'
  /** A directive to highlight a text (`:~:text=`) was appended. */
  | 'directive'

/** Most rounds of repair; real damage takes far fewer. */
const ROUNDS = 20

/** Most characters that are removed from the end; an escape sequence counts as one. */
const LONGEST_ENDING = 200

/** Length of the longest escape sequence of one character: `%E2%80%8B`. */
const LONGEST_ESCAPE = 9

/**
 * Repairs what chats, mail programs and safe-link wrappers do to a link. Changes only what is certainly damage:
 * `writeFragment` never writes anything that a repair changes, so an undamaged fragment is returned unchanged.
 * @param fragment without its leading `#`
 * @returns the repaired fragment, and the kinds of damage in the order in which they were found
 */
export function repairFragment(fragment: string): { fragment: string; repairs: Repair[] } {
  const repairs = new Set<Repair>()
  let text = fragment
  for (let round = 0; round < ROUNDS; round += 1) {
    text = escapedAsByBrowsers(text)
    const layer = layers.find((steps) => steps.some(([, step]) => step(text) !== text))
    if (!layer) break
    for (const [repair, step] of layer) {
      const next = step(text)
      if (next !== text) repairs.add(repair)
      text = next
    }
  }
  return { fragment: text, repairs: [...repairs] }
}

type Step = readonly [Repair, (text: string) => string]

/**
 * The repairs in groups. A group is applied only when those before it find nothing left to repair: the later ones need a
 * fragment that can be split at its `&`, and would take the `;` of an `&amp;` for the end of a sentence.
 */
const layers: readonly (readonly Step[])[] = [
  [
    ['hash', (text) => text.replace(/^(?:#|%(?:25)*23)+/i, '')],
    ['directive', (text) => text.replace(/:~:.*$/s, '')],
    ['breaks', (text) => text.replace(/[\n\r\t]|%0[AD]/gi, '')],
    ['entities', (text) => text.replace(/&(?:amp|#38|#x26)(?:;|%3B)/gi, '&')],
    ['encoded', decodedOnce],
  ],
  [
    ['plus', (text) => text.replaceAll('+', '%20')],
    ['marks', withoutMarks],
  ],
  [['ending', withoutEnding]],
]

/** Percent-encodes what browsers encode in a fragment, so that the repairs see one form whatever the origin. */
function escapedAsByBrowsers(text: string): string {
  return text.toWellFormed().replace(/[ "<>`]|[^\0-\x7f]+/g, encodeURIComponent)
}

/**
 * Removes one level of excess encoding: of whole parts whose `=` is encoded, or else of percent signs that are encoded
 * although they begin an escape sequence.
 */
function decodedOnce(text: string): string {
  const parts = text.split('&')
  const whole = parts.map((part) => (isKeyEscaped(part) ? decodedAscii(part) : part)).join('&')
  return whole === text ? text.replace(/%25(?=[\da-f]{2})/gi, '%') : whole
}

function isKeyEscaped(part: string): boolean {
  const [, key] = /^([\w.]+)%(?:25)*3D/i.exec(part) ?? []
  return key !== undefined && isKeyName(key)
}

/** Decodes the escape sequences of ASCII characters; those of others stay encoded, as the fragment writes them so. */
function decodedAscii(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/**
 * Invisible characters as UTF-8 escape sequences: soft hyphen, no-break spaces, zero-width characters, direction
 * controls, byte order mark. None of them occurs in an id, a day or a number.
 */
const mark = '%C2%A[0D]|%D8%9C|%E1%A0%8E|%E2%80%8[B-F]|%E2%80%A[A-F]|%E2%81%A[0-9]|%EF%BB%BF'
const marks = new RegExp(mark, 'gi')

/** Removes invisible characters, except from inside search texts (`q`) and URLs (`data`), which may contain them. */
function withoutMarks(text: string): string {
  return text
    .replace(new RegExp(`(?:${mark})+$`, 'i'), '')
    .split('&')
    .map((part) => {
      const bare = part.replace(new RegExp(`^(?:${mark}|%20)+`, 'i'), '')
      return /^(?:q|data)=/.test(bare) ? bare : bare.replace(marks, '')
    })
    .join('&')
}

/**
 * One character that ends a sentence or a quotation, as itself, as an HTML entity or as an escape sequence. `&` is not
 * among them, as `writeFragment` appends it to protect an ending.
 */
const ending = new RegExp(
  `(?:&(?:quot|gt|lt|nbsp|apos|#39);|[.,:;!?'*|)\\]}]|%(?:20|22|3C|3E|60)|%C2%(?:AB|BB)|%D8%(?:8C|9B|9F)|%DB%94|` +
    `%E2%80%(?:9[89CD]|A6|B[9A])|%E3%80%8[12]|%EF%BC%(?:81|89|8C|9F)|${mark})$`,
  'i',
)

/** Opening and closing characters that come in pairs. */
const pairs: readonly [open: string, close: string][] = [
  ['(', ')'],
  ['%C2%AB', '%C2%BB'],
  ['%E2%80%9C', '%E2%80%9D'],
  ['%3C', '%3E'],
]

/** Removes what a sentence has appended. */
function withoutEnding(text: string): string {
  let kept = text
  for (let taken = 0; taken < LONGEST_ENDING; taken += 1) {
    const end = endOf(kept)
    if (end === '') break
    kept = kept.slice(0, -end.length)
  }
  return kept
}

/** The last character, or its escape sequence, where it does not belong to the link; else ''. */
function endOf(text: string): string {
  const [end = ''] = ending.exec(text.slice(-LONGEST_ESCAPE)) ?? []
  return end !== '' && isOfSearch(text, end) ? '' : end
}

/**
 * Whether the last character belongs to a search text: a space, or a bracket or quotation mark that closes one opened in
 * the text. `writeFragment` protects such an ending, but older links and those typed by hand do not.
 */
function isOfSearch(text: string, end: string): boolean {
  const part = text.slice(text.lastIndexOf('&') + 1)
  if (!part.startsWith('q=')) return false
  const count = (each: string) => part.toUpperCase().split(each).length - 1
  const close = end.toUpperCase()
  if (close === '%20') return true
  if (close === "'" || close === '%22') return count(close) % 2 === 0
  const open = pairs.find((pair) => pair[1] === close)?.[0]
  return open !== undefined && count(open) >= count(close)
}

/** Whether the end of a fragment must be protected: `repairFragment` would remove it or take it for half of a pair. */
export function needsAnEnd(fragment: string): boolean {
  return endOf(fragment) !== '' || /%(?:22|3C|C2%AB|E2%80%9C)[^&]*$/.test(fragment)
}
