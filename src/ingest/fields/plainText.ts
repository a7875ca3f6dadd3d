const easternDigit = /[٠-٩۰-۹]/g
/** Direction marks, zero-width characters and the byte order mark: they stand in cells that were copied from pages. */
const invisible = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
/** Letters, digits and signs of ASCII: nothing to change. */
const printable = /^[!-~]*$/
const minusSign = /[‐‑‒–—―−﹣-]/g

/** The text with Arabic-Indic and Persian digits as 0 to 9, without invisible characters, and each run of blanks as one. */
export function plainText(text: string): string {
  if (printable.test(text)) return text
  return text
    .replace(invisible, '')
    .replace(easternDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text with hyphens, dashes and minus signs of all kinds as `-`. */
export function plainHyphens(text: string): string {
  return text.replace(minusSign, '-')
}
