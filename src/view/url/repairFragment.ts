import { isKeyName } from './urlKeys.ts'

/** What happened to a link on its way, and was undone. */
export type Repair =
  /** Its percent signs, or all of it, were percent-encoded over again. */
  | 'encoded'
  /** `&` had become `&amp;`. */
  | 'entities'
  /** Its `#` was doubled, or percent-encoded. */
  | 'hash'
  /** Spaces had become `+`. */
  | 'plus'
  /** The sentence around it went on within it: punctuation, brackets, quotation marks. */
  | 'ending'
  /** Invisible characters stood in it. */
  | 'marks'
  | 'breaks'
  /** A text to be highlighted (`:~:text=`) was appended. */
  | 'directive'

/** More rounds than any damage takes; what is longer is no link. */
const ROUNDS = 20
/** Characters that are taken off an end at the most. */
const LONGEST_ENDING = 200
/** Length of the longest of them as it is escaped. */
const LONGEST_ESCAPE = 9

/**
 * Undoes what chats, mail programs and safe-link wrappers do to a link. Only what is certain: `writeFragment` writes
 * nothing that any step changes, so a fragment as it was written comes back as it is.
 * @param fragment without its leading `#`
 * @returns `repairs` in the order in which they were found; [] where nothing was damaged
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
 * What is undone together; a layer waits until those before it have nothing left to undo. Before a link is in its
 * parts, nobody can tell a search from a date; and the `;` of an `&amp;` is no end of a sentence.
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

/** What browsers escape in a fragment, escaped: what comes from elsewhere then looks the same. */
function escapedAsByBrowsers(text: string): string {
  return text.toWellFormed().replace(/[ "<>`]|[^\0-\x7f]+/g, encodeURIComponent)
}

/** Where a part's own `=` is escaped, the part is once too deep; else its percent signs may be. */
function decodedOnce(text: string): string {
  const parts = text.split('&')
  const whole = parts.map((part) => (isKeyEscaped(part) ? decodedAscii(part) : part)).join('&')
  return whole === text ? text.replace(/%25(?=[\da-f]{2})/gi, '%') : whole
}

function isKeyEscaped(part: string): boolean {
  const [, key] = /^([\w.]+)%(?:25)*3D/i.exec(part) ?? []
  return key !== undefined && isKeyName(key)
}

/** Takes one layer off: all else has another layer of its own below. */
function decodedAscii(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/**
 * Soft hyphen, no-break spaces, zero-width characters, controls of direction, byte order mark; percent-encoded.
 * None of them is part of an id, a day or a number.
 */
const mark = '%C2%A[0D]|%D8%9C|%E1%A0%8E|%E2%80%8[B-F]|%E2%80%A[A-F]|%E2%81%A[0-9]|%EF%BB%BF'
const marks = new RegExp(mark, 'gi')

/** Search text and addresses may hold them; around the keys nothing does, and no link ends in one. */
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

/** What ends a sentence or a quotation, as a browser leaves it and as it escapes it. `&` ends a link that needs an end. */
const ending = new RegExp(
  `(?:&(?:quot|gt|lt|nbsp|apos|#39);|[.,:;!?'*|)\\]}]|%(?:20|22|3C|3E|60)|%C2%(?:AB|BB)|%D8%(?:8C|9B|9F)|%DB%94|` +
    `%E2%80%(?:9[89CD]|A6|B[9A])|%E3%80%8[12]|%EF%BC%(?:81|89|8C|9F)|${mark})$`,
  'i',
)

const pairs: readonly [open: string, close: string][] = [
  ['(', ')'],
  ['%C2%AB', '%C2%BB'],
  ['%E2%80%9C', '%E2%80%9D'],
  ['%3C', '%3E'],
]

function withoutEnding(text: string): string {
  let kept = text
  for (let taken = 0; taken < LONGEST_ENDING; taken += 1) {
    const end = endOf(kept)
    if (end === '') break
    kept = kept.slice(0, -end.length)
  }
  return kept
}

/** The last character, percent-encoded or not, where it is none of the link; else ''. */
function endOf(text: string): string {
  const [end = ''] = ending.exec(text.slice(-LONGEST_ESCAPE)) ?? []
  return end !== '' && isOfSearch(text, end) ? '' : end
}

/** Whether the end belongs to a search text of an older or hand-written link: a space, or half of a pair. */
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

/** Whether a fragment ends in what `repairFragment` would take off, or would take for half of a pair. */
export function needsAnEnd(fragment: string): boolean {
  return endOf(fragment) !== '' || /%(?:22|3C|C2%AB|E2%80%9C)[^&]*$/.test(fragment)
}
