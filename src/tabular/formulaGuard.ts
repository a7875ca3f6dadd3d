/*
 * A spreadsheet program runs a cell of a CSV file as a formula where its text begins with = + - or @:
 * https://owasp.org/www-community/attacks/CSV_Injection. An apostrophe in front makes it a text. Where a program splits
 * lines at semicolons, or takes a quotation mark in mid-line for a letter, each semicolon and line end within a text
 * begins a cell as well.
 */

/** Signs that begin a formula, with their full-width and small forms and the minus sign. */
const SIGN = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]'

/** Blanks, control and format characters and quotation marks: programs may drop them before they look for a sign. */
const DROPPED = '\\p{Z}\\p{C}\\p{Pi}\\p{Pf}"\'`\u00B4\uFF02\uFF07'

/** The same without what begins a cell. */
const BEFORE_SIGN = `(?:(?![\\r\\n])[${DROPPED}])*`

const formulaStart = new RegExp(`^(?:[${DROPPED}]*${SIGN}|['"]*[\\t\\r\\n])`, 'u')
const innerStart = new RegExp(`([;\\r\\n])(?=${BEFORE_SIGN}${SIGN})`, 'gu')
const guardedInnerStart = new RegExp(`([;\\r\\n])'(?=${BEFORE_SIGN}${SIGN})`, 'gu')

/** A number as a text: run as a formula, it is the same number. */
const plainNumber = /^[+-]?\d+([.,]\d+)?$/

/** The text with an apostrophe wherever a spreadsheet program would begin a formula. */
export function guardFormula(text: string): string {
  const inside = text.replaceAll(innerStart, "$1'")
  return isFormula(inside) ? `'${inside}` : inside
}

/** Undoes `guardFormula`: for every text, `unguardFormula(guardFormula(text))` is the text. */
export function unguardFormula(text: string): string {
  const inside = text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text
  return inside.replaceAll(guardedInnerStart, '$1')
}

function isFormula(text: string): boolean {
  return formulaStart.test(text) && !plainNumber.test(text)
}
