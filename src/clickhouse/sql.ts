/**
 * Text of SQL made from our own words and from values that were written by the functions below: nothing else has this
 * type, so that no text of a client can reach a statement. (Server-side parameters came with ClickHouse 19.14; this
 * works with older servers too.)
 */
export interface Sql {
  readonly text: string
}

/** What may stand in a template: SQL, numbers, and lists of numbers, which become `1, 2, 3`. */
type Part = Sql | number | ArrayLike<number>

class Statement implements Sql {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * SQL with values in it: sql`SELECT count() FROM incidents WHERE day = ${day}`.
 * @throws RangeError for a number that is not finite
 */
export function sql(words: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  return new Statement(String.raw({ raw: words }, ...parts.map(textOf)))
}

function textOf(part: Part): string {
  if (typeof part === 'number') return numberText(part)
  return 'text' in part ? part.text : Array.from(part, numberText).join(', ')
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of SQL`)
  return String(value)
}

/** Several pieces of SQL with text between them. @param between such as ' AND ' or ', ' */
export function joined(parts: readonly Sql[], between: ' AND ' | ' OR ' | ', ' | ' + ' | ' UNION ALL '): Sql {
  return new Statement(parts.map(({ text }) => text).join(between))
}

/**
 * A text as a literal: in single quotes, with everything but letters, digits and spaces of ASCII written as an escape or
 * as UTF-8 that has no meaning in SQL. A lone surrogate becomes U+FFFD, as in UTF-8.
 */
export function literal(text: string): Sql {
  return new Statement(`'${escaped(text)}'`)
}

/** A list of texts as literals, parted by commas. */
export function literals(texts: readonly string[]): Sql {
  return joined(texts.map(literal), ', ')
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\0': '\\0',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}

function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is escaped
  return text.toWellFormed().replace(/[\\'\0\b\t\n\f\r]/g, (character) => escapes[character] ?? '')
}

/** A name of a database, table, column or cluster. @throws RangeError for one that is more than letters, digits and _ */
export function identifier(name: string): Sql {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name))
    throw new RangeError('a name of letters, digits and _ is needed')
  return new Statement(name)
}
