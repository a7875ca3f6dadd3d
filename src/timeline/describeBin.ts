import { formatDays } from '../i18n/formatDay.ts'
import { formatNumber } from '../i18n/plural.ts'
import type { Messages } from '../i18n/en/en.ts'
import { eventTypes, type Language } from '../incidents/vocabulary.ts'
import type { Bin } from './bins.ts'

/** The counts in words, such as "5 incidents · 1 may lie here". */
export function describeCounts({ sure, maybe }: Bin, { common, timeline: words }: Messages): string {
  if (maybe === 0) return common.incidents(sure)
  return sure === 0 ? words.mayLie(maybe) : `${common.incidents(sure)} · ${words.mayLie(maybe)}`
}

/**
 * The days, the counts, and the counts by event type, in words.
 * @param messages texts of the reader's `language`
 */
export function describeBin(bin: Bin, messages: Messages, language: Language): string {
  const types = eventTypes.flatMap((type, index) => {
    const count = (bin.certain[index] ?? 0) + (bin.uncertain[index] ?? 0)
    return count > 0 ? [`${messages.vocabulary.type[type]} ${formatNumber(language, count)}`] : []
  })
  const days = formatDays(language, bin.from, bin.to)
  return [`${days}: ${describeCounts(bin, messages)}`, ...types].join(' · ')
}
