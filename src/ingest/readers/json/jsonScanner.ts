import { MAX_CELL_LENGTH } from '../csvSyntax.ts'

/** Most levels of lists and objects in a record. */
export const MAX_DEPTH = 64

/** Levels beyond which a text is given up as damaged, so that no memory is taken for brackets alone. */
const HOPELESS_DEPTH = 1_000_000

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const RECORD_SEPARATOR = 0x1e
const BYTE_ORDER_MARK = 0xfeff

const strictWord = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const looseWord = /^[+-]?(?:NaN|Infinity|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)$/

/** Characters between two pauses. */
const STEP = 1 << 18

/** Most characters of a number or word. */
const MAX_WORD = 1000

/**
 * Walks over a JSON text without building values, so that a record can be found, refused or read again by its offsets,
 * and numbers keep the digits as they are written. The parsers at hand give numbers as doubles and stop at the first
 * damage. Also taken, and told by `loose`: a comma before a closing bracket, NaN and Infinity, numbers such as 01 or .5.
 */
export class JsonScanner {
  readonly text: string
  /** Offset of the next character. */
  at: number
  /** Whether the last value has more than `MAX_DEPTH` levels. */
  deep = false
  /** Whether the last value is no strict JSON. */
  loose = false

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  /** Code of the next character that is no white space, which it moves to; NaN at the end. */
  peek(): number {
    const { text } = this
    let code = text.charCodeAt(this.at)
    while (code <= 0x20 ? isSpace(code) : code === BYTE_ORDER_MARK) {
      this.at += 1
      code = text.charCodeAt(this.at)
    }
    return code
  }

  /** Moves over a character, if that is next. */
  take(code: number): boolean {
    if (this.peek() !== code) return false
    this.at += 1
    return true
  }

  /** Moves over a name and its colon. @returns whether both were there */
  key(): boolean {
    return this.peek() === QUOTE && this.string() && this.take(COLON)
  }

  /** Moves over a value. @returns false where it is damaged; `at` is then where reading stopped */
  value(): boolean {
    this.deep = false
    this.loose = false
    return this.walk([], Infinity) === 'whole'
  }

  /** The same in steps of some milliseconds. Yields the offset that has been reached. */
  *valueInSteps(): Generator<number, boolean, void> {
    this.deep = false
    this.loose = false
    const open: number[] = []
    for (;;) {
      const state = this.walk(open, this.at + STEP)
      if (state !== 'more') return state === 'whole'
      yield this.at
    }
  }

  /** Moves on in a value, up to its end or a bit beyond an offset. @param open brackets that it lies in */
  private walk(open: number[], until: number): 'whole' | 'damaged' | 'more' {
    for (;;) {
      const code = this.peek()
      if (code === OPEN_LIST || code === OPEN_OBJECT) {
        open.push(code)
        if (open.length > MAX_DEPTH) this.deep = true
        if (open.length > HOPELESS_DEPTH) return 'damaged'
        this.at += 1
        if (this.close(open)) {
          if (!this.afterValue(open)) return 'damaged'
        } else if (code === OPEN_OBJECT && !this.key()) return 'damaged'
      } else {
        if (code === QUOTE ? !this.string() : !this.word()) return 'damaged'
        if (!this.afterValue(open)) return 'damaged'
      }
      if (open.length === 0) return 'whole'
      if (this.at > until) return 'more'
    }
  }

  /** Moves over closing brackets, and over the comma up to the next value. @returns false where neither is there */
  private afterValue(open: number[]): boolean {
    while (open.length > 0) {
      if (this.close(open)) continue
      if (!this.take(COMMA)) return false
      if (this.close(open)) {
        this.loose = true
        continue
      }
      return open.at(-1) === OPEN_LIST || this.key()
    }
    return true
  }

  private close(open: number[]): boolean {
    if (!this.take(open.at(-1) === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT)) return false
    open.pop()
    return true
  }

  private string(): boolean {
    const { text } = this
    let end = this.at
    do {
      end = text.indexOf('"', end + 1)
      if (end === -1) {
        this.at = text.length
        return false
      }
    } while (isEscaped(text, end))
    this.at = end + 1
    return true
  }

  private word(): boolean {
    const start = this.at
    let end = start
    while (end - start < MAX_WORD && isWordCode(this.text.charCodeAt(end))) end += 1
    const word = this.text.slice(start, end)
    if (!strictWord.test(word)) {
      if (!looseWord.test(word)) return false
      this.loose = true
    }
    this.at = end
    return true
  }
}

/** White space of JSON, and the separator before the records of a JSON text sequence (RFC 7464). */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === RECORD_SEPARATOR
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === BACKSLASH) before -= 1
  return (at - before) % 2 === 0
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5f
  )
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
}

/** Characters beyond which a string is longer than a cell may be, were it all escapes such as \\u0041. */
const LONGEST = 6 * MAX_CELL_LENGTH

/**
 * Text of a string. @param from offset of its first character after the quotation mark @param to offset of the closing
 * one. Escapes that JSON does not have stay as they are written,
 * and all do in a string that is too long for a cell.
 */
export function stringText(text: string, from: number, to: number): string {
  const raw = text.slice(from, to)
  if (raw.length > LONGEST || !raw.includes('\\')) return raw
  return raw.replaceAll(/\\(?:u([\da-fA-F]{4})|([^]))/g, (written, hex?: string, letter?: string) =>
    hex === undefined ? (escapes[letter ?? ''] ?? written) : String.fromCharCode(parseInt(hex, 16)),
  )
}
