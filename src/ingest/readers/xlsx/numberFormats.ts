import type { WorkbookParts } from './workbookParts.ts'

/**
 * What a number stands for by the format it is shown in.
 * - day: a day, or a day and time of day
 * - month, year: a day, of which only month and year, or only the year, are shown
 * - time: a time of day
 * - span: a time that may have more than 24 hours
 */
export type NumberMeaning = 'number' | 'day' | 'month' | 'year' | 'time' | 'span'

/** Formats that have a number instead of a code (ECMA-376 Part 1, 18.8.30), those of East Asia included. */
const builtIn: ReadonlyMap<number, NumberMeaning> = new Map([
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  [17, 'month'],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
  [46, 'span'],
])

/** The meaning of numbers by index of the cell's style. @throws FileFault */
export async function readNumberMeanings(parts: WorkbookParts, path: string): Promise<NumberMeaning[]> {
  const codes = new Map<string, NumberMeaning>()
  const meanings: NumberMeaning[] = []
  let inCellFormats = false
  await parts.read(path, {
    open(name, attribute) {
      const id = attribute('numFmtId') ?? ''
      if (name === 'numFmt') codes.set(id, meaningOfFormat(attribute('formatCode') ?? ''))
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats)
        meanings.push(codes.get(id) ?? builtIn.get(Number(id)) ?? 'number')
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return meanings
}

/** Longest code of a format that is looked at; Excel allows 255 characters. */
const LONGEST = 1000

/** The meaning of numbers in a format by its code, such as `dd/mm/yyyy hh:mm`. */
export function meaningOfFormat(code: string): NumberMeaning {
  const [section = ''] = withoutText(code.slice(0, LONGEST)).toLowerCase().split(';')
  if (/\[(h+|m+|s+)\]/.test(section)) return 'span'
  const letters = section
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/general|am\/pm|a\/p/g, (word) => (word === 'general' ? '' : 'h'))
    .replaceAll(/e[-+]/g, '')
  // Year, month, day, hour, second; eras and years of the Buddhist calendar. Any other Latin letter belongs to no date.
  if (/[acfi-lnopqrt-xz]/.test(letters)) return 'number'
  const minutesOut = letters.replaceAll(/h[^a-z]*m+|m+[^a-z]*s/g, 'h')
  if (minutesOut.includes('d')) return 'day'
  if (/m/.test(minutesOut)) return /[yegb]/.test(minutesOut) ? 'month' : 'day'
  if (/[yegb]/.test(minutesOut)) return 'year'
  return /[hs]/.test(minutesOut) ? 'time' : 'number'
}

/** A format without what it shows as it stands: quoted texts, escaped characters, fillers, spaces of a width. */
function withoutText(code: string): string {
  return code.replaceAll(/"[^"]*"?|[\\_*].?/gs, '')
}
