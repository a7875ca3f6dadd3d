import { formatDays } from '../i18n/formatDay.ts'
import { formatNumber, type Tell } from '../i18n/plural.ts'
import type { Messages } from '../i18n/en/en.ts'
import { eventTypes, type Language } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { binAt, binTotals, type Bin } from './bins.ts'

/** Greatest number of bars that are described. */
const MOST = 24

/** The counts in words, such as "5 incidents · 1 may lie here". */
export function describeCounts(
  { sure, maybe }: Bin,
  { common, timeline: words }: Messages,
  tell: Tell,
): string {
  if (maybe === 0) return common.incidents(tell(sure))
  const inexact = words.mayLie(tell(maybe))
  return sure === 0 ? inexact : `${common.incidents(tell(sure))} · ${inexact}`
}

/**
 * The bars with the most incidents in words, in the order of time; '' where there are none.
 * @param messages texts of the reader's `language`
 */
export function describeBusiest(
  histogram: Histogram,
  messages: Messages,
  language: Language,
  tell: Tell,
): string {
  const bins = [...binTotals(histogram).entries()]
    .filter(([, total]) => total > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([bin]) => bin)
    .toSorted((a, b) => a - b)
  if (bins.length === 0) return ''
  return [
    messages.timeline.busiest(bins.length),
    ...bins.map((bin) => `${describeBin(binAt(histogram, bin), messages, language, tell)}.`),
  ].join(' ')
}

/** The days, the counts, and the counts by event type, in words. */
function describeBin(bin: Bin, messages: Messages, language: Language, tell: Tell): string {
  const types = eventTypes.flatMap((type, index) => {
    const count = (bin.certain[index] ?? 0) + (bin.uncertain[index] ?? 0)
    return count > 0 ? [`${messages.vocabulary.type[type]} ${formatNumber(language, tell(count))}`] : []
  })
  const days = formatDays(language, bin.from, bin.to)
  return [`${days}: ${describeCounts(bin, messages, tell)}`, ...types].join(' · ')
}
