import type { FlagCode } from '../../query/importReport.ts'
import type { RowCasualties } from '../rowIncident.ts'

/** The figures of an event, as text; '' where a cell is blank. */
export interface UcdpFigures {
  low: string
  best: string
  high: string
  /** The parts of `best`: who the dead are, and how many. */
  parts: readonly { group: RowCasualties['group']; deaths: string }[]
}

/**
 * The dead as UCDP gives them: for everybody the range from low to high, with the best estimate in words, and one entry
 * for each part of the best estimate that is not 0. Files break low <= best <= high, and best = sum of the parts, which
 * is flagged; the range then runs from the least of the three figures to the greatest.
 * @param flags what is doubtful is added here
 */
export function ucdpCasualties(figures: UcdpFigures, flags: FlagCode[]): RowCasualties[] {
  let isReadable = true
  const read = (text: string): number | undefined => {
    if (/^\d{1,9}(\.0+)?$/.test(text)) return Number(text)
    if (text) isReadable = false
    return undefined
  }
  const [best, low, high] = [read(figures.best), read(figures.low), read(figures.high)]
  const parts = figures.parts.map(({ group, deaths }) => ({ group, count: read(deaths) }))
  if (!isReadable) flags.push('unreadable-count')
  if (disagree(low, best) || disagree(best, high) || disagree(low, high) || isOtherSum(best, parts)) {
    flags.push('counts-disagree')
  }
  const stated = [low, best, high].filter((figure) => figure !== undefined)
  const groups = parts.flatMap(({ group, count }) =>
    count ? [{ by: 'UCDP', group, killed: { min: count, max: count } }] : [],
  )
  if (stated.length === 0) return groups
  const range = {
    min: low === undefined && best === undefined ? undefined : Math.min(...stated),
    max: high === undefined && best === undefined ? undefined : Math.max(...stated),
  }
  return [{ by: 'UCDP', group: 'all', killed: range, said: inWords({ best, low, high }) }, ...groups]
}

/** Whether two figures that must not fall do so. */
function disagree(least: number | undefined, most: number | undefined): boolean {
  return least !== undefined && most !== undefined && least > most
}

function isOtherSum(best: number | undefined, parts: readonly { count: number | undefined }[]): boolean {
  if (best === undefined || parts.some(({ count }) => count === undefined)) return false
  return parts.reduce((sum, { count }) => sum + (count ?? 0), 0) !== best
}

function inWords(
  figures: Readonly<Record<'best' | 'low' | 'high', number | undefined>>,
): RowCasualties['said'] {
  const list = (separator: string, words: Readonly<Record<'best' | 'low' | 'high', string>>) =>
    (['best', 'low', 'high'] as const)
      .flatMap((key) => (figures[key] === undefined ? [] : [`${words[key]} ${figures[key]}`]))
      .join(separator)
  return {
    en: `UCDP: ${list(', ', { best: 'best estimate', low: 'low', high: 'high' })}`,
    ar: `UCDP: ${list('، ', { best: 'أفضل تقدير', low: 'الأدنى', high: 'الأعلى' })}`,
    fr: `UCDP : ${list(', ', { best: 'meilleure estimation', low: 'minimum', high: 'maximum' })}`,
  }
}
