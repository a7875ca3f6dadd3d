import { foldText } from '../incidents/foldText.ts'

/** A whole number of people as typed, in any of the digits that readers write. '' is null; what is none, undefined. */
export function readWhole(typed: string): number | null | undefined {
  const text = foldText(typed).trim()
  if (text === '') return null
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** Degrees as typed, with a point or a comma, within -most and most; undefined where it is none. */
export function readDegrees(typed: string, most: number): number | undefined {
  const text = foldText(typed).trim().replace('−', '-').replace(/[,٫]/, '.')
  if (!/^-?\d{1,3}(\.\d+)?$/.test(text)) return undefined
  const degrees = Number(text)
  return Math.abs(degrees) <= most ? degrees : undefined
}
