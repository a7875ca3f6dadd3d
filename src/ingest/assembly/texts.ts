import type { Translated } from '../../incidents/incident.ts'

/** The English text, else the French, else the Arabic one; '' where there is none. */
export function anyText(text: Translated): string {
  return text.en ?? text.fr ?? text.ar ?? ''
}

/** Words of ASCII with one blank between: most texts, and told in less time than by what they lack. */
const tidy = /^[!-~]+(?: [!-~]+)*$/
/** White space at the ends, two of it together, or any but a blank. */
const untidy = /^\s|\s$|\s\s|[^\S ]/

/** The text in one line: white space at the ends goes, each run of it inside becomes a blank. */
export function oneLine(text: string): string {
  if (tidy.test(text) || !untidy.test(text)) return text
  return text.trim().replaceAll(/\s+/g, ' ')
}

/**
 * The text in one line and at most so long; what is cut off is marked by an ellipsis.
 * @param length in UTF-16 code units
 */
export function shortened(text: string, length: number): string {
  const line = oneLine(text.slice(0, 4 * length))
  if (line.length <= length) return line
  const cut = line.slice(0, length - 1)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > length / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')).trimEnd()}…`
}
