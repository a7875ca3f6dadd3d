import { foldText } from '../incidents/foldText.ts'

/**
 * Reads a whole number of people, 0 to 999,999,999, in ASCII, Arabic-Indic or Persian digits.
 * @returns null for an empty text, undefined for one that is not such a number
 */
export function readWhole(typed: string): number | null | undefined {
  const text = foldText(typed).trim()
  if (text === '') return null
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/**
 * Reads decimal degrees, with a point or a comma, in ASCII, Arabic-Indic or Persian digits.
 * @param most largest absolute value
 * @returns undefined for a text that is not such a number
 */
export function readDegrees(typed: string, most: number): number | undefined {
  const text = foldText(typed).trim().replace('−', '-').replace(/[,٫]/, '.')
  if (!/^-?\d{1,3}(\.\d+)?$/.test(text)) return undefined
  const degrees = Number(text)
  return Math.abs(degrees) <= most ? degrees : undefined
}
